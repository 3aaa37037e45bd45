/** `dialog`: with no screen every question is cancelled, unless a test replaces the function. */
import type * as E from 'electron'
import { recordCall } from './recorded.ts'
import { strict } from './strict.ts'

/** Electron's functions take the options alone, or after a window. */
type Asked<Options> = [options: Options] | [window: object, options: Options]
const optionsOf = <Options>(asked: Asked<Options>): Options => (asked.length === 2 ? asked[1] : asked[0])

function ask<Options, Answer>(call: string, cancelled: (options: Options) => Answer) {
  return (...asked: Asked<Options>): Promise<Answer> => {
    const options = optionsOf(asked)
    recordCall(`dialog.${call}`, options)
    return Promise.resolve(cancelled(options))
  }
}

export const dialog = strict(
  {
    showOpenDialog: ask('showOpenDialog', (_options: E.OpenDialogOptions) => ({
      canceled: true,
      filePaths: [] as string[],
    })),
    showSaveDialog: ask('showSaveDialog', (_options: E.SaveDialogOptions) => ({
      canceled: true,
      filePath: '',
    })),
    showMessageBox: ask('showMessageBox', (options: E.MessageBoxOptions) => ({
      response: options.cancelId ?? 0,
      checkboxChecked: options.checkboxChecked ?? false,
    })),
    showErrorBox: (title: string, content: string) => recordCall('dialog.showErrorBox', title, content),
  },
  'dialog',
)
