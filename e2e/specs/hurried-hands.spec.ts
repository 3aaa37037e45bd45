/** Pressed twice, pressed too long, pressed for what is no more: once is done, and it is said in sight. */
import type { Locator } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { noteOfToday } from '../pages/note.ts'
import { personPage } from '../pages/person.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'

const act = () => ({ act: crypto.randomUUID() })

test('a form saved twice in a row makes one record', async ({ opened: { page } }) => {
  const made = async (title: string) => {
    const { rows } = await callEngine(page, 'followUps.list', { done: false, limit: 500, offset: 0 })
    return rows.filter((row) => row.title === title).length
  }
  await shell(page).goTo('Suivis')
  const dialog = page.getByRole('dialog', { name: 'Nouveau suivi' })
  for (const [title, press] of [
    ['Deux clics', () => dialog.getByRole('button', { name: 'Enregistrer' }).dblclick()],
    [
      'Deux fois au clavier',
      async () => {
        await page.keyboard.press('Control+Enter')
        await page.keyboard.press('Control+Enter')
        await expect(page.getByRole('button', { name: 'Nouveau suivi' })).toBeFocused()
        await page.keyboard.press('Control+Enter')
      },
    ],
  ] as const) {
    await page.getByRole('button', { name: 'Nouveau suivi' }).click()
    await dialog.getByRole('textbox', { name: 'À faire' }).fill(title)
    // the second press may come once the dialog has gone
    await press().catch(() => undefined)
    await expect.poll(() => made(title)).toBe(1)
    await expect(dialog).toHaveCount(0)
  }
})

test('in a meeting, Ctrl+Enter held down decides of one file, once', async ({ opened: { page } }) => {
  await shell(page).goTo('Réunion d’équipe')
  await page.getByRole('button', { name: 'Commencer la réunion' }).dblclick()
  const room = page.getByRole('dialog')
  await room.getByRole('button', { name: /^Ajouter/ }).click()
  await room.getByRole('textbox', { name: /^Qui fait quoi|^Action|^À faire/ }).fill('Appeler une seule fois')
  await page.keyboard.down('Control')
  for (let press = 0; press < 4; press++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  await expect(room.getByRole('heading', { name: /2 sur/ })).toBeVisible()
  const { agenda } = await callEngine(page, 'meetings.list', undefined)
  expect(agenda.map(({ reviewedAt }) => reviewedAt !== null)).toEqual([true, false, false])
  expect(agenda[0]?.actions).toHaveLength(1)
})

test('what could not be saved is said in sight, however long the form', async ({ opened: { page } }) => {
  const alias = 'Éphémère Fictif'
  const { id } = await callEngine(page, 'people.save', { ...blankPerson, aliases: [alias] })
  await personPage(page).open(alias)
  await page.getByRole('button', { name: 'Modifier la fiche' }).click()
  await callEngine(page, 'people.remove', { id })
  const dialog = page.getByRole('dialog', { name: 'Modifier la fiche' })
  await dialog.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 })
})

test('the undo of a note leaves the screen once something else was done: it would take that back', async ({
  opened: { page },
}) => {
  const note = noteOfToday(page)
  const { toast } = shell(page)
  await note.addUnidentified()
  await note.note.fill('Parlé de la pluie.')
  await note.save()
  await expect(toast).toContainText('Annuler')
  await note.createPerson('Nouvelle Fictive')
  await expect(toast).toHaveCount(0)
  const { undo } = await callEngine(page, 'history.read', undefined)
  expect(undo).toEqual({ command: 'people.save', subject: 'Nouvelle Fictive' })
})

test('in a low window what would be undone is written over nothing, and what locks stays in sight', async ({
  opened: { page },
}) => {
  await callEngine(page, 'people.save', { ...blankPerson, aliases: ['Une Fictive'] })
  await callEngine(page, 'people.save', { ...blankPerson, aliases: ['Autre Fictive'] })
  await callEngine(page, 'history.undo', act())
  const rail = page.locator('.rail')
  for (const height of [820, 600]) {
    await page.setViewportSize({ width: 1280, height })
    await expect(shell(page).lock).toBeInViewport({ ratio: 1 })
    const boxes = await rail
      .locator('.rail-act, .rail-act-words')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
      )
    expect(boxes).toHaveLength(4)
    const [undo = [], undoWords = [], redo = [], redoWords = []] = boxes
    expect(undoWords[1]).toBeLessThanOrEqual(undo[1] ?? 0)
    expect(redoWords[1]).toBeLessThanOrEqual(redo[1] ?? 0)
    expect(undo[1]).toBeLessThanOrEqual(redo[0] ?? 0)
  }
})

test('a double click ticks one follow-up, not the one that takes its place', async ({ opened: { page } }) => {
  const done = async () =>
    (await callEngine(page, 'followUps.list', { done: true, limit: 1, offset: 0 })).total
  const clickTwice = async (tick: Locator) => {
    const before = await done()
    const box = await tick.boundingBox()
    if (box === null) throw new Error('nothing to tick')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.up()
    await expect.poll(done).toBe(before + 1)
    // another line is there now
    await expect(shell(page).toast).toContainText('Annuler')
    await page.mouse.down({ clickCount: 2 })
    await page.mouse.up({ clickCount: 2 })
    await callEngine(page, 'today.read', undefined)
    expect(await done()).toBe(before + 1)
  }
  await clickTwice(page.getByRole('button', { name: /^Marquer comme fait/ }).first())
  await shell(page).goTo('Suivis')
  await clickTwice(page.locator('.tick').first())
})
