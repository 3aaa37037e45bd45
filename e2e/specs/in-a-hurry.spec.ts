/** Keys pressed faster than the program answers. */
import { noteOfToday } from '../pages/note.ts'
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
