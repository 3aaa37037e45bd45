/** Lists of which only what is near is drawn: nothing jumps, nothing overlaps, and the keys reach every row. */
import type { Page } from '@playwright/test'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { whenLoaded } from '../support/look.ts'

/** The rows drawn, by their place in the whole list, with where each stands in the window. */
const drawn = (page: Page) =>
  page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('ul.windowed > li')]
      .map((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return { place: Number(row.getAttribute('aria-posinset')), top, bottom }
      })
      .toSorted((a, b) => a.place - b.place),
  )
const scrollBy = async (page: Page, pixels: number) => {
  await page.getByRole('main').evaluate((main, pixels) => main.scrollBy(0, pixels), pixels)
  // the rows come with the next frames, what they say a moment later
  await whenLoaded(page)
}

test('a list is scrolled to its end and back: rows follow one another, and stay where they are', async ({
  opened,
}) => {
  const { page } = opened
  await shell(page).goTo('Interventions')
  const list = page.getByRole('main').getByRole('list', { name: 'Interventions' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  const total = Number(await list.getByRole('listitem').first().getAttribute('aria-setsize'))
  expect(total).toBeGreaterThan(200)
  expect((await drawn(page)).length).toBeLessThan(40)

  await expect(async () => {
    await scrollBy(page, 1_000_000)
    expect((await drawn(page)).at(-1)?.place).toBe(total)
  }).toPass()
  // rows above were never drawn: each is measured on the way up, and must push nothing
  for (let step = 0; step < 12; step++) {
    const before = await drawn(page)
    await scrollBy(page, -300)
    const after = await drawn(page)
    const seen = before.filter(({ top, bottom }) => top > 0 && bottom < 600)
    for (const { place, top } of seen) {
      const row = after.find((each) => each.place === place)
      if (row) expect(Math.abs(row.top - top - 300), `row ${place}`).toBeLessThanOrEqual(2)
    }
    for (const [at, { place, bottom }] of after.slice(0, -1).entries()) {
      expect(after[at + 1]?.place).toBe(place + 1)
      expect(Math.abs((after[at + 1]?.top ?? 0) - bottom), `row ${place}`).toBeLessThanOrEqual(1)
    }
  }
})

test('the keys reach the last row of a table, and come back', async ({ opened }) => {
  const { page } = opened
  await shell(page).goTo('Personnes')
  const rows = page.getByRole('grid', { name: 'Personnes' }).getByRole('row')
  await rows.nth(1).focus()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))
  await page.keyboard.press('End')
  const total = await page.getByRole('grid', { name: 'Personnes' }).getAttribute('aria-rowcount')
  await expect.poll(focused).toBe(total)
  await page.keyboard.press('PageUp')
  await expect.poll(async () => Number(await focused())).toBeLessThan(Number(total) - 3)
  await page.keyboard.press('Home')
  await expect.poll(focused).toBe('2')
  // scrolled away from it, the row that holds the focus stays
  await scrollBy(page, 1_000_000)
  await expect.poll(focused).toBe('2')
})
