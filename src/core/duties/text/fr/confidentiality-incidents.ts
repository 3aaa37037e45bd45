import { date } from '../../../statistics/text/fr/format.ts'
import type { ConfidentialityIncidentState, Level } from '../../confidentiality-incident.ts'

export const confidentialityIncidentText = {
  title: 'Registre des incidents de confidentialité',
  subtitle:
    'Tenu selon le Règlement sur les incidents de confidentialité ; chaque inscription est gardée au moins cinq ans',
  law: 'A-2.1, r. 3.1, art. 7',
  heading: (knownOn: string) => `Incident connu le ${date(knownOn)}`,
  states: {
    open: 'en cours',
    'to-notify': 'avis à donner',
    closed: 'clos',
  } satisfies Record<ConfidentialityIncidentState, string>,
  levels: { low: 'faible', medium: 'moyenne', high: 'élevée' } satisfies Record<Level, string>,
  fields: {
    information: '1. Renseignements visés',
    circumstances: '2. Circonstances',
    period: '3. Date ou période',
    knownOn: '4. Connu de l’organisme le',
    persons: '5. Personnes concernées',
    test: '6. Évaluation du préjudice',
    notices: '7. Avis',
    measures: '8. Mesures prises',
    keptUntil: 'À garder jusqu’au',
    closedOn: 'Clos le',
  },
  period: (from: string, until: string | null, approximate: boolean) =>
    `${until === null ? date(from) : `du ${date(from)} au ${date(until)}`}${approximate ? ' environ' : ''}`,
  persons: (count: number, approximate: boolean, named: string) =>
    `${approximate ? 'environ ' : ''}${count}${named === '' ? '' : ` ; au carnet : ${named}`}`,
  sensitivity: (level: string) => `Sensibilité des renseignements : ${level}`,
  misuse: (words: string) => `Utilisations malveillantes possibles : ${words}`,
  consequences: (words: string) => `Conséquences appréhendées : ${words}`,
  probability: (level: string) => `Probabilité d’une utilisation préjudiciable : ${level}`,
  serious: 'Conclusion : il y a un risque qu’un préjudice sérieux soit causé.',
  notSerious: 'Conclusion : il n’y a pas de risque qu’un préjudice sérieux soit causé.',
  consulted: (day: string) =>
    `Personne responsable de la protection des renseignements consultée le ${date(day)}`,
  commission: (day: string) => `Commission d’accès à l’information : avisée le ${date(day)}`,
  noCommission: 'Commission d’accès à l’information : pas encore avisée',
  toldOn: (day: string) => `Personnes concernées : avisées le ${date(day)}`,
  notTold: (words: string) =>
    words === ''
      ? 'Personnes concernées : pas encore avisées'
      : `Personnes concernées, non avisées : ${words}`,
  publicNotice: 'Un avis public a été donné.',
  noNotice: 'Aucun avis requis.',
}
