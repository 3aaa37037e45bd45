import { dialog, Notification, type BrowserWindow } from 'electron'
import { basename, dirname, join } from 'node:path'
import type { Handlers } from '#shared/contract'
import { nativeText } from '#shared/native-text'
import { VAULT_ENDING, type PlaceKeeper } from './places.ts'
import type { Session } from './session.ts'

const cancelled = { ok: false, failure: 'cancelled' } as const

/** What main answers itself: places on disk, and the lock. */
export function createHandlers(
  window: BrowserWindow,
  places: PlaceKeeper,
  session: Session,
): Handlers<'main'> {
  return {
    'vault.locate': () => ({ ok: true, value: { ...places.vault(), lockReason: session.lockReason() } }),
    'vault.chooseExisting': async () => {
      const folder = await askFolder(window, nativeText.chooseExistingVault, dirname(places.current().vault))
      if (folder === null) return cancelled
      places.chooseVault(folder)
      return { ok: true, value: places.vault() }
    },
    'vault.chooseNew': async () => {
      const answer = await dialog.showSaveDialog(window, {
        title: nativeText.chooseNewVault,
        buttonLabel: nativeText.create,
        defaultPath: join(dirname(places.current().vault), nativeText.defaultVaultName),
        properties: ['dontAddToRecent', 'createDirectory'],
      })
      if (answer.canceled || answer.filePath === '') return cancelled
      places.chooseVault(withEnding(answer.filePath))
      return { ok: true, value: places.vault() }
    },
    'vault.lock': async () => {
      await session.lock('user')
      return { ok: true, value: undefined }
    },
    'releases.chooseFolder': async () => {
      const folder = await askFolder(window, nativeText.chooseReleaseFolder, dirname(places.current().vault))
      if (folder === null) return cancelled
      places.chooseReleases(folder)
      return { ok: true, value: { name: basename(folder) } }
    },
    'import.chooseFile': async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: nativeText.chooseImportFile,
        buttonLabel: nativeText.choose,
        filters: [{ name: nativeText.importFiles, extensions: ['csv', 'tsv', 'txt', 'xlsx', 'json', 'zip'] }],
        properties: ['openFile', 'dontAddToRecent'],
      })
      const path = answer.canceled ? undefined : answer.filePaths[0]
      if (path === undefined) return cancelled
      places.chooseImportFile(path)
      return { ok: true, value: { name: basename(path) } }
    },
    'reminders.show': ({ count, language }) => {
      const notification = new Notification({
        title: 'Filigrane',
        body: nativeText.followUpsDue[language](count),
        silent: true,
      })
      notification.on('click', () => window.show())
      notification.show()
      return { ok: true, value: undefined }
    },
  }
}

async function askFolder(window: BrowserWindow, title: string, defaultPath: string): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: nativeText.choose,
    defaultPath,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

const withEnding = (path: string): string => (path.endsWith(VAULT_ENDING) ? path : path + VAULT_ENDING)
