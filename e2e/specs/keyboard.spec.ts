import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noteOverScreen } from '../pages/note.ts'
import { screenNames, shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'

/** Where the figures of a run are left: beside Playwright's own results. */
const RESULTS = join(import.meta.dirname, '../../test-results')

/** A keyboard that counts: one chord is one stroke, one letter is one stroke. */
function countingKeyboard(page: Page) {
  let strokes = 0
  return {
    strokes: () => strokes,
    async press(keys: string) {
      strokes++
      await page.keyboard.press(keys)
    },
    async type(text: string) {
      strokes += text.length
      await page.keyboard.type(text)
    },
  }
}

test('the note éclair, by keyboard only, from another screen to saved', async ({ opened }) => {
  const { page } = opened
  await shell(page).goTo('Statistiques')
  const { alias, letters } = await someoneNearby(page)
  const text = 'vue au hall'

  const keys = countingKeyboard(page)
  const began = performance.now()
  await keys.press('Control+n')
  await expect(noteOverScreen(page).who).toBeFocused()
  await keys.type(letters)
  await keys.press('Enter')
  await keys.press('Tab')
  await keys.press('Tab')
  await keys.type('it')
  await keys.press('Enter')
  await keys.press('Tab')
  await expect(noteOverScreen(page).note).toBeFocused()
  await page.keyboard.type(text)
  await keys.press('Control+Enter')
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  const milliseconds = Math.round(performance.now() - began)

  const { rows } = await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })
  expect(rows[0]).toMatchObject({ note: text, themes: ['homelessness'], people: [{ alias }] })

  const effort = {
    noteEclair: { strokes: keys.strokes() - letters.length, withAlias: keys.strokes(), milliseconds },
  }
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, 'effort.json'), `${JSON.stringify(effort, null, 2)}\n`)
  expect(effort.noteEclair.strokes).toBeLessThanOrEqual(12)
})

/** Somebody whom two letters are enough to bring first: the usual case. */
async function someoneNearby(page: Page): Promise<{ alias: string; letters: string }> {
  for (const { aliases } of (await callEngine(page, 'people.list', { limit: 500, offset: 0 })).rows) {
    const [alias = ''] = aliases
    const letters = alias.slice(0, 2).toLowerCase()
    const [first] = (await callEngine(page, 'people.list', { text: letters, limit: 1, offset: 0 })).rows
    if (/^[a-z]{2}$/.test(letters) && first?.aliases[0] === alias) return { alias, letters }
  }
  throw new Error('two letters bring nobody first')
}

test('every screen is reached with the keyboard alone', async ({ opened }) => {
  const { page } = opened
  const { title, palette, link } = shell(page)
  for (const name of screenNames) {
    await shell(page).find(name)
    await page.keyboard.press('Enter')
    await expect(palette).toHaveCount(0)
    await expect(link(name)).toHaveAttribute('aria-current', 'page')
    await expect(title).toBeVisible()
  }
})

test('the rail is walked with Tab, and the skip link leads to the content', async ({ opened }) => {
  const { page } = opened
  const { link } = shell(page)
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  // the screen gives the focus to the note when it is drawn
  await expect(page.getByRole('combobox', { name: 'Avec qui' })).toBeFocused()
  await skip.focus()
  const focused: string[] = []
  for (let stops = 0; stops <= screenNames.length; stops++) {
    await page.keyboard.press('Tab')
    focused.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
  }
  for (const name of screenNames) expect(focused.join('\n')).toContain(name)
  await skip.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await link('Personnes').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Personnes' })).toBeVisible()
})

test('a person’s file is opened from the table, and a dialog gives the focus back', async ({ opened }) => {
  const { page } = opened
  await shell(page).goTo('Personnes')
  const rows = page.getByRole('row')
  await rows.nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const edit = page.getByRole('button', { name: 'Modifier la fiche' })
  await edit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Modifier la fiche' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(edit).toBeFocused()
})
