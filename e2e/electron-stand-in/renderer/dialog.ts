/** The desktop's dialogs, drawn over the app's own page when there is a screen. */

export interface Question {
  title: string
  message: string
  buttons: string[]
  /** The answer of the Escape key. */
  cancelId: number
  /** A path to type; without it, only buttons. */
  path?: string
}
export interface Answer {
  button: number
  path: string
}

/** Self-contained: sent to the renderer as text. Sets no markup: the page's policy may refuse it. */
function askInPage({ title, message, buttons, cancelId, path }: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog')
    const add = (tag: string, text: string, parent: HTMLElement = dialog) => {
      const element = document.createElement(tag)
      element.textContent = text
      parent.append(element)
      return element
    }
    dialog.style.width = 'min(32rem, 80vw)'
    dialog.setAttribute('aria-label', title || message)
    add('h2', title)
    add('p', message).style.whiteSpace = 'pre-wrap'
    const input = document.createElement('input')
    input.value = path ?? ''
    input.style.width = '100%'
    input.setAttribute('aria-label', title || message)
    if (path !== undefined) dialog.append(input)
    const answer = (button: number) => {
      dialog.remove()
      resolve({ button, path: input.value })
    }
    const row = add('p', '')
    for (const [index, label] of buttons.entries()) {
      add('button', label, row).addEventListener('click', () => answer(index))
    }
    dialog.addEventListener('cancel', () => answer(cancelId))
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') answer(0)
    })
    document.body.append(dialog)
    dialog.showModal()
    input.select()
  })
}

export const questionScript = (question: Question): string =>
  `(${String(askInPage)})(${JSON.stringify(question)})`
