import { app, dialog, Notification, type BrowserWindow } from 'electron'
import { basename, dirname, extname, join } from 'node:path'
import type { Handlers } from '#shared/contract'
import type { Language } from '#shared/language'
import { defaultVaultName, nativeText } from '#shared/native-text'
import type { PackageName } from './package-handlers.ts'
import type { PlaceKeeper } from './places.ts'
import type { Session } from './session.ts'
import type { SystemName } from './system-handlers.ts'
import type { UpdateName } from './updates.ts'

/** The language of everything that is not the window's own, remembered from one start to the next. */
export type Speech = { language(): Language; choose(language: Language): void }

const cancelled = { ok: false, failure: 'cancelled' } as const

/** What main answers itself: places on disk, the lock, the language. */
export function createHandlers(
  window: BrowserWindow,
  places: PlaceKeeper,
  session: Session,
  speech: Speech,
): Omit<Handlers<'main'>, SystemName | UpdateName | PackageName> {
  const text = () => nativeText[speech.language()]
  const askFolder = async (title: string): Promise<string | null> => {
    const answer = await dialog.showOpenDialog(window, {
      title,
      buttonLabel: text().choose,
      defaultPath: dirname(places.current().vault),
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    })
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  }
  return {
    'language.current': () => ({ ok: true, value: { language: speech.language() } }),
    'language.choose': ({ language }) => {
      speech.choose(language)
      return { ok: true, value: undefined }
    },
    'vault.locate': () => ({ ok: true, value: { ...places.vault(), lockReason: session.lockReason() } }),
    'vault.chooseExisting': async () => {
      const folder = await askFolder(text().chooseExistingVault)
      if (folder === null) return cancelled
      places.chooseVault(folder)
      return { ok: true, value: places.vault() }
    },
    'vault.chooseNew': async () => {
      const answer = await dialog.showSaveDialog(window, {
        title: text().chooseNewVault,
        buttonLabel: text().create,
        defaultPath: join(dirname(places.current().vault), defaultVaultName),
        properties: ['dontAddToRecent', 'createDirectory'],
      })
      if (answer.canceled || answer.filePath === '') return cancelled
      places.chooseVault(withEnding(answer.filePath, extname(defaultVaultName)))
      return { ok: true, value: places.vault() }
    },
    'vault.lock': async () => {
      await session.lock('user')
      return { ok: true, value: undefined }
    },
    'releases.chooseFolder': async () => {
      const folder = await askFolder(text().chooseReleaseFolder)
      if (folder === null) return cancelled
      places.chooseReleases(folder)
      return { ok: true, value: { name: basename(folder) } }
    },
    'releases.chooseRegisterFile': async () => {
      const answer = await dialog.showSaveDialog(window, {
        title: text().chooseRegisterFile,
        buttonLabel: text().save,
        // not beside the releases: this one names who approved them
        defaultPath: join(app.getPath('documents'), text().registerName),
        filters: [{ name: text().pdf, extensions: ['pdf'] }],
        properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
      })
      if (answer.canceled || answer.filePath === '') return cancelled
      const file = withEnding(answer.filePath, '.pdf')
      places.chooseRegisterFile(file)
      return { ok: true, value: { name: basename(file) } }
    },
    'documents.chooseFolder': async () => {
      const folder = await askFolder(text().chooseDocumentFolder)
      if (folder === null) return cancelled
      places.chooseDocuments(folder)
      return { ok: true, value: { name: basename(folder) } }
    },
    'import.chooseFile': async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: text().chooseImportFile,
        buttonLabel: text().choose,
        filters: [{ name: text().importFiles, extensions: ['csv', 'tsv', 'txt', 'xlsx', 'json', 'zip'] }],
        properties: ['openFile', 'dontAddToRecent'],
      })
      const path = answer.canceled ? undefined : answer.filePaths[0]
      if (path === undefined) return cancelled
      places.chooseImportFile(path)
      return { ok: true, value: { name: basename(path) } }
    },
    'backups.chooseFile': async () => {
      const answer = await dialog.showSaveDialog(window, {
        title: text().chooseNewBackup,
        buttonLabel: text().save,
        defaultPath: join(app.getPath('documents'), backupName(places.vault().name)),
        filters: [{ name: text().backupFiles, extensions: [backupEnding] }],
        properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
      })
      if (answer.canceled || answer.filePath === '') return cancelled
      const file = withEnding(answer.filePath, `.${backupEnding}`)
      places.chooseNewBackup(file)
      return { ok: true, value: { name: basename(file) } }
    },
    'backups.chooseExisting': async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: text().chooseBackup,
        buttonLabel: text().choose,
        filters: [
          { name: text().backupFiles, extensions: [backupEnding] },
          { name: text().allFiles, extensions: ['*'] },
        ],
        properties: ['openFile', 'dontAddToRecent'],
      })
      const path = answer.canceled ? undefined : answer.filePaths[0]
      if (path === undefined) return cancelled
      places.chooseBackup(path)
      return { ok: true, value: { name: basename(path) } }
    },
    'restore.chooseFolder': async () => {
      const answer = await dialog.showSaveDialog(window, {
        title: text().chooseRestored,
        buttonLabel: text().restore,
        defaultPath: join(dirname(places.current().vault), text().restoredName),
        properties: ['dontAddToRecent', 'createDirectory'],
      })
      if (answer.canceled || answer.filePath === '') return cancelled
      const folder = withEnding(answer.filePath, extname(defaultVaultName))
      places.chooseRestored(folder)
      return { ok: true, value: { name: basename(folder) } }
    },
    'restore.adopt': () => {
      const { restored } = places.current()
      if (restored !== null) places.chooseVault(restored)
      return { ok: true, value: places.vault() }
    },
    'reminders.show': ({ count }) => {
      const notification = new Notification({
        title: 'Filigrane',
        body: text().followUpsDue(count),
        silent: true,
      })
      notification.on('click', () => window.show())
      notification.show()
      return { ok: true, value: undefined }
    },
  }
}

const backupEnding = 'filigrane-sauvegarde'

/** `carnet 2026-11-24.filigrane-sauvegarde`: a copy a day does not replace the one before. */
const backupName = (vault: string): string =>
  `${basename(vault, extname(defaultVaultName))} ${dayHere()}.${backupEnding}`

/** `YYYY-MM-DD`, on the wall. */
export function dayHere(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export const withEnding = (path: string, ending: string): string =>
  path.endsWith(ending) ? path : path + ending
