/** In discreet mode no name is to be read over a shoulder, wherever it stands, until it is pointed at. */
import type { Locator } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { fictionalDuties } from '../../src/engine/testing/duties.ts'
import { dialogFields } from '../pages/fields.ts'
import { noteOfToday } from '../pages/note.ts'
import { personPage } from '../pages/person.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'
import { importViews } from '../support/import-views.ts'
import { putAway } from '../support/views.ts'

/** A name as text is drawn with letters of no size. */
const sizeOf = (name: Locator) => name.evaluate((text) => getComputedStyle(text).fontSize)
const securityOf = (input: Locator) =>
  input.evaluate((input) => getComputedStyle(input).getPropertyValue('-webkit-text-security'))
const areHidden = async (names: Locator) => {
  await expect(names.first()).toBeAttached()
  for (const name of await names.all()) expect(await sizeOf(name)).toBe('0px')
}

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
  await areHidden(copy.locator('mark .name-text, .doubt-line .name-text'))
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

test('what is looked for is shown while it is typed, what is found once an arrow or the pointer is on it', async ({
  opened,
}) => {
  const { page } = opened
  const alias = 'La dame aux gants'
  await callEngine(page, 'people.save', { ...blankPerson, aliases: [alias, 'Zéphirine Tilleul'] })
  await callEngine(
    page,
    'requests.save',
    fictionalDuties.request({ requester: 'Gontran Tilleul', receivedOn: dayFromToday(-28) }),
  )
  await page.keyboard.press('Control+Shift+L')
  const away = () => page.getByRole('heading', { level: 1 }).hover()
  const isTypedAlone = async (input: Locator) => {
    await input.fill('tilleul')
    expect(await securityOf(input)).toBe('none')
    await page.keyboard.press('Shift+Tab')
    await away()
    expect(await securityOf(input)).toBe('disc')
  }

  await shell(page).goTo('Personnes')
  await isTypedAlone(page.getByRole('searchbox', { name: 'Filtrer par surnom' }))
  await expect(page.getByRole('row').filter({ hasText: alias })).toBeVisible()
  await areHidden(page.getByRole('row').locator('.name-text'))
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name: 'Journal d’accès' }).click()
  await isTypedAlone(page.getByRole('searchbox', { name: 'Personne' }))
  await page.getByRole('tab', { name: 'Demandes' }).click()
  await areHidden(page.getByRole('listitem').filter({ hasText: 'Gontran' }).locator('.name-text'))

  await shell(page).goTo('Aujourd’hui')
  await areHidden(page.getByRole('listitem').filter({ hasText: 'Gontran' }).locator('.name-text'))
  const { who, suggestions } = noteOfToday(page)
  await who.fill('tilleul')
  const found = suggestions.getByRole('option').filter({ hasText: alias })
  await areHidden(found.locator('.name-text'))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  for (const name of await found.locator('.name-text').all()) expect(await sizeOf(name)).not.toBe('0px')
  await page.keyboard.press('Enter')
  await away()
  await areHidden(page.locator('.chip .name-text'))
  await isTypedAlone(who)

  const { results, palette } = shell(page)
  await shell(page).find('tilleul')
  const hit = results.filter({ hasText: alias })
  await areHidden(hit.locator('.name-text'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(palette.locator('[data-focused]')).toContainText(alias)
  for (const name of await hit.locator('.name-text').all()) expect(await sizeOf(name)).not.toBe('0px')
  await palette.getByRole('searchbox').fill('tilleu')
  await areHidden(hit.locator('.name-text'))
  await putAway(page)

  await shell(page).goTo('Interventions')
  const filter = page.getByRole('combobox', { name: 'Interventions' })
  await filter.fill('tilleul')
  await areHidden(suggestions.locator('.name-text'))
  await page.keyboard.press('Enter')
  await away()
  await areHidden(page.locator('.chip .name-text'))
  await page.getByRole('button', { name: 'Garder ce filtre' }).click()
  const keeping = dialogFields(page, 'Garder ce filtre')
  await keeping.dialog.getByRole('button', { name: 'Annuler' }).focus()
  await keeping.dialog.getByRole('heading').hover()
  expect(await securityOf(keeping.text('Nom du filtre'))).toBe('disc')
})

test('a tooltip names nobody: the pointer may be resting', async ({ opened: { page } }) => {
  await page.keyboard.press('Control+Shift+L')
  await shell(page).goTo('Réunion d’équipe')
  await page.getByRole('tab', { name: 'Charge de travail' }).click()
  const add = page.getByRole('button', { name: /^Mettre à l’ordre du jour : ./ }).first()
  await add.hover()
  await expect(page.getByRole('tooltip')).toHaveText('Mettre un dossier à l’ordre du jour')
})
