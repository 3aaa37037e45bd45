import type { Page } from '@playwright/test'
import { blankContact } from '../../src/core/caseload/contact.ts'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { dialogFields, fields } from '../pages/fields.ts'
import { noteOverScreen } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'

const AWAY = 'Vagabond du fleuve'
const TASK = 'Appeler le philosophe'

test('the work around persons: follow-ups, incidents, activities, lists, language', async ({ opened }) => {
  test.setTimeout(120_000)
  const { page } = opened
  const frame = shell(page)
  const main = page.getByRole('main')
  const form = fields(main, page)
  const button = (name: string | RegExp) => main.getByRole('button', { name })
  const tab = (name: RegExp) => main.getByRole('tab', { name }).click()
  const lineOf = (text: string | RegExp) => main.getByRole('listitem').filter({ hasText: text })
  /** Of a list drawn only where one looks. */
  const scrollToEnd = () => main.evaluate((content) => content.scrollTo(0, content.scrollHeight))
  await recordAway(page)

  await test.step('a follow-up that repeats makes the next one, a week later in the agenda', async () => {
    await frame.goTo('Suivis')
    await button('Nouveau suivi').click()
    const followUp = dialogFields(page, 'Nouveau suivi')
    await followUp.text('À faire').fill(TASK)
    await followUp.pick('Pour qui', 'Le philosophe')
    await followUp.day('Pour le', dayFromToday(0))
    await followUp.choose('Répétition', 'Chaque semaine')
    await expect(followUp.dialog.getByText(/^Une fois celui-ci fait, le prochain se crée/)).toBeVisible()
    await followUp.save()
    await expect(frame.toast).toContainText('Suivi enregistré')
    await tab(/^Semaine/)
    await expect(lineOf(TASK)).toHaveCount(1)
    await button(`Marquer comme fait\u00a0: ${TASK}`).click()
    await expect(frame.toast).toContainText('Suivi fait, le prochain est inscrit')
    await expect(lineOf(TASK)).toContainText('fait aujourd’hui')
    await button('Semaine suivante').click()
    await expect(lineOf(TASK)).toContainText('Chaque semaine')
    await button('Aujourd’hui').click()
    await expect(lineOf(TASK)).toContainText('fait aujourd’hui')
  })

  await test.step('not seen for so many weeks', async () => {
    await tab(/^Pas vues/)
    await form.number('Pas vues depuis (semaines)', 8)
    await scrollToEnd()
    await expect(lineOf(AWAY)).toContainText('vue il y a 8 semaines')
    await form.number('Pas vues depuis (semaines)', 9)
    await expect(lineOf(AWAY)).toHaveCount(0)
    await form.number('Pas vues depuis (semaines)', 8)
    await scrollToEnd()
    await button(`Suivi\u00a0: ${AWAY}`).click()
    const followUp = dialogFields(page, 'Nouveau suivi')
    await expect(followUp.combo('Pour qui')).toHaveValue(AWAY)
    await page.keyboard.press('Escape')
  })

  await test.step('an incident and its intensity; by 1,000 visits once they are entered', async () => {
    await frame.goTo('Conflits d’usage')
    await button('Nouveau conflit').click()
    const incident = dialogFields(page, 'Nouveau conflit d’usage')
    await incident.save()
    await expect(incident.dialog.getByText('Choisissez au moins une sorte de conflit.')).toBeVisible()
    await incident.pick('Quoi', 'Menaces')
    await incident.tick('radio', /3 · menace/)
    await incident.text('Les faits').fill('A levé la voix près des journaux.')
    await incident.choose('Issue', 'Apaisé')
    await incident.tick('checkbox', 'Le personnel est concerné')
    await incident.save()
    await expect(frame.toast).toContainText('Conflit d’usage enregistré')
    await expect(lineOf('A levé la voix')).toContainText('intensité 3, menace')
    await expect(lineOf('A levé la voix')).toContainText('apaisé · personnel concerné')

    await frame.goTo('Activités')
    await tab(/^Fréquentation/)
    const month = new Intl.DateTimeFormat('fr-CA', { month: 'long' }).format(new Date())
    await form.text(month).fill('12 000')
    await page.keyboard.press('Enter')
    await expect(frame.toast).toContainText('Fréquentation enregistrée')
    await expect(main).toContainText(await visitsSentence(page))
  })

  await test.step('a group activity, a staff support and its pulse', async () => {
    await tab(/^Groupes/)
    await button('Nouvelle activité').click()
    const group = dialogFields(page, 'Nouvelle activité')
    await group.text('Titre').fill('Café des plantes')
    await group.choose('Sorte', 'Café-rencontre')
    await group.number('Participants', 9)
    await group.save()
    await expect(frame.toast).toContainText('Activité enregistrée')
    await expect(lineOf('Café des plantes')).toContainText('9 participants')
    await tab(/^Soutien/)
    await button('Nouveau soutien').click()
    const support = dialogFields(page, 'Nouveau soutien')
    await support.choose('Ce qui s’est fait', 'Faire un retour')
    await support.number('Membres du personnel', 4)
    await support.tick('radio', /2 · peu/)
    await support.text('Note').fill('Retour sur une soirée tendue.')
    await support.save()
    await expect(frame.toast).toContainText('Soutien au personnel enregistré')
    await expect(lineOf('Retour sur une soirée')).toContainText('4 membres du personnel')
    await expect(lineOf('Retour sur une soirée')).toContainText(/sentiment de sécurité\s:\s*2 · peu/)
    await expect(main).toContainText(/Sentiment de sécurité\s: \S+ sur 5 depuis trois mois/)
  })

  await test.step('hours against the agreement', async () => {
    await tab(/^Heures/)
    await form.text('Durée').fill('beaucoup')
    await form.save()
    await expect(main.getByText(/^Par exemple 3\sh\s30/)).toBeVisible()
    await form.text('Durée').fill('23,5')
    await form.text('Précision').fill('inventaire de nuit')
    await form.save()
    await expect(frame.toast).toContainText('Heures enregistrées')
    await expect(lineOf('inventaire de nuit')).toContainText(/23\sh\s30/)
    await form.text('Durée').fill('3 h')
    await form.save()
    const week = main.locator('details').first()
    await expect(week).toContainText(/Bibliothèque\s: .* sur 25\sh/)
    await expect(week).toContainText(/\+\s\d+\sh/)
  })

  await test.step('a value renamed keeps its old word in the past; a retired one leaves the choices', async () => {
    await frame.goTo('Réglages')
    await tab(/^Listes/)
    await button(`Autres actions\u00a0: Hall`).click()
    await page.getByRole('menuitem', { name: 'Renommer' }).click()
    const value = dialogFields(page, 'Renommer la valeur')
    await value.text('En français').fill('Grande entrée')
    await value.save()
    await expect(frame.toast).toContainText('Valeur renommée')
    await expect(lineOf('Grande entrée')).toContainText(/«\sHall\s» jusqu’au/)
    await button(`Autres actions\u00a0: Téléphone`).click()
    await page.getByRole('menuitem', { name: 'Retirer des choix' }).click()
    const retire = page.getByRole('dialog', { name: /^Retirer «\sTéléphone\s» des choix$/ })
    await fields(retire, page).day('Dernier jour où la choisir', dayFromToday(-1))
    await retire.getByRole('button', { name: /^Retirer/ }).click()
    await expect(frame.toast).toContainText('Valeur retirée des choix')

    await frame.goTo('Personnes')
    await main.getByRole('searchbox').fill(AWAY)
    await main.getByRole('rowheader', { name: AWAY }).click()
    await expect(lineOf('Croisé au hall.')).toContainText('· Hall')
    await page.keyboard.press('Control+n')
    const note = dialogFields(page, 'Note éclair')
    await note.choice('Où').click()
    await expect(page.getByRole('option', { name: 'Grande entrée', exact: true })).toBeVisible()
    await expect(page.getByRole('option', { name: 'Téléphone', exact: true })).toHaveCount(0)
    await page.getByRole('option', { name: 'Grande entrée', exact: true }).click()
    await noteOverScreen(page).note.fill('Revenu ce matin.')
    await noteOverScreen(page).save()
    await expect(lineOf('Revenu ce matin.')).toContainText('· Grande entrée')
    await expect(lineOf('Croisé au hall.')).toContainText('· Hall')
  })

  await test.step('in English and back', async () => {
    await frame.goTo('Réglages')
    await form.choose('Langue de l’interface', 'English')
    const rail = page.getByRole('navigation', { name: 'Navigation' })
    for (const name of ['Today', 'Persons', 'Follow-ups', 'Referrals', 'Incidents', 'Settings'])
      await expect(rail.getByRole('link', { name: new RegExp(`^${name}(,|$)`) })).toBeVisible()
    await rail.getByRole('link', { name: /^Follow-ups/ }).click()
    await tab(/^Day/)
    const longDay = await page.evaluate(() =>
      new Intl.DateTimeFormat('en-CA', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date()),
    )
    await expect(main.getByRole('heading', { level: 2 }).first()).toHaveText(longDay)
    await rail.getByRole('link', { name: 'Settings' }).click()
    await form.choose('Language of the interface', 'Français')
    await expect(frame.link('Réglages')).toBeVisible()
    await expect(frame.title).toHaveText('Réglages')
  })
})

/** Somebody met once in the hall, sixty days ago: eight weeks and some days. */
async function recordAway(page: Page): Promise<void> {
  const { id } = await callEngine(page, 'people.save', { ...blankPerson, aliases: [AWAY] })
  const defaults = await callEngine(page, 'contacts.defaults', undefined)
  await callEngine(page, 'contacts.save', {
    ...blankContact,
    ...defaults,
    at: `${dayFromToday(-60)}T10:00`,
    place: 'hall',
    personIds: [id],
    note: 'Croisé au hall.',
  })
}

/** What this year’s visits and the conflicts of the months that have some come to, counted one by one. */
async function visitsSentence(page: Page): Promise<RegExp> {
  const year = dayFromToday(0).slice(0, 4)
  const all = await callEngine(page, 'visits.list', undefined)
  const visits = all.filter(({ month }) => month.startsWith(year))
  const months = visits.map(({ month }) => month)
  const { rows: incidents } = await callEngine(page, 'incidents.list', { limit: 500, offset: 0 })
  const counted = incidents.filter(({ at }) => months.includes(at.slice(0, 7))).length
  const total = visits.reduce((sum, { count }) => sum + count, 0)
  const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 2 })
  const said = [total, (counted / total) * 1000].map((each) => number.format(each).replaceAll(/\s/g, '\\s'))
  return new RegExp(
    `${said[0]} visites dans les mois inscrits\\s; conflits d’usage par 1\\s000 visites\\s: ${said[1]}`,
  )
}
