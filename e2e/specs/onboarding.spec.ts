/** How long it takes somebody new, by a model: from the first start to the first note saved. Read with `docs/benchmarks.md`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { derived, lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { type Effort, type Pace, hands, secondsOf } from '../support/hands.ts'

const RESULTS = join(import.meta.dirname, '../../test-results')
const MOST_SECONDS = 5 * 60
/** An average typist and reader; somebody who looks for each key, reads as one reads aloud, and writes as at thirteen. Sources in docs/benchmarks.md. */
const paces = {
  average: { key: 0.28, wordsRead: 238, wordsCopied: 22 },
  slow: { key: 0.5, wordsRead: 184 - 29, wordsCopied: 16 },
}

test('from the first start to the first note saved, the tour included', async ({ start }) => {
  const launched = await start()
  let { page } = launched
  const known = new Set<string>()
  const parts: Record<string, Effort> = {}

  await test.step('the first screen', async () => {
    const she = hands(page, known)
    await she.read(page.locator('body'))
    parts['firstScreen'] = she.effort
  })

  await test.step('the tour of an invented notebook', async () => {
    const lock = lockPage(page)
    const she = hands(page, known)
    await she.click(lock.button('Essayer avec un carnet fictif'))
    await she.wait(() => lock.tour.waitFor(derived))
    await she.read(page.getByText(/Tout y est inventé/))
    for (let stop = 1; stop <= 7; stop += 1) {
      await expect(lock.tour.getByText(`Visite, ${stop} sur 7`)).toBeVisible()
      await she.read(lock.tour)
      if (stop < 7) await she.click(lock.tour.getByRole('button', { name: 'Suivant' }))
    }
    await she.wait(async () => {
      page = await locking(launched, () => she.click(lock.button('Terminer et verrouiller')))
      await lockPage(page).passphrase.waitFor()
    })
    parts['tour'] = she.effort
  })

  await test.step('a notebook: passphrase, twelve words, two of them again', async () => {
    const lock = lockPage(page)
    const she = hands(page, known)
    await she.read(page.locator('body'))
    await she.click(lock.button('Proposer une phrase'))
    const proposed = page.locator('.suggestion-words')
    await she.read(page.locator('.suggestion'))
    const passphrase = await proposed.innerText()
    she.copy(passphrase)
    await she.click(lock.passphrase)
    await she.type(passphrase)
    await she.click(lock.again)
    await she.type(passphrase)
    await she.press('Enter')
    await page.getByRole('heading', { name: 'Vos douze mots de secours' }).waitFor()
    await she.read(page.locator('body'))
    const words = await lock.words.allInnerTexts()
    expect(words).toHaveLength(12)
    she.copy(words.join(' '))
    await she.press('Enter')
    const fields = page.getByRole('textbox', { name: /^Mot \d+$/ })
    await expect(fields.first()).toBeFocused()
    await she.read(page.locator('body'))
    for (const field of await fields.all()) {
      const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent)
      if (!(await field.evaluate((input) => input === document.activeElement))) await she.press('Tab')
      await she.type(words[Number(/\d+/.exec(label ?? '')?.[0]) - 1] ?? '')
    }
    await she.press('Enter')
    await she.wait(() => shell(page).rail.waitFor(derived))
    parts['notebook'] = she.effort
  })

  await test.step('a first note: somebody, a sentence', async () => {
    const she = hands(page, known)
    await expect(noteOfToday(page).who).toBeFocused()
    await she.read(page.locator('body'))
    await she.type('Mirabelle')
    await she.press('Enter')
    await noteOfToday(page).chips('Mirabelle').waitFor()
    await she.click(noteOfToday(page).note)
    await she.type('Vue au hall. Cherche une chambre.')
    await she.press('Control+Enter')
    await she.wait(() => expect(shell(page).toast).toContainText('Intervention enregistrée'))
    await she.read(shell(page).toast)
    parts['note'] = she.effort
  })

  const partNamed = (name: string): Effort => {
    const part = parts[name]
    if (part === undefined) throw new Error(`nothing was done of ${name}`)
    return part
  }
  const seconds = (pace: Pace, names: readonly string[]) =>
    Math.round(names.reduce((sum, name) => sum + secondsOf(partNamed(name), pace), 0))
  const began = ['firstScreen', 'notebook', 'note']
  const estimates = Object.fromEntries(
    Object.entries(paces).map(([name, pace]) => [
      name,
      { began: seconds(pace, began), tour: seconds(pace, ['tour']) },
    ]),
  )
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(
    join(RESULTS, 'onboarding.json'),
    `${JSON.stringify({ parts, seconds: estimates }, null, 2)}\n`,
  )
  expect(estimates['average']?.began).toBeLessThan(MOST_SECONDS)
})
