/** `dialog`: asked over the app's page; with no screen every question is cancelled, unless a test replaces the function. */
import type * as E from 'electron'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { DIALOG_TEXT } from './dialog-text.ts'
import { headless } from './launch.ts'
import { recordCall } from './recorded.ts'
import { type Answer, type Question, questionScript } from './renderer/dialog.ts'
import { strict } from './strict.ts'
import { BrowserWindow } from './window.ts'

/** Electron's functions take the options alone, or after a window. */
type Asked<Options> = [options: Options] | [window: object, options: Options]

/** A dialog function, from the question it puts and what it makes of the answer; undefined: cancelled. */
function asking<Options extends object, Result>(
  call: string,
  toQuestion: (options: Options) => Question,
  toResult: (answer: Answer | undefined, options: Options) => Result,
) {
  return async (...asked: Asked<Options>): Promise<Result> => {
    const options = asked.length === 2 ? asked[1] : asked[0]
    recordCall(`dialog.${call}`, options)
    const question = toQuestion(options)
    const answer = headless ? undefined : await put(question)
    return toResult(answer?.button === question.cancelId ? undefined : answer, options)
  }
}

async function put(question: Question): Promise<Answer | undefined> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  return (await window?.webContents._page.evaluateIsolated(questionScript(question))) as Answer | undefined
}

function pathQuestion(options: E.OpenDialogOptions | E.SaveDialogOptions): Question {
  const { title = '', buttonLabel = DIALOG_TEXT.accept, message = '', defaultPath = '' } = options
  const path = resolve(homedir(), defaultPath)
  return { title, message, path, buttons: [buttonLabel, DIALOG_TEXT.cancel], cancelId: 1 }
}

function buttonQuestion(options: E.MessageBoxOptions): Question {
  const { title = '', message, detail, buttons = [DIALOG_TEXT.accept], cancelId = 0 } = options
  return { title, message: detail === undefined ? message : `${message}\n\n${detail}`, buttons, cancelId }
}

export const dialog = strict(
  {
    showOpenDialog: asking('showOpenDialog', pathQuestion, (answer, _options: E.OpenDialogOptions) => ({
      canceled: !answer,
      filePaths: answer ? [answer.path] : [],
    })),
    showSaveDialog: asking('showSaveDialog', pathQuestion, (answer, _options: E.SaveDialogOptions) => ({
      canceled: !answer,
      filePath: answer?.path ?? '',
    })),
    showMessageBox: asking('showMessageBox', buttonQuestion, (answer, options: E.MessageBoxOptions) => ({
      response: answer?.button ?? options.cancelId ?? 0,
      checkboxChecked: options.checkboxChecked ?? false,
    })),
    showErrorBox: (title: string, content: string) => {
      recordCall('dialog.showErrorBox', title, content)
      console.error(`${title}\n${content}`)
    },
  },
  'dialog',
)
