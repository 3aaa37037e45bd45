/** In discreet mode no name is to be read over a shoulder, wherever it stands, until it is pointed at. */
import type { Locator } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { personPage } from '../pages/person.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { importViews } from '../support/import-views.ts'
import { putAway } from '../support/views.ts'

/** A name as text is drawn with letters of no size. */
const sizeOf = (name: Locator) => name.evaluate((text) => getComputedStyle(text).fontSize)
const securityOf = (input: Locator) =>
  input.evaluate((input) => getComputedStyle(input).getPropertyValue('-webkit-text-security'))

test('a name is hidden in a field, in what a copy masks, in what an import read', async ({
  opened,
  desk,
  fictional,
}) => {
  const { page } = opened
  const { id } = await callEngine(page, 'people.save', { ...blankPerson, aliases: ['La dame aux gants'] })
  await callEngine(page, 'people.save', { ...blankPerson, aliases: ['Zéphirine Tilleul'] })
  await callEngine(page, 'people.save', {
    ...blankPerson,
    id,
    aliases: ['La dame aux gants'],
    howMet: 'Présentée par Zéphirine Tilleul. Tilleul la connaît.',
  })
  await personPage(page).open('La dame aux gants')
  await page.keyboard.press('Control+Shift+L')

  await personPage(page).button('Suivi').click()
  const dialog = page.getByRole('dialog', { name: 'Nouveau suivi' })
  const who = dialog.getByRole('combobox', { name: 'Pour qui' })
  await expect(who).toHaveValue('La dame aux gants')
  await dialog.getByRole('heading').hover()
  expect(await securityOf(who)).toBe('disc')
  await who.hover()
  expect(await securityOf(who)).toBe('none')
  await putAway(page)

  const { rights } = personPage(page)
  await rights.getByRole('button', { name: 'Autres droits de la personne' }).click()
  await page.getByRole('menuitem', { name: 'Copie de son dossier' }).click()
  const copy = page.getByRole('dialog', { name: 'Copie de son dossier' })
  await copy.getByRole('heading', { name: 'Copie de son dossier' }).hover()
  const marks = copy.locator('mark')
  await expect(marks).toHaveText(['Zéphirine Tilleul', 'Tilleul'])
  for (const name of await copy.locator('mark .name-text, .doubt-line .name-text').all())
    expect(await sizeOf(name)).toBe('0px')
  await marks.first().hover()
  expect(await sizeOf(marks.first().locator('.name-text'))).not.toBe('0px')
  await putAway(page)

  await importViews
    .find(({ name }) => name === 'import')
    ?.show(opened, { folder: desk.folder, passphrase: fictional.passphrase })
  const main = page.getByRole('main')
  const read = main.locator('.import-fields .field-note, .import-value')
  expect(await read.count()).toBeGreaterThan(6)
  for (const text of await read.all())
    for (const name of await text.locator('.name-text').all()) expect(await sizeOf(name)).toBe('0px')
  // nothing of the file is said outside a name
  const words = await read.evaluateAll((all) =>
    all.map((each) => [...each.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).length),
  )
  expect(words.every((count) => count === 0)).toBe(true)
})
