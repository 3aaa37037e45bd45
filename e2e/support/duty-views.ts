/** The dialogs of the duties that lean on an entry of a register, or on what a file says of others. */
import type { Page } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { fictionalDuties } from '../../src/engine/testing/duties.ts'
import { personPage } from '../pages/person.ts'
import { preview } from '../pages/preview.ts'
import { shell } from '../pages/shell.ts'
import { callEngine } from './bridge.ts'
import { dayFromToday } from './desk.ts'
import type { FileView } from './review-views.ts'

const LOST = 'Un carnet de surnoms et de besoins'
const ALIAS = 'La dame aux gants'

const toTab = async (page: Page, name: string) => {
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name }).click()
}
const lineOf = (page: Page, text: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text }).first()
const choose = async (page: Page, text: string, action: string) => {
  await lineOf(page, text)
    .getByRole('button', { name: /^Autres actions/ })
    .click()
  await page.getByRole('menuitem', { name: action }).click()
  await page.getByRole('dialog').first().waitFor()
}
const notice = (name: string, action: string): FileView => ({
  name,
  show: async ({ page }) => {
    await toTab(page, 'Incidents')
    await choose(page, LOST, action)
    await preview(page.getByRole('dialog')).drawn.waitFor()
  },
})

/** To be shown in this order, on one notebook. */
export const dutyViews: readonly FileView[] = [
  {
    name: 'duties-incident-serious',
    show: async ({ page }) => {
      const incident = fictionalDuties.confidentialityIncident({
        information: `${LOST}, avec deux numéros de téléphone.`,
        circumstances: 'Oublié sur une table du hall, lu par un inconnu.',
        happenedFrom: dayFromToday(-3),
        knownOn: dayFromToday(-2),
        personCount: 4,
        isCountApproximate: true,
        sensitivity: 'high',
        probability: 'medium',
        seriousRisk: true,
        conclusion: 'Un proche violent y est nommé.',
        consultedOn: dayFromToday(-1),
      })
      await callEngine(page, 'confidentialityIncidents.save', incident)
      await toTab(page, 'Incidents')
      await lineOf(page, LOST)
        .getByRole('button', { name: /^Ouvrir/ })
        .click()
      await page.getByText('Avis à donner avec diligence.').waitFor()
    },
  },
  notice('duties-incident-commission', 'Avis à la Commission'),
  notice('duties-incident-persons', 'Avis aux personnes'),
  {
    name: 'duties-withdraw',
    show: async ({ page }) => {
      await shell(page).goTo('Registres')
      await choose(page, 'Dire à une ressource', 'La personne retire son consentement')
    },
  },
  {
    name: 'duties-request-answer',
    show: async ({ page }) => {
      await toTab(page, 'Demandes')
      await lineOf(page, 'Accès à son dossier')
        .getByRole('button', { name: /^Ouvrir/ })
        .click()
      await page.getByRole('dialog', { name: 'Modifier la demande' }).waitFor()
    },
  },
  {
    name: 'person-copy-doubts',
    show: async ({ page }) => {
      const { id: otherId } = await callEngine(page, 'people.save', {
        ...blankPerson,
        aliases: ['Zéphirine Tilleul'],
      })
      const { id: personId } = await callEngine(page, 'people.save', {
        ...blankPerson,
        aliases: [ALIAS],
        howMet: 'Présentée par Zéphirine Tilleul. Tilleul la connaît depuis l’école.',
      })
      await callEngine(page, 'ties.save', { personId, otherId, kind: 'friend', note: '' })
      await personPage(page).open(ALIAS)
      await personPage(page).rights.getByRole('button', { name: 'Autres droits de la personne' }).click()
      await page.getByRole('menuitem', { name: 'Copie de son dossier' }).click()
      await page.getByText('1 mot pourrait être quelqu’un').waitFor()
    },
  },
]
