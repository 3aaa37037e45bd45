/** Every screen and every overlay worth looking at, reached as a person would; on a caseload that fills them. */
import type { Page } from '@playwright/test'
import { noteOfToday } from '../pages/note.ts'
import { preview } from '../pages/preview.ts'
import { shell, type ScreenName } from '../pages/shell.ts'
import { takeoverPage } from '../pages/takeover.ts'

export interface View {
  /** Also the name of its picture. */
  name: string
  show: (page: Page) => Promise<void>
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

const screen = (name: string, title: ScreenName): View => ({
  name,
  show: (page) => shell(page).goTo(title),
})

/** Over a screen: what this button opens, known by its role. */
const over = (
  name: string,
  title: ScreenName,
  opener: string | RegExp,
  role: 'dialog' | 'menu' | 'listbox' = 'dialog',
): View => ({
  name,
  show: async (page) => {
    await shell(page).goTo(title)
    await button(page, opener).click()
    await page.getByRole(role).first().waitFor()
  },
})

/** A tab of a screen; with an opener, what that button opens over it. */
const tab = (name: string, title: ScreenName, tabName: RegExp, opener?: string | RegExp): View => ({
  name,
  show: async (page) => {
    await shell(page).goTo(title)
    await page.getByRole('tab', { name: tabName }).click()
    if (opener === undefined) return
    await button(page, opener).click()
    await page.getByRole('dialog').first().waitFor()
  },
})

/** What opens shows a paper, drawn. */
const drawn = ({ name, show }: View): View => ({
  name,
  show: async (page) => {
    await show(page)
    await preview(page.getByRole('dialog')).drawn.waitFor()
  },
})

const onPerson = (name: string, opener?: string | RegExp, role: 'dialog' | 'menu' = 'dialog'): View => ({
  name,
  show: async (page) => {
    await shell(page).goTo('Personnes')
    await page.getByRole('row').nth(1).click()
    await page.getByRole('heading', { name: 'Le lien' }).waitFor()
    if (opener === undefined) return
    await button(page, opener).click()
    await page.getByRole(role).first().waitFor()
  },
})

export const signers = { organization: 'Gisèle Fictive', coordinator: 'Nadia Fictive', worker: 'Lou Fictive' }

/** Of an open vault. */
export const views: readonly View[] = [
  screen('today', 'Aujourd’hui'),
  over('today-when', 'Aujourd’hui', /^Quand/),
  over('today-place', 'Aujourd’hui', /^Où|Où$/, 'listbox'),
  {
    name: 'today-attachments',
    show: async (page) => {
      await shell(page).goTo('Aujourd’hui')
      await button(page, /^Axe/).click()
      await button(page, 'Référer').click()
      await button(page, 'Suivi').click()
      await button(page, /^Enregistrer/).click()
      await page.getByText('Dites en quelques mots ce qu’il y a à faire.').waitFor()
    },
  },
  {
    name: 'today-suggestions',
    show: async (page) => {
      await shell(page).goTo('Aujourd’hui')
      await noteOfToday(page).who.fill('a')
      await noteOfToday(page).suggestions.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'palette',
    show: async (page) => {
      await shell(page).goTo('Personnes')
      await shell(page).find('logement')
      await shell(page).results.first().waitFor()
    },
  },
  {
    name: 'guide',
    show: async (page) => {
      await shell(page).goTo('Personnes')
      await page.keyboard.press('F1')
      await page.getByRole('dialog', { name: 'Guide' }).getByRole('heading', { name: 'Personnes' }).waitFor()
    },
  },
  {
    name: 'quick-note',
    show: async (page) => {
      await shell(page).goTo('Personnes')
      await page.keyboard.press('Control+n')
      await page.getByRole('dialog', { name: 'Note éclair' }).getByRole('combobox').first().waitFor()
    },
  },
  screen('people', 'Personnes'),
  over('people-new', 'Personnes', 'Nouvelle personne'),
  over('people-duplicates', 'Personnes', 'Comparer'),
  onPerson('person'),
  onPerson('person-edit', 'Modifier la fiche'),
  onPerson('person-referral', 'Référer'),
  onPerson('person-follow-up', 'Suivi'),
  onPerson('person-menu', 'Autres actions', 'menu'),
  screen('contacts', 'Interventions'),
  over('contacts-menu', 'Interventions', /^Autres actions/, 'menu'),
  over('contacts-edit', 'Interventions', /^Ouvrir/),
  screen('follow-ups', 'Suivis'),
  {
    name: 'follow-ups-done',
    show: async (page) => {
      await shell(page).goTo('Suivis')
      await page.getByRole('tab', { name: /^Faits/ }).click()
    },
  },
  tab('follow-ups-day', 'Suivis', /^Jour/),
  tab('follow-ups-week', 'Suivis', /^Semaine/),
  tab('follow-ups-not-seen', 'Suivis', /^Pas vues/),
  over('follow-ups-new', 'Suivis', 'Nouveau suivi'),
  {
    name: 'follow-ups-calendar',
    show: async (page) => {
      await shell(page).goTo('Suivis')
      await button(page, 'Nouveau suivi').click()
      await button(page, /^Choisir dans le calendrier/).click()
      await page.getByRole('grid').waitFor()
    },
  },
  screen('referrals', 'Référencements'),
  over('referrals-new', 'Référencements', 'Nouveau référencement'),
  over('referrals-advance', 'Référencements', /^Avancer/, 'menu'),
  over('referrals-details', 'Référencements', /^Détails/),
  {
    name: 'referrals-end',
    show: async (page) => {
      await shell(page).goTo('Référencements')
      await button(page, /^Avancer/).click()
      await page.getByRole('menuitem', { name: /^Service obtenu/ }).click()
      await page.getByRole('dialog', { name: 'Conclure le référencement' }).waitFor()
    },
  },
  {
    name: 'referrals-ended',
    show: async (page) => {
      await shell(page).goTo('Référencements')
      await page.getByRole('tab', { name: /^Terminés/ }).click()
    },
  },
  screen('resources', 'Ressources'),
  over('resources-new', 'Ressources', 'Nouvelle ressource'),
  over('resources-menu', 'Ressources', /^Autres actions/, 'menu'),
  screen('incidents', 'Conflits d’usage'),
  over('incidents-new', 'Conflits d’usage', /^Nouveau conflit/),
  tab('activities-groups', 'Activités', /^Groupes/),
  over('activities-new', 'Activités', 'Nouvelle activité'),
  tab('activities-support', 'Activités', /^Soutien/),
  tab('activities-support-new', 'Activités', /^Soutien/, 'Nouveau soutien'),
  tab('activities-hours', 'Activités', /^Heures/),
  tab('activities-visits', 'Activités', /^Fréquentation/),
  screen('settings', 'Réglages'),
  tab('settings-lists', 'Réglages', /^Listes/),
  tab('settings-value-new', 'Réglages', /^Listes/, 'Ajouter une valeur'),
  tab('updates', 'Réglages', /^Mises à jour/),
  tab('updates-licences', 'Réglages', /^Mises à jour/, 'Voir les licences'),
  tab('settings-report', 'Réglages', /^Dépannage/, /^Créer un rapport/),
  {
    name: 'duties',
    show: async (page) => {
      await shell(page).goTo('Registres')
      await page.getByText('valide').first().waitFor()
    },
  },
  over('duties-consent-new', 'Registres', 'Nouveau consentement'),
  tab('duties-requests', 'Registres', /^Demandes/),
  tab('duties-request-new', 'Registres', /^Demandes/, 'Nouvelle demande'),
  tab('duties-disclosures', 'Registres', /^Communications/),
  tab('duties-disclosure-new', 'Registres', /^Communications/, 'Nouvelle communication'),
  tab('duties-incidents', 'Registres', /^Incidents/),
  tab('duties-incident-new', 'Registres', /^Incidents/, 'Nouvel incident'),
  tab('duties-retention', 'Registres', /^Conservation/),
  tab('duties-access', 'Registres', /^Journal/),
  tab('duties-documents', 'Registres', /^Documents/),
  drawn(tab('duties-print', 'Registres', /^Documents/, /^Imprimer.*consentements/)),
  onPerson('person-notice', 'Inscrire la lecture de l’avis'),
  {
    name: 'person-copy',
    show: async (page) => {
      await shell(page).goTo('Personnes')
      await page.getByRole('row').nth(1).click()
      await button(page, 'Autres droits de la personne').click()
      await page.getByRole('menuitem', { name: 'Copie de son dossier' }).click()
      await page.getByRole('dialog', { name: 'Copie de son dossier' }).waitFor()
    },
  },
  tab('security', 'Réglages', /^Sécurité/),
  tab('security-passphrase', 'Réglages', /^Sécurité/, 'Changer ma phrase'),
  tab('security-coordinator', 'Réglages', /^Sécurité/, 'Donner un accès'),
  tab('security-sheet', 'Réglages', /^Sécurité/, 'Refaire la feuille'),
  tab('takeover', 'Réglages', /^Sécurité/, 'Commencer un relais'),
  { name: 'takeover-keys', show: (page) => takeoverPage(page).toKeys(signers) },
  {
    name: 'takeover-notes',
    show: async (page) => {
      await takeoverPage(page).toKeys(signers)
      await takeoverPage(page).toNotes()
    },
  },
  {
    name: 'takeover-sheet',
    show: async (page) => {
      await takeoverPage(page).toKeys(signers)
      await takeoverPage(page).toNotes()
      await takeoverPage(page).button('Continuer').click()
      await page
        .getByRole('textbox', { name: /^Mot \d+$/ })
        .first()
        .waitFor()
    },
  },
  screen('meeting', 'Réunion d’équipe'),
  over('meeting-add', 'Réunion d’équipe', 'Mettre un dossier'),
  tab('meeting-workload', 'Réunion d’équipe', /^Charge de travail/),
  tab('meeting-held', 'Réunion d’équipe', /^Réunions tenues/),
  drawn(tab('meeting-minutes', 'Réunion d’équipe', /^Réunions tenues/, 'Compte rendu')),
  {
    name: 'meeting-room',
    show: async (page) => {
      await shell(page).goTo('Réunion d’équipe')
      await button(page, /^(Commencer|Reprendre) la réunion/).click()
      const room = page.getByRole('dialog', { name: /^Dossier/ })
      await room.getByText('•••').first().waitFor()
      await button(page, 'Ajouter qui fait quoi').click()
    },
  },
  screen('statistics', 'Statistiques'),
  {
    name: 'statistics-publish',
    show: async (page) => {
      await shell(page).goTo('Statistiques')
      await page.getByRole('tab', { name: /^Publier/ }).click()
    },
  },
  {
    name: 'statistics-check',
    show: async (page) => {
      await shell(page).goTo('Statistiques')
      await page.getByRole('tab', { name: /^Publier/ }).click()
      await button(page, /^Préparer/).click()
      await page.getByRole('heading', { name: /^Vérifier ce qui sortira/ }).waitFor()
    },
  },
  {
    name: 'statistics-sign',
    show: async (page) => {
      await button(page, 'Continuer').click()
      await page.getByLabel('But de la publication').waitFor()
    },
  },
  {
    name: 'statistics-ledger',
    show: async (page) => {
      await shell(page).goTo('Statistiques')
      await page.getByRole('tab', { name: /^Publications/ }).click()
    },
  },
  drawn(tab('statistics-print', 'Statistiques', /^Publications/, 'Imprimer le registre')),
  tab('statistics-entry', 'Statistiques', /^Publications/, /^Inscription/),
  tab('statistics-catalogue', 'Statistiques', /^Catalogue/),
]

/** Closes what a view has opened, whatever it was. */
export async function putAway(page: Page): Promise<void> {
  const overlay = page.locator('[role=dialog], [role=menu], [role=listbox]')
  for (let tries = 0; tries < 4 && (await overlay.count()) > 0; tries++) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(150)
  }
}
