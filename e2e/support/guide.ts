import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** A page of the guide: answers the words it quotes, puts in bold or writes as keys, and throws where it does not. */
export function guide(file: string): (words: string) => string {
  const text = readFileSync(join(import.meta.dirname, '../../docs/guide', `${file}.md`), 'utf8')
  const plain = text.replaceAll(/\s+/gu, ' ')
  return (words) => {
    if (![`« ${words} »`, `**${words}**`, `\`${words}\``].some((quoted) => plain.includes(quoted)))
      throw new Error(`docs/guide/${file}.md does not say « ${words} »`)
    return words
  }
}
/** `Ctrl+N` of the guide, as Playwright names it. */
export const press = (page: Page, keys: string) => page.keyboard.press(keys.replace('Ctrl', 'Control'))
