import type { Page } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { registers, plainDocuments } from '../../src/core/duties/documents/names.ts'
import { documentNames } from '../../src/core/duties/text/fr/names.ts'
import { dialogFields, fields } from '../pages/fields.ts'
import { personPage } from '../pages/person.ts'
import { printed } from '../pages/printing.ts'
import { shell } from '../pages/shell.ts'
import { duties } from '../../src/renderer/text/fr/duties.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'
import { asCoordinator, coordinatorPassphrase, letCoordinatorIn } from '../support/two-roles.ts'

const ALIAS = 'La dame aux gants'

// opening the fictional notebook counts too
test.describe.configure({ timeout: 300_000 })

const openTab = async (page: Page, name: string) => {
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name, exact: true }).click()
}

test('an incident: entered by the worker, weighed and closed by the coordinator, printed with its eight fields', async ({
  opened,
  desk,
  fictional,
}) => {
  let page = opened.page
  await letCoordinatorIn(page, fictional.passphrase)
  await callEngine(page, 'people.save', { ...blankPerson, aliases: [ALIAS] })
  const line = () => page.getByRole('main').getByRole('listitem').filter({ hasText: 'Un carnet de surnoms' })
  const form = (title: string) => {
    const incident = dialogFields(page, title)
    const weigh = (what: string, level: string) =>
      incident.dialog
        .getByRole('radiogroup', { name: what })
        .getByRole('radio', { name: level })
        .check({ force: true })
    return { ...incident, weigh }
  }

  await test.step('the worker writes what she knows that day', async () => {
    await openTab(page, 'Incidents')
    await page.getByRole('button', { name: 'Nouvel incident' }).first().click()
    const incident = form('Nouvel incident')
    await incident.text('1. Renseignements visés').fill('Un carnet de surnoms et de besoins.')
    await incident
      .text('2. Ce qui est arrivé')
      .fill(`Oublié sur une table du hall, lu par un inconnu. Concerne ${ALIAS}.`)
    await incident.day('3. Le, ou à partir du', dayFromToday(-3))
    await incident.day('Jusqu’au', dayFromToday(-2))
    await incident.day('4. Connu le', dayFromToday(-2))
    await incident.number('5. Nombre de personnes', 4)
    await incident.pick('Personnes du carnet', ALIAS)
    await expect(incident.dialog).toContainText('ne penchent pas vers un risque sérieux')
    await incident.weigh('Sensibilité des renseignements', 'élevée')
    await expect(incident.dialog).toContainText('Ces réponses penchent vers un risque sérieux')
    await incident.text('Conséquences appréhendées').fill('Perte d’un hébergement.')
    await incident.text('Utilisations malveillantes possibles').fill('Chantage d’un proche.')
    await incident.text('8. Mesures prises').fill('Carnet repris, papier banni du hall.')
    await incident.save()
    // a conclusion against the test says why
    await expect(incident.dialog.getByRole('alert')).toContainText('reasons-needed')
    await incident.text('Ce qui mène à cette conclusion').fill('Rendu tout de suite.')
    await incident.save()
    await expect(line()).toContainText('en cours')
    await expect(line()).toContainText('pas de risque sérieux')
  })

  page = await asCoordinator(opened, page)
  await test.step('the coordinator concludes otherwise: no closing without its notices', async () => {
    await openTab(page, 'Incidents')
    await line()
      .getByRole('button', { name: /^Ouvrir/ })
      .click()
    const incident = form('Modifier l’incident')
    await incident.tick('checkbox', 'Il y a un risque qu’un préjudice sérieux soit causé')
    await expect(incident.dialog).toContainText('Avis à donner avec diligence.')
    await incident.text('Ce qui mène à cette conclusion').fill('Un proche violent y est nommé.')
    await incident.day('Personne responsable de la protection consultée le', dayFromToday(-1))
    await incident.day('Clos le', dayFromToday(0))
    await incident.save()
    await expect(incident.dialog.getByRole('alert')).toContainText('notices-missing')
    await incident.day('Commission d’accès à l’information avisée le', dayFromToday(-1))
    await incident.text('Personnes non avisées, ou avis public : pourquoi').fill('Nuirait à l’enquête.')
    await incident.save()
    await expect(line()).toContainText('clos')
    await expect(line()).toContainText('· risque sérieux')
  })

  const to = { folder: desk.releases, passphrase: coordinatorPassphrase }
  await test.step('the two notices are pre-filled, and name nobody', async () => {
    const notice = async (name: string) => {
      await line()
        .getByRole('button', { name: /^Autres actions/ })
        .click()
      const text = await printed(opened, page, page.getByRole('menuitem', { name }), to)
      expect(text).toContain('Oublié sur une table du hall, lu par un inconnu. Concerne •••.')
      expect(text).not.toContain(ALIAS)
      return text
    }
    expect(await notice('Avis à la Commission')).toContain('11. Autorité semblable avisée hors du Québec')
    expect(await notice('Avis aux personnes')).toContain('Ce que vous pouvez faire')
  })

  const register = page.getByRole('button', { name: 'Imprimer le registre' })
  const text = await printed(opened, page, register, to)
  for (const said of [
    '1. Renseignements visés Un carnet de surnoms et de besoins.',
    '2. Circonstances Oublié sur une table du hall, lu par un inconnu.',
    '3. Date ou période du',
    '4. Connu de l’organisme le',
    `5. Personnes concernées 4 ; au carnet : ${ALIAS}`,
    '6. Évaluation du préjudice Sensibilité des renseignements : élevée',
    'Utilisations malveillantes possibles : Chantage d’un proche.',
    'Conséquences appréhendées : Perte d’un hébergement.',
    'Probabilité d’une utilisation préjudiciable : moyenne',
    'il y a un risque qu’un préjudice sérieux soit causé. Un proche violent y est nommé.',
    '7. Avis Commission d’accès à l’information : ',
    'Personnes concernées, non avisées : Nuirait à l’enquête.',
    '8. Mesures prises Carnet repris, papier banni du hall.',
    'À garder jusqu’au',
  ])
    expect(text).toContain(said)
})

test('the coordinator prints every register and document, and finds in the access log who did what', async ({
  opened,
  desk,
  fictional,
}) => {
  await letCoordinatorIn(opened.page, fictional.passphrase)
  await callEngine(opened.page, 'people.save', { ...blankPerson, aliases: [ALIAS] })
  await personPage(opened.page).open(ALIAS)
  const page = await asCoordinator(opened, opened.page)
  const main = page.getByRole('main')
  const to = { folder: desk.releases, passphrase: coordinatorPassphrase }
  await personPage(page).open(ALIAS)
  const consents = await callEngine(page, 'consents.list', undefined)
  const requests = await callEngine(page, 'requests.list', undefined)
  const disclosures = await callEngine(page, 'disclosures.list', undefined)
  const incidents = await callEngine(page, 'confidentialityIncidents.list', undefined)

  await test.step('all that prints', async () => {
    await openTab(page, 'Documents')
    const texts = new Map<string, string>()
    for (const document of [...plainDocuments, ...registers]) {
      const button = main.getByRole('button', { name: `Imprimer : ${duties.documents[document]}` })
      const text = await printed(opened, page, button, to)
      expect(text).toContain(documentNames[document].title)
      texts.set(document, text)
    }
    const said = (document: string) => texts.get(document) ?? ''
    expect(said('consents')).toContain(`${consents.length} inscriptions`)
    for (const { alias } of consents) expect(said('consents')).toContain(alias)
    for (const { words } of requests) expect(said('requests')).toContain(words)
    for (const { reasons } of disclosures) expect(said('disclosures')).toContain(reasons)
    for (const { measures } of incidents) expect(said('confidentialityIncidents')).toContain(measures)
    expect(said('erasures')).toContain('Rien n’est inscrit à ce registre.')
    expect(said('accessLog')).toContain('La chaîne des inscriptions est entière')
    // what names nobody
    for (const document of plainDocuments)
      for (const { alias } of consents) expect(said(document)).not.toContain(alias)
  })

  await test.step('the access log: by person, by key, by day', async () => {
    await openTab(page, 'Journal d’accès')
    const rows = main.getByRole('row').filter({ has: page.getByRole('rowheader') })
    const filters = fields(main, page)
    const { total } = await callEngine(page, 'accessLog.list', { limit: 1, offset: 0 })
    // rows beside those in sight are drawn when nothing waits: the grid says how many there are
    const isWhole = () => expect(main.getByRole('grid')).toHaveAttribute('aria-rowcount', String(total + 1))
    await isWhole()
    await main.getByRole('searchbox', { name: 'Personne' }).fill('dame aux gants')
    await expect(rows.filter({ hasNotText: ALIAS })).toHaveCount(0)
    await expect(rows.filter({ hasText: 'Intervenante' }).filter({ hasText: 'Fiche lue' })).toHaveCount(1)
    await filters.choose('Qui', 'Coordination')
    await expect(rows.filter({ hasText: 'Intervenante' })).toHaveCount(0)
    await expect(rows.filter({ hasText: 'Fiche lue' })).toHaveCount(1)
    await main.getByRole('searchbox', { name: 'Personne' }).fill('')
    await expect(
      rows.filter({ hasText: 'Registre des consentements' }).filter({ hasText: 'Imprimé' }),
    ).toHaveCount(1)
    await filters.choose('Qui', 'Tout le monde')
    await isWhole()
    await filters.day('Au', dayFromToday(-1))
    await expect(main).toContainText('Rien à ces conditions')
    await filters.day('Du', dayFromToday(0))
    await filters.day('Au', dayFromToday(0))
    await isWhole()
  })

  const text = await printed(opened, page, page.getByRole('button', { name: 'Imprimer le registre' }), to)
  expect(text).toContain(`fiche lue ${ALIAS}`)
  expect(text).toMatch(/Coordination \w+ imprimé Registre des consentements/u)
})
