import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Launched, windowOf } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { putVault } from '../support/desk.ts'
import { commandLineOf, descendantsOf, isAlive } from '../support/processes.ts'

/** Saves a note about somebody unidentified and waits until it is acknowledged. */
async function saveNote(page: Page, text: string): Promise<void> {
  const note = noteOfToday(page)
  await note.addUnidentified()
  await note.note.fill(text)
  await note.save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  // the next note has taken its place
  await expect(note.note).toHaveValue('')
}

async function expectFound(page: Page, text: string): Promise<void> {
  await shell(page).find(text)
  await expect(shell(page).results.filter({ hasText: text })).toHaveCount(1)
  await page.keyboard.press('Escape')
}

const pidOf = ({ app }: Launched): number => app.process().pid ?? 0
const enginesOf = (launched: Launched): number[] =>
  descendantsOf(pidOf(launched)).filter((pid) => /Filigrane engine|utility-host/.test(commandLineOf(pid)))

test('Ctrl+L locks, and the passphrase opens it again', async ({ opened, fictional }) => {
  const page = await locking(opened, () => opened.page.keyboard.press('Control+l'))
  await expect(lockPage(page).title).toHaveText('Verrouillé à votre demande')
  expect(await page.evaluate(() => document.title)).toBe('Filigrane')
  await lockPage(page).unlock(fictional.passphrase)
  await expect(shell(page).rail).toBeVisible()
  // a lock is a clean closing
  await expect(page.getByText('Fermé inopinément')).toHaveCount(0)
})

test('what was typed the moment before Ctrl+L is in the draft', async ({ opened, fictional }) => {
  const { note } = noteOfToday(opened.page)
  await note.fill('le début')
  await expect(noteOfToday(opened.page).kept).toBeVisible()
  const page = await locking(opened, async () => {
    await note.press('End')
    await opened.page.keyboard.type(', la fin')
    await opened.page.keyboard.press('Control+L')
  })
  await lockPage(page).unlock(fictional.passphrase)
  await expect(noteOfToday(page).note).toHaveValue('le début, la fin')
})

test('the engine killed outright: the window comes back locked, with the last note', async ({
  opened,
  fictional,
}) => {
  test.skip(process.platform !== 'linux', 'finds the engine through /proc')
  await saveNote(opened.page, 'gardée malgré le moteur')
  expect(enginesOf(opened).length).toBe(1)
  const [engine = 0] = enginesOf(opened)
  const page = await locking(opened, async () => process.kill(engine, 'SIGKILL'))
  await expect(lockPage(page).title).toContainText('Verrouillé par prudence')
  await lockPage(page).unlock(fictional.passphrase)
  await expect(page.getByText(/Fermé inopinément\s; dernier enregistrement à/)).toBeVisible()
  await expectFound(page, 'gardée malgré le moteur')
})

test('an engine that no longer answers does not hold up a lock', async ({ opened, fictional }) => {
  test.skip(process.platform !== 'linux', 'finds the engine through /proc')
  await saveNote(opened.page, 'gardée malgré le moteur figé')
  const [engine = 0] = enginesOf(opened)
  // neither the asked checkpoint nor SIGTERM is heard by a process that is stopped
  process.kill(engine, 'SIGSTOP')
  const page = await locking(opened, () => opened.page.keyboard.press('Control+l'))
  await expect(lockPage(page).title).toHaveText('Verrouillé à votre demande')
  expect(isAlive(engine)).toBe(false)
  expect(enginesOf(opened).length).toBe(1)
  await lockPage(page).unlock(fictional.passphrase)
  await expect(shell(page).rail).toBeVisible()
  await expectFound(page, 'gardée malgré le moteur figé')
})

test('a lock signal that comes while the passphrase is derived is obeyed at once', async ({
  desk,
  start,
  fictional,
}) => {
  test.skip(process.platform !== 'linux', 'finds the engine through /proc')
  putVault(fictional, desk)
  const launched = await start()
  const [engine = 0] = enginesOf(launched)
  const page = await locking(launched, async () => {
    // stopped, so that the signal comes before the end of the derivation, however fast the computer
    process.kill(engine, 'SIGSTOP')
    await lockPage(launched.page).unlock(fictional.passphrase)
    await lockPage(launched.page).progress.waitFor()
    await launched.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
    process.kill(engine, 'SIGCONT')
  })
  await expect(lockPage(page).title).toHaveText('Verrouillé avec la session')
  expect(isAlive(engine)).toBe(false)
  await lockPage(page).unlock(fictional.passphrase)
  await expect(shell(page).rail).toBeVisible()
})

test('the whole app killed outright: nothing acknowledged is lost, the draft is restored', async ({
  opened,
  start,
  fictional,
}) => {
  await saveNote(opened.page, 'gardée malgré la panne')
  const draft = noteOfToday(opened.page)
  await draft.addTheme('Logement')
  await draft.note.fill('brouillon gardé malgré la panne')
  await expect(draft.kept).toBeVisible()
  const family = [pidOf(opened), ...descendantsOf(pidOf(opened))]
  opened.app.process().kill('SIGKILL')
  await expect.poll(() => family.filter(isAlive)).toEqual([])

  const { page } = await start()
  await expect(lockPage(page).title).toHaveText('Carnet verrouillé')
  await lockPage(page).unlock(fictional.passphrase)
  await expect(page.getByText(/Fermé inopinément\s; dernier enregistrement à/)).toBeVisible()
  await expect(noteOfToday(page).note).toHaveValue('brouillon gardé malgré la panne')
  await expect(noteOfToday(page).chips('Logement')).toBeVisible()
  await expect(page.getByText('Brouillon retrouvé')).toBeVisible()
  await expectFound(page, 'gardée malgré la panne')
})

for (const [signal, title] of [
  ['suspend', 'Verrouillé à la mise en veille'],
  ['resume', 'Verrouillé à la mise en veille'],
  ['lock-screen', 'Verrouillé avec la session'],
  ['user-did-resign-active', 'Verrouillé avec la session'],
] as const)
  test(`it locks on ${signal}`, async ({ opened }) => {
    const page = await locking(opened, () =>
      opened.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), signal),
    )
    await expect(lockPage(page).title).toHaveText(title)
  })

test('it locks after five idle minutes', async ({ opened }) => {
  const page = await locking(opened, () =>
    opened.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleState = (seconds) => (seconds <= 300 ? 'idle' : 'active')
    }),
  )
  await expect(lockPage(page).title).toHaveText('Verrouillé après 5 minutes d’inactivité')
})

test('a renderer that crashes by itself locks too', async ({ opened }) => {
  const window = await windowOf(opened)
  const page = await locking(opened, () =>
    window.evaluate(({ webContents }) => webContents.forcefullyCrashRenderer()),
  )
  await expect(lockPage(page).title).toContainText('Verrouillé par prudence')
  await expect(lockPage(page).passphrase).toBeVisible()
})

test('the lock screen and the system’s dialogs speak the language chosen, from one start to the next', async ({
  start,
  desk,
}) => {
  const asked = ({ app }: Launched) =>
    app.evaluate(({ dialog }) => {
      const seen: unknown[] = []
      Reflect.set(globalThis, 'dialogsAsked', seen)
      dialog.showOpenDialog = (...asked: unknown[]) => {
        seen.push(asked.at(-1))
        return Promise.resolve({ canceled: true, filePaths: [] })
      }
    })
  const first = await start()
  await asked(first)
  const dialogs = () => first.app.evaluate(() => Reflect.get(globalThis, 'dialogsAsked') as unknown[])
  await expect(lockPage(first.page).title).toHaveText('Créer votre carnet')
  await lockPage(first.page).passphrase.fill('corbeau violon tracteur')
  await lockPage(first.page).button('English').click()
  await expect(lockPage(first.page).title).toHaveText('Create your notebook')
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'en-CA')
  // what was typed stays
  await expect(first.page.getByLabel('Passphrase', { exact: true })).toHaveValue('corbeau violon tracteur')
  await first.page.getByRole('button', { name: 'Open an existing notebook' }).click()
  await expect.poll(dialogs).toMatchObject([{ title: 'Open a notebook', buttonLabel: 'Choose' }])
  await first.close()
  expect(JSON.parse(readFileSync(join(desk.profile, 'settings.json'), 'utf8'))).toMatchObject({
    vault: desk.vault,
    language: 'en',
  })

  const second = await start()
  await expect(lockPage(second.page).title).toHaveText('Create your notebook')
  await lockPage(second.page).button('Français').click()
  await expect(lockPage(second.page).title).toHaveText('Créer votre carnet')
})

test('a session found locked by polling, as on Linux, locks too, and empties the clipboard', async ({
  opened,
}) => {
  const { app } = opened
  await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('une note copiée')
    if (process.platform === 'linux') await clipboard.selection.writeText('une note sélectionnée')
  })
  const page = await locking(opened, () =>
    app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleState = () => 'locked'
    }),
  )
  await expect(lockPage(page).title).toHaveText('Verrouillé avec la session')
  const left = await app.evaluate(async ({ clipboard }) => [
    await clipboard.readText(),
    process.platform === 'linux' ? await clipboard.selection.readText() : '',
  ])
  expect(left).toEqual(['', ''])
})

test('what is copied in the window leaves the clipboard after thirty seconds', async ({ opened }) => {
  const { app, page } = opened
  await app.evaluate(({ clipboard }) => clipboard.writeText('une note copiée'))
  await page.evaluate(() => document.dispatchEvent(new ClipboardEvent('copy')))
  await page.waitForTimeout(20_000)
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('une note copiée')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText()), { timeout: 20_000 }).toBe('')
})
