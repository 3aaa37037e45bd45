import { app, dialog, type BrowserWindow } from 'electron'
import { basename, join } from 'node:path'
import type { CommandsOf, Handlers } from '#shared/contract'
import { nativeText } from '#shared/native-text'
import { dayHere, withEnding, type Speech } from './handlers.ts'
import type { PlaceKeeper } from './places.ts'

export type PackageName = Extract<CommandsOf<'main'>, `packages.${string}`>

const cancelled = { ok: false, failure: 'cancelled' } as const
const cardEnding = 'filigrane-cle'
const packageEnding = 'filigrane-revue'

/** Where a public card, or a review package, is written to and read from. */
export function createPackageHandlers(
  window: BrowserWindow,
  places: PlaceKeeper,
  speech: Speech,
): Pick<Handlers<'main'>, PackageName> {
  const text = () => nativeText[speech.language()]
  const askNew = async (title: string, name: string, kind: string, ending: string) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      buttonLabel: text().save,
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: kind, extensions: [ending] }],
      properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || filePath === '' ? null : withEnding(filePath, `.${ending}`)
  }
  const askExisting = async (title: string, kind: string, ending: string) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      buttonLabel: text().choose,
      filters: [
        { name: kind, extensions: [ending] },
        { name: text().allFiles, extensions: ['*'] },
      ],
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
  const chosen = (path: string | null, keep: (path: string) => void) => {
    if (path === null) return cancelled
    keep(path)
    return { ok: true as const, value: { name: basename(path) } }
  }
  return {
    'packages.chooseNewCard': async () => {
      const { chooseNewCard, cardName, cardFiles } = text()
      const path = await askNew(chooseNewCard, cardName, cardFiles, cardEnding)
      return chosen(path, (path) => places.chooseNewCard(path))
    },
    'packages.chooseCard': async () => {
      const path = await askExisting(text().chooseCard, text().cardFiles, cardEnding)
      return chosen(path, (path) => places.chooseCard(path))
    },
    'packages.chooseNewFile': async () => {
      const { chooseNewPackage, packageName, packageFiles } = text()
      // no name of anybody: the file may be seen on its way
      const name = `${packageName} ${dayHere()}.${packageEnding}`
      const path = await askNew(chooseNewPackage, name, packageFiles, packageEnding)
      return chosen(path, (path) => places.chooseNewPackage(path))
    },
    'packages.chooseFile': async () => {
      const path = await askExisting(text().choosePackage, text().packageFiles, packageEnding)
      return chosen(path, (path) => places.choosePackage(path))
    },
  }
}
