import { basename, dirname } from 'node:path'
import type { CommandsOf, Handlers } from '#shared/contract'
import { vaultEnding } from '#shared/native-text'
import type { Dialogs } from './dialogs.ts'
import type { PlaceKeeper } from './places.ts'

type Choosers = 'releases' | 'documents' | 'import' | 'backups' | 'restore' | 'packages'
export type ChoosingName = Extract<CommandsOf<'main'>, `${Choosers}.choose${string}`>

const backupEnding = 'filigrane-sauvegarde'
const cardEnding = 'filigrane-cle'
const packageEnding = 'filigrane-revue'

/** Where things are read from and written to: the path stays with main and the engine; the window is told a name. */
export function createChoosers(dialogs: Dialogs, places: PlaceKeeper): Pick<Handlers<'main'>, ChoosingName> {
  const { text } = dialogs
  const besideVault = () => dirname(places.current().vault)
  return {
    'releases.chooseFolder': async () => {
      const folder = await dialogs.folder({ title: text().chooseReleaseFolder, near: besideVault() })
      return chosen(folder, (path) => places.chooseReleases(path))
    },
    'releases.chooseRegisterFile': async () => {
      const { chooseRegisterFile: title, pdf: kind, registerName: name } = text()
      // among the documents, not beside the releases: this one names who approved them
      const file = await dialogs.newFile({ title, kind, name, ending: 'pdf' })
      return chosen(file, (path) => places.chooseRegisterFile(path))
    },
    'documents.chooseFolder': async () => {
      const folder = await dialogs.folder({ title: text().chooseDocumentFolder, near: besideVault() })
      return chosen(folder, (path) => places.chooseDocuments(path))
    },
    'import.chooseFile': async () => {
      const { chooseImportFile: title, importFiles: kind } = text()
      const endings = ['csv', 'tsv', 'txt', 'xlsx', 'json', 'zip']
      return chosen(await dialogs.file({ title, kind, endings }), (path) => places.chooseImportFile(path))
    },
    'backups.chooseFile': async () => {
      const { chooseNewBackup: title, backupFiles: kind } = text()
      // a copy a day does not replace the one before
      const name = `${basename(places.vault().name, `.${vaultEnding}`)} ${dayHere()}.${backupEnding}`
      const file = await dialogs.newFile({ title, kind, name, ending: backupEnding })
      return chosen(file, (path) => places.chooseNewBackup(path))
    },
    'backups.chooseExisting': async () => {
      const { chooseBackup: title, backupFiles: kind } = text()
      const file = await dialogs.file({ title, kind, endings: [backupEnding], orAny: true })
      return chosen(file, (path) => places.chooseBackup(path))
    },
    'restore.chooseFolder': async () => {
      const { chooseRestored: title, restore: button, restoredName: name } = text()
      const asked = { title, button, near: besideVault(), name, ending: vaultEnding }
      return chosen(await dialogs.newFolder(asked), (path) => places.chooseRestored(path))
    },
    'packages.chooseNewCard': async () => {
      const { chooseNewCard: title, cardFiles: kind, cardName: name } = text()
      const file = await dialogs.newFile({ title, kind, name, ending: cardEnding })
      return chosen(file, (path) => places.chooseNewCard(path))
    },
    'packages.chooseCard': async () => {
      const { chooseCard: title, cardFiles: kind } = text()
      const file = await dialogs.file({ title, kind, endings: [cardEnding], orAny: true })
      return chosen(file, (path) => places.chooseCard(path))
    },
    'packages.chooseNewFile': async () => {
      const { chooseNewPackage: title, packageFiles: kind, packageName } = text()
      // no name of anybody: the file may be seen on its way
      const name = `${packageName} ${dayHere()}.${packageEnding}`
      const file = await dialogs.newFile({ title, kind, name, ending: packageEnding })
      return chosen(file, (path) => places.chooseNewPackage(path))
    },
    'packages.chooseFile': async () => {
      const { choosePackage: title, packageFiles: kind } = text()
      const file = await dialogs.file({ title, kind, endings: [packageEnding], orAny: true })
      return chosen(file, (path) => places.choosePackage(path))
    },
  }
}

/** The answer of every chooser: the name of what was chosen, once it is kept. */
export function chosen(path: string | null, keep: (path: string) => void) {
  if (path === null) return { ok: false, failure: 'cancelled' } as const
  keep(path)
  return { ok: true as const, value: { name: basename(path) } }
}

/** `YYYY-MM-DD`, on the wall. */
function dayHere(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
