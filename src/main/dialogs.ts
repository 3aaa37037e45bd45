import { app, dialog, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nativeText } from '#shared/native-text'
import { placeWithEnding } from './file-ending.ts'
import type { Speech } from './speech.ts'

/**
 * The system's own dialogs, over the window; what is chosen joins no list of recent documents. Each asks for one place and
 * resolves to its path, or to null when none was chosen.
 */
export function dialogsOver(window: BrowserWindow, speech: Speech) {
  const text = () => nativeText[speech.language()]
  return {
    text,

    /** A folder that is there, or is made there; `near`: where to look first. */
    async folder({ title, near }: { title: string; near: string }) {
      return opened({ title, defaultPath: near, properties: ['openDirectory', 'createDirectory'] })
    },

    /** A file that is there; with `orAny`, of any ending when its own was changed on its way. */
    async file({ title, kind, endings, orAny = false }: Asked & { endings: string[]; orAny?: boolean }) {
      const filters = [{ name: kind, extensions: endings }]
      if (orAny) filters.push({ name: text().allFiles, extensions: ['*'] })
      return opened({ title, filters, properties: ['openFile'] })
    },

    /** A file to write, with that ending, among the person's documents; before another is replaced, the system asks. */
    async newFile({ title, kind, name, ending }: Asked & { name: string; ending: string }) {
      return saved(ending, {
        title,
        buttonLabel: text().save,
        defaultPath: join(app.getPath('documents'), name),
        filters: [{ name: kind, extensions: [ending] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
    },

    /** A folder to make, with that ending. */
    async newFolder({ title, button, near, name, ending }: NewFolder) {
      return saved(ending, {
        title,
        buttonLabel: button,
        defaultPath: join(near, name),
        properties: ['createDirectory'],
      })
    },
  }

  async function opened(asked: OpenDialog): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...asked,
      buttonLabel: text().choose,
      properties: [...asked.properties, 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

  async function saved(ending: string, asked: SaveDialog): Promise<string | null> {
    const ask = async (defaultPath: string) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        ...asked,
        defaultPath,
        properties: [...asked.properties, 'dontAddToRecent'],
      })
      return canceled || filePath === '' ? null : filePath
    }
    return placeWithEnding(ending, asked.defaultPath, ask, existsSync)
  }
}

export type Dialogs = ReturnType<typeof dialogsOver>

/** `kind`: what such files are called. */
type Asked = { title: string; kind: string }
type NewFolder = { title: string; button: string; near: string; name: string; ending: string }
type OpenDialog = Electron.OpenDialogOptions & Required<Pick<Electron.OpenDialogOptions, 'properties'>>
type SaveDialog = Electron.SaveDialogOptions &
  Required<Pick<Electron.SaveDialogOptions, 'defaultPath' | 'properties'>>
