import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { windowOf } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'

test('a stranger tries the program: invented persons, a tour, nothing kept and nothing let out', async ({
  start,
  desk,
}) => {
  const launched = await start()
  const { page } = launched
  await lockPage(page).tryOut()
  await expect(shell(page).rail).toBeVisible()
  await expect(page.getByText(/Tout y est inventé, rien n’est gardé et rien n’en sort/)).toBeVisible()

  const card = lockPage(page).tour
  for (let step = 1; step < 7; step += 1) {
    await expect(card.getByText(`Visite, ${step} sur 7`)).toBeVisible()
    await card.getByRole('button', { name: 'Suivant' }).click()
  }
  await card.getByRole('button', { name: 'Fermer la visite' }).click()
  await expect(card).toHaveCount(0)

  const note = noteOfToday(page)
  await note.addUnidentified()
  await note.note.fill('une pervenche imaginaire')
  await note.save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')

  // what would leave is refused, whatever the screen
  const asked = await page.evaluate(() =>
    Promise.all(
      [
        'releases.chooseFolder',
        'documents.chooseFolder',
        'backups.chooseFile',
        'releases.chooseRegisterFile',
        'packages.chooseNewCard',
        'packages.chooseNewFile',
      ].map((name) =>
        (
          globalThis as unknown as {
            filigrane: { call(name: string, input?: unknown): Promise<{ failure?: string }> }
          }
        ).filigrane.call(name),
      ),
    ),
  )
  expect(asked.map(({ failure }) => failure)).toEqual(Array(6).fill('trial-only'))

  const locked = await locking(launched, () => page.keyboard.press('Control+l'))
  await expect(lockPage(locked).title).toHaveText('Créer votre carnet')
  expect(readdirSync(desk.folder).toSorted()).toEqual(['profile', 'publications'])
  expect(readdirSync(desk.releases)).toEqual([])
  const settings = join(desk.profile, 'settings.json')
  expect(existsSync(settings) ? readFileSync(settings, 'utf8') : '').not.toContain('essai')
})

test('the window comes back where it was left', async ({ start }) => {
  const first = await start()
  await (
    await windowOf(first)
  ).evaluate((window) => window.setBounds({ x: 60, y: 40, width: 1000, height: 700 }))
  await first.close()
  const second = await start()
  expect(await (await windowOf(second)).evaluate((window) => window.getBounds())).toEqual({
    x: 60,
    y: 40,
    width: 1000,
    height: 700,
  })
})
