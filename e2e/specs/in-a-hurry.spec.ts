/** Keys pressed faster than the program answers. */
import { dialogFields } from '../pages/fields.ts'
import { noteOfToday, noteOverScreen } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { commandLineOf, descendantsOf } from '../support/processes.ts'
import type { Launched } from '../electron.ts'

/** Stops the engine's process as a loaded computer would, while `act` goes on. */
async function withEngineStopped({ app }: Launched, act: () => Promise<void>): Promise<void> {
  const engine = descendantsOf(app.process().pid ?? 0).find((pid) =>
    /Filigrane engine|utility-host|node\.mojom\.NodeService/.test(commandLineOf(pid)),
  )
  if (engine === undefined) throw new Error('no engine is running')
  process.kill(engine, 'SIGSTOP')
  try {
    await act()
  } finally {
    process.kill(engine, 'SIGCONT')
  }
}

test('what is typed as soon as a note is saved is in the next one', async ({ opened }) => {
  const { page } = opened
  const note = noteOfToday(page)
  for (const letters of ['un', 'deux', 'trois']) {
    await note.addUnidentified()
    await note.note.fill(`avant ${letters}`)
    await page.keyboard.press('Control+Enter')
    // the very moment it is said, with no look at the form
    await page.waitForFunction(() => document.body.innerText.includes('Intervention enregistrée'))
    await page.keyboard.type(letters)
    await expect(note.who).toHaveValue(letters)
    await note.who.fill('')
    await page
      .getByRole('region', { name: /^Notifications/ })
      .getByRole('button', { name: 'Fermer' })
      .click()
  }
  const { rows } = await callEngine(page, 'contacts.list', { limit: 3, offset: 0 })
  expect(rows.map((row) => row.note)).toEqual(['avant trois', 'avant deux', 'avant un'])
})

test('what is typed while a note is being saved is in the next one, and only there', async ({ opened }) => {
  const { page } = opened
  const note = noteOfToday(page)
  const letters = 'la dame au chapeau vert, près des revues'
  const saveAndTypeOn = async () => {
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type(letters)
  }
  // as fast as the keys come; then with an engine that takes its time
  for (const [at, saving] of [
    saveAndTypeOn,
    () => withEngineStopped(opened, saveAndTypeOn),
    () => withEngineStopped(opened, saveAndTypeOn),
  ].entries()) {
    await note.addUnidentified()
    await note.note.fill(`avant ${at}`)
    await saving()
    await expect(note.who).toBeFocused()
    await expect(note.who).toHaveValue(letters)
    await expect(note.note).toHaveValue('')
    // the cursor stays where one types
    await page.keyboard.type(' !')
    await expect(note.who).toHaveValue(`${letters} !`)
    await note.who.fill('')
  }
  const { rows } = await callEngine(page, 'contacts.list', { limit: 3, offset: 0 })
  expect(rows.map((row) => row.note)).toEqual(['avant 2', 'avant 1', 'avant 0'])
})

test('over another screen too, the next note is there for who types on; else nothing more is asked', async ({
  opened,
}) => {
  const { page } = opened
  const note = noteOverScreen(page)
  await shell(page).goTo('Ressources')
  await page.keyboard.press('Control+n')
  await note.addUnidentified()
  await note.note.fill('une')
  await withEngineStopped(opened, async () => {
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('+1')
  })
  await expect(note.who).toHaveValue('+1')
  await page.keyboard.press('Enter')
  await note.note.fill('deux')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const { rows } = await callEngine(page, 'contacts.list', { limit: 2, offset: 0 })
  expect(rows.map((row) => row.note)).toEqual(['deux', 'une'])
})

test('an alias made a moment ago is found again, not made twice, however soon Enter comes', async ({
  opened,
}) => {
  const { page } = opened
  const note = noteOfToday(page)
  await note.createPerson('Mirabelle')
  await note.save()
  await expect(note.chips('Mirabelle')).toHaveCount(0)
  await withEngineStopped(opened, async () => {
    await note.who.fill('Mirabelle')
    await page.keyboard.press('Enter')
  })
  await expect(note.chips('Mirabelle')).toBeVisible()
  expect(await callEngine(page, 'people.list', { text: 'Mirabelle', limit: 5, offset: 0 })).toMatchObject({
    total: 1,
  })
})

test('a note is saved with whom it names, however late the answer', async ({ opened }) => {
  const { page } = opened
  const note = noteOverScreen(page)
  const [first] = (await callEngine(page, 'people.list', { limit: 1, offset: 0 })).rows
  const alias = first?.aliases[0] ?? ''
  await shell(page).goTo('Ressources')
  await page.keyboard.press('Control+n')
  await expect(note.who).toBeFocused()
  await withEngineStopped(opened, async () => {
    await page.keyboard.type(alias)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('itin')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('vue au hall')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Momo')
  })
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  await expect(note.who).toHaveValue('Momo')
  const { rows } = await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })
  expect(rows[0]).toMatchObject({ note: 'vue au hall', themes: ['homelessness'], people: [{ alias }] })
})

test('what is typed while somebody new is being made stays, and the note waits for her', async ({
  opened,
}) => {
  const { page } = opened
  const note = noteOfToday(page)
  await note.who.fill('Capucine')
  await expect(note.suggestions.getByRole('option', { name: /^Créer «/ })).toBeVisible()
  await withEngineStopped(opened, async () => {
    await note.who.press('Enter')
    await note.note.focus()
    await page.keyboard.type('arrivée ce matin')
    await page.keyboard.press('Control+Enter')
  })
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  const { rows } = await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })
  expect(rows[0]).toMatchObject({ note: 'arrivée ce matin', people: [{ alias: 'Capucine' }] })
})

test('a field of a form keeps whom it was given, however late the answer', async ({ opened }) => {
  const { page } = opened
  const [known] = (await callEngine(page, 'people.list', { limit: 1, offset: 0 })).rows
  const alias = known?.aliases[0] ?? ''
  await shell(page).goTo('Conflits d’usage')
  await page.getByRole('button', { name: 'Nouveau conflit' }).click()
  const incident = dialogFields(page, 'Nouveau conflit d’usage')
  await incident.pick('Quoi', 'Menaces')
  const choose = async (next: string) => {
    await incident.combo('Personne').focus()
    await withEngineStopped(opened, async () => {
      await page.keyboard.type(alias)
      await page.keyboard.press('Enter')
      await page.keyboard.press(next)
    })
  }
  await choose('Tab')
  await expect(incident.combo('Personne')).toHaveValue(alias)
  // what was typed reads like the choice: the one may still give way to the other, under what is selected to be cleared
  await expect(async () => {
    await incident.combo('Personne').fill('')
    await expect(incident.combo('Personne')).toHaveValue('', { timeout: 500 })
  }).toPass()
  // not saved without her: at once if her answer was there, else when it is asked again
  await choose('Control+Enter')
  await expect(async () => {
    if (await incident.combo('Personne').isVisible()) await page.keyboard.press('Control+Enter')
    await expect(shell(page).toast).toContainText('Conflit d’usage enregistré', { timeout: 1000 })
  }).toPass()
  const { rows } = await callEngine(page, 'incidents.list', { limit: 1, offset: 0 })
  expect(rows[0]?.personId).toBe(known?.id)
})

test('nobody found late, the note says what it lacks and is typed in again', async ({ opened }) => {
  const { page } = opened
  const note = noteOfToday(page)
  await note.note.focus()
  await page.keyboard.type('seule')
  await note.who.focus()
  await withEngineStopped(opened, async () => {
    await page.keyboard.type('zz')
    await page.keyboard.press('Control+Enter')
  })
  await expect(note.who).toHaveAttribute('aria-invalid', 'true')
  await expect(note.who).toBeFocused()
  await expect(note.who).toHaveValue('zz')
  await expect(note.note).toHaveValue('seule')
})

test('a note that is not saved is typed in again, and what was typed ahead waits for the next', async ({
  opened,
}) => {
  const { page } = opened
  const note = noteOfToday(page)
  const settings = await callEngine(page, 'settings.read', undefined)
  await note.addUnidentified()
  await note.chooseDay('2024-05-15')
  await note.note.fill('trop tôt')
  await note.note.focus()
  await callEngine(page, 'settings.save', { ...settings, mandateStartsOn: '2024-06-01' })
  await withEngineStopped(opened, async () => {
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Momo')
  })
  await expect(page.getByRole('alert')).toContainText('before-mandate')
  await expect(note.note).toBeFocused()
  await page.keyboard.type(' encore')
  await expect(note.note).toHaveValue('trop tôt encore')
  await callEngine(page, 'settings.save', settings)
  await page.keyboard.press('Control+Enter')
  await expect(note.who).toHaveValue('Momo')
})

test('Enter right after typing opens the hit of what was typed, however late the answer', async ({
  opened,
}) => {
  const { page } = opened
  const { rows: people } = await callEngine(page, 'people.list', { limit: 2, offset: 0 })
  const [first, second] = [people[0]?.aliases[0] ?? '', people[1]?.aliases[0] ?? '']
  // an answer to something else is on screen
  await shell(page).find(second)
  await expect(shell(page).results.first()).toContainText(second)
  await withEngineStopped(opened, async () => {
    await shell(page).palette.getByRole('searchbox').fill(first)
    await page.keyboard.press('Enter')
    await expect(shell(page).palette).toBeVisible()
  })
  await expect(shell(page).title).toContainText(first)
  await expect(shell(page).palette).toBeHidden()
})

test('Enter for nothing that is found leaves the palette open', async ({ opened }) => {
  const { page } = opened
  await withEngineStopped(opened, async () => {
    await shell(page).find('zzzqqq')
    await page.keyboard.press('Enter')
  })
  await expect(shell(page).palette.getByText('Rien ne correspond')).toBeVisible()
})
