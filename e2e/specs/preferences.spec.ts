/** What the system says that somebody needs: less motion, more contrast, colours of their own. */
import type { Page } from '@playwright/test'
import type { Launched } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { screenNames, shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { violationsOf } from '../support/axe.ts'
import { statesNotDrawn, stopsNotDrawn, teachDrawn } from '../support/drawn.ts'
import { type Theme, setTheme, whenLoaded } from '../support/look.ts'
import { putAway, views } from '../support/views.ts'

declare global {
  interface Window {
    moved: string[]
  }
}

/** Fields of each kind, a calendar, a scale. */
const dialogs = new Set(['today-when', 'quick-note', 'person-edit', 'incidents-new'])

/** From now on, `window.moved` holds what began to move, wherever it is on the page. */
const watchMotion = (page: Page) =>
  page.evaluate(() => {
    window.moved = []
    for (const name of ['animationstart', 'transitionrun'])
      document.addEventListener(name, ({ target }) => {
        if (target instanceof Element) window.moved.push(`${name} ${target.getAttribute('class')}`)
      })
  })

/** Shows them all, telling what moved: what began to, what still does. */
async function motionOver(page: Page, shown: typeof views): Promise<string[]> {
  await watchMotion(page)
  const still: string[] = []
  for (const { name, show } of shown) {
    await show(page)
    const moving = await page.evaluate(() => ({
      count: document.getAnimations().length,
      isSmooth: [...document.querySelectorAll('*')].some(
        (element) => getComputedStyle(element).scrollBehavior !== 'auto',
      ),
    }))
    if (moving.count > 0 || moving.isSmooth) still.push(name)
    await putAway(page)
  }
  return [...still, ...(await page.evaluate(() => window.moved))]
}

test('nothing moves on any screen or overlay for who asked for less motion', async ({ opened }) => {
  test.setTimeout(300_000)
  const { page } = opened
  // a watch that sees nothing would see nothing either where things do move
  const moving = views.filter(({ name }) => dialogs.has(name))
  expect((await motionOver(page, moving)).join()).toContain('animationstart scrim')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await motionOver(page, views)).toEqual([])
})

test('nothing moves while a notebook opens either', async ({ start }) => {
  const { page } = await start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await watchMotion(page)
  await page.getByRole('button', { name: 'Essayer avec un carnet fictif' }).click()
  await page.getByRole('region', { name: 'Visite guidée' }).waitFor()
  expect(await page.evaluate(() => window.moved)).toEqual([])
})

interface Need {
  name: string
  theme: Theme
  media: Parameters<Page['emulateMedia']>[0]
}
/** The rules of a need are the same in both themes: each is tried in the one where it costs the most. */
const needs: readonly Need[] = [
  { name: 'colours of their own', theme: 'light', media: { forcedColors: 'active' } },
  { name: 'more contrast', theme: 'dark', media: { contrast: 'more' } },
]

for (const { name, theme, media } of needs)
  test.describe(name, () => {
    async function inNeed(launched: Launched): Promise<Page> {
      await setTheme(launched, theme)
      await launched.page.emulateMedia(media)
      await teachDrawn(launched.page)
      return launched.page
    }

    test('what is chosen, pressed or reached is drawn so; chips and states have an edge', async ({
      opened,
    }) => {
      test.setTimeout(300_000)
      const page = await inNeed(opened)
      const lost: string[] = []
      let states = 0
      const look = async (name: string) => {
        const seen = await statesNotDrawn(page)
        states += seen.states
        lost.push(...seen.lost.map((element) => `${name}: ${element}`))
      }
      const edgeless = new Set<string>()
      for (const { name, show } of views) {
        await show(page)
        await whenLoaded(page)
        // where the keyboard is, in what has just opened
        if ((await page.locator('[role=menu], [role=listbox]').count()) > 0)
          await page.keyboard.press('ArrowDown')
        await look(name)
        const words = await page.evaluate(() =>
          [...document.querySelectorAll('.chip, .badge, [data-late]')]
            .filter((word) => word.checkVisibility() && getComputedStyle(word).borderTopStyle !== 'solid')
            .map(({ className }) => className),
        )
        for (const word of words) edgeless.add(word)
        await putAway(page)
      }
      await shell(page).discreet.click()
      await look('discreet')
      // what is drawn takes part: its words are as dark as those of the page
      await shell(page).goTo('Statistiques')
      await page.getByRole('tab', { name: 'Explorer' }).click()
      const inks = await page
        .locator('.month-chart text')
        .first()
        .evaluate((word) => [getComputedStyle(word).fill, getComputedStyle(document.body).color])
      expect(inks[0]).toBe(inks[1])
      expect(lost).toEqual([])
      expect([...edgeless]).toEqual([])
      expect(states).toBeGreaterThan(views.length)
    })

    test('the focus is seen at every stop, and text stays legible', async ({ opened }) => {
      test.setTimeout(300_000)
      const page = await inNeed(opened)
      const unseen: string[] = []
      const read: string[] = []
      const walk = async (name: string, most: number) => {
        await whenLoaded(page)
        const { stops, lost } = await stopsNotDrawn(page, most)
        expect(stops, name).toBeGreaterThan(0)
        unseen.push(...lost.map((element) => `${name}: ${element}`))
        read.push(...(await violationsOf(page, 'colours')).map((violation) => `${name}: ${violation}`))
      }
      for (const screen of screenNames) {
        await shell(page).goTo(screen)
        await walk(screen, 30)
      }
      for (const { name, show } of views.filter((view) => dialogs.has(view.name))) {
        await show(page)
        await walk(name, 20)
        await putAway(page)
      }
      expect(unseen).toEqual([])
      expect(read).toEqual([])
    })

    test('what tells how strong a passphrase is, is drawn so', async ({ start }) => {
      const page = await inNeed(await start())
      await lockPage(page).passphrase.fill('corbeau violon tracteur')
      await expect(lockPage(page).strength).toContainText(/Solidité\s:/)
      const { states, lost } = await statesNotDrawn(page)
      expect(states).toBeGreaterThan(0)
      expect(lost).toEqual([])
      expect(await violationsOf(page, 'colours')).toEqual([])
    })
  })
