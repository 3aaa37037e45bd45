/**
 * Somebody’s hands and eyes on the page, counted as they go, for an estimate by the keystroke-level model (Card, Moran, Newell, « The
 * keystroke-level model for user performance time with interactive systems », Communications of the ACM 23(7), 1980).
 */
import type { Locator, Page } from '@playwright/test'

/** What was done. The waits are those of this run, in seconds; all else is counted. */
export interface Effort {
  /** Keys pressed: `Ctrl+Enter` is two, a capital too. */
  keys: number
  clicks: number
  /** Times that a hand goes from the keyboard to the mouse, or back. */
  homings: number
  /** Times that one has to think of what comes next: before each text typed, each chord, each click. */
  thoughts: number
  /** Words read. */
  read: number
  /** Words copied by hand, on paper. */
  copied: number
  waited: number
}

/** How fast somebody is: seconds for a key, words a minute. */
export interface Pace {
  key: number
  wordsRead: number
  wordsCopied: number
}

/** Of the paper: pointing, then the button that its 1.10 s leaves out; homing; preparing oneself. */
const OPERATORS = { point: 1.1, button: 0.2, home: 0.4, think: 1.35 }

export function secondsOf(effort: Effort, { key, wordsRead, wordsCopied }: Pace): number {
  const { keys, clicks, homings, thoughts, read, copied, waited } = effort
  return (
    keys * key +
    clicks * (OPERATORS.point + OPERATORS.button) +
    homings * OPERATORS.home +
    thoughts * OPERATORS.think +
    (60 * read) / wordsRead +
    (60 * copied) / wordsCopied +
    waited
  )
}

const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word))

/** @param known lines read before, on the screens before this part: nobody reads them again. Those read now are added. */
export function hands(page: Page, known: Set<string>) {
  const effort: Effort = { keys: 0, clicks: 0, homings: 0, thoughts: 0, read: 0, copied: 0, waited: 0 }
  let isOnMouse = false
  const reach = (mouse: boolean) => {
    effort.thoughts += 1
    if (isOnMouse !== mouse) effort.homings += 1
    isOnMouse = mouse
  }
  return {
    effort,
    async click(what: Locator) {
      reach(true)
      effort.clicks += 1
      await what.click()
    },
    /** Into what has the focus. */
    async type(text: string) {
      reach(false)
      effort.keys += text.length + text.replaceAll(/[^\p{Lu}]/gu, '').length
      await page.keyboard.type(text)
    },
    async press(keys: string) {
      reach(false)
      effort.keys += keys.split('+').length
      await page.keyboard.press(keys)
    },
    /** Every word that is seen there, a line of it once. */
    async read(what: Locator) {
      for (const line of (await what.innerText()).split('\n')) {
        if (!known.has(line)) effort.read += wordsIn(line).length
        known.add(line)
      }
    },
    copy(text: string) {
      effort.copied += wordsIn(text).length
    },
    async wait(until: () => Promise<unknown>) {
      const began = performance.now()
      await until()
      effort.waited += (performance.now() - began) / 1000
    },
  }
}
