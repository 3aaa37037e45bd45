import { date } from '../../../statistics/text/fr/format.ts'
import type { AccessAct, AccessList } from '../../access.ts'
import type { Role } from '../../roles.ts'

export const accessText = {
  title: 'Journal d’accès',
  subtitle: 'Qui a ouvert quoi, quand et avec quelle clé',
  law: 'P-39.1, art. 10',
  printed: (today: string, shown: number, total: number) =>
    `Imprimé le ${date(today)} · ${shown === total ? total : `les ${shown} dernières de ${total}`} inscriptions`,
  columns: { at: 'Quand', who: 'Qui', key: 'Clé', act: 'Quoi', file: 'À propos de' },
  roles: {
    worker: 'Intervenante',
    coordinator: 'Coordination',
    recovery: 'Mots de secours',
  } satisfies Record<Role, string>,
  acts: {
    opened: 'carnet ouvert',
    fileRead: 'fiche lue',
    fileChanged: 'fiche modifiée',
    sealedNoteOpened: 'note scellée ouverte',
    listRead: 'liste parcourue',
    printed: 'imprimé',
    copied: 'copie de la fiche remise',
    backedUp: 'sauvegarde faite',
    erased: 'dossier effacé',
    published: 'publié',
    packaged: 'mise dans un dossier de révision',
    packageOpened: 'dossier de révision ouvert',
    takenOver: 'relais',
  } satisfies Record<AccessAct, string>,
  lists: {
    'contacts-list': 'interventions',
    'people-list': 'personnes',
    'not-seen-list': 'pas vues depuis un moment',
    'follow-ups-list': 'suivis',
    'incidents-list': 'conflits d’usage',
    'referrals-list': 'référencements',
    'consents-list': 'consentements',
    'requests-list': 'demandes',
    'disclosures-list': 'communications',
    'incident-register': 'incidents de confidentialité',
    'retention-list': 'conservation',
    'meetings-list': 'ordre du jour',
    workload: 'charge de travail',
    obligations: 'ce qui attend',
    'search-run': 'recherche',
  } satisfies Record<AccessList, string>,
  documents: {
    minutes: 'compte rendu de réunion',
    releases: 'registre des publications',
    takeover: 'procès-verbal de relais',
    commissionNotice: 'avis à la Commission',
    personsNotice: 'avis aux personnes concernées',
  },
  erased: 'fiche effacée',
  moment: (at: string) => `${date(at.slice(0, 10))}, ${at.slice(11).replace(':', '\u00a0h\u00a0')}`,
  whole:
    'La chaîne des inscriptions est entière : aucune n’a été changée, ajoutée après coup ni enlevée entre deux autres.',
  broken: 'La chaîne des inscriptions est rompue : au moins une a été changée, ajoutée ou enlevée.',
}
