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
  columns: { who: 'Personne', purpose: 'Pour quoi', given: 'Donné', until: 'Valide jusqu’au', state: 'État' },
  anyResource: 'toute ressource',
  how: (isExpress: boolean, giver: string) =>
    `${isExpress ? 'exprès' : 'déduit de ce qu’elle fait'} · par ${giver}`,
  person: 'la personne',
  parent: (who: string) => (who === '' ? 'un parent ou la personne tutrice' : who),
  open: 'tant que dure l’accompagnement',
  withdrawn: (day: string, words: string) => `retiré le ${date(day)}${words === '' ? '' : ` : ${words}`}`,
  late: (resource: string, day: string) =>
    `À corriger : référencement à ${resource} le ${date(day)}, après le retrait`,
}
