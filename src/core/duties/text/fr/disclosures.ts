import type { Disclosure } from '../../disclosure.ts'

export const disclosureText = {
  title: 'Registre des communications sans consentement',
  subtitle: 'Ce qui a été dit pour protéger quelqu’un : à qui, quoi, pourquoi',
  law: 'P-39.1, art. 18 et 18.1',
  bases: {
    violence: 'Protéger quelqu’un : acte de violence, tentative de suicide, disparition (P-39.1, art. 18.1)',
    emergency: 'Urgence pour la vie, la santé ou la sécurité de la personne (P-39.1, art. 18, 7°)',
    'youth-protection': 'Signalement à la protection de la jeunesse (P-34.1, art. 39)',
  } satisfies Record<Disclosure['basis'], string>,
  nobody: 'Une personne effacée du carnet, ou inconnue',
  open: 'à suivre',
  closed: 'close',
  fields: {
    basis: 'Motif prévu par la loi',
    recipient: 'À qui',
    information: 'Ce qui a été dit',
    reasons: 'Pourquoi',
    personToldOn: 'La personne en a été informée le',
    sequel: 'Suites',
    closedOn: 'Close le',
  },
}
