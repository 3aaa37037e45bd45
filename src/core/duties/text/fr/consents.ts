import { date } from '../../../statistics/text/fr/format.ts'
import type { ConsentPurpose, ConsentState } from '../../consent.ts'

export const consentText = {
  title: 'Registre des consentements',
  subtitle: 'À quoi chaque personne a consenti, jusqu’à quand, et ce qu’elle a retiré',
  law: 'P-39.1, art. 12 et 14',
  purposes: {
    file: 'Tenir un dossier',
    referral: 'Dire à une ressource ce qu’il faut pour la référer',
    exchange: 'Échanger avec une ressource sur la suite',
    relative: 'Parler à une personne proche',
    team: 'En parler en équipe sous son surnom',
    testimony: 'Témoignage ou photo',
    other: 'Autre',
  } satisfies Record<ConsentPurpose, string>,
  states: {
    valid: 'valide',
    expiring: 'prend fin bientôt',
    expired: 'échu',
    withdrawn: 'retiré',
    'not-yet': 'à venir',
  } satisfies Record<ConsentState, string>,
  fields: {
    words: 'Pour quoi exactement',
    resource: 'Ressource',
    anyResource: 'toute ressource',
    manner: 'Manière',
    givenBy: 'Donné par',
    givenOn: 'Donné le',
    validUntil: 'Valide jusqu’au',
    withdrawnOn: 'Retiré le',
    late: 'À corriger',
  },
  express: 'exprès',
  implied: 'déduit de ce qu’elle fait',
  person: 'la personne',
  parent: (who: string) => (who === '' ? 'un parent ou la personne tutrice' : who),
  open: 'tant que dure l’accompagnement',
  withdrawn: (day: string, words: string) => (words === '' ? date(day) : `${date(day)} : ${words}`),
  late: (resource: string, day: string) => `référencement à ${resource} le ${date(day)}, après le retrait`,
}
