import type { Period } from '../../period.ts'
import { approximately, inPeriod, listed, number, shortPeriod } from './format.ts'

/** A published line as a sentence names it: « Écoute » (≈ 80). */
export type Named = { label: string; value: number }
const named = ({ label, value }: Named): string => `« ${label} » (${approximately(value)})`
const about = (value: number, one: string, many: string): string =>
  `environ ${number(value)} ${value < 2 ? one : many}`

export const summaryText = {
  title: 'L’essentiel',
  figures: {
    contacts: 'interventions',
    persons: 'personnes différentes',
    hours: 'd’intervention',
    incidents: 'conflits d’usage',
    aid: 'articles remis en dépannage',
  },
  since: (change: string, period: Period) => `${change} depuis ${shortPeriod(period)}`,
  nothing:
    'Trop peu de personnes ont été rencontrées pendant cette période pour qu’un chiffre puisse être publié sans ' +
    'risque pour elles. Ses interventions sont exclues de toutes les publications de l’année.',
  nothingMore:
    'C’est la règle, et elle ne dit rien de plus : un trimestre où personne n’a été rencontré donne exactement cette page.',
  lead: (period: Period, total: number, persons: number | null) =>
    persons === null
      ? `Environ ${number(total)} interventions ont été menées ${inPeriod(period)}.`
      : `Environ ${number(total)} interventions ont été menées ${inPeriod(period)}, avec environ ${number(persons)} personnes différentes.`,
  kinds: (first: readonly Named[]) =>
    `Le travail a surtout été de cette nature : ${listed(first.map(named))}.`,
  themes: (first: readonly Named[]) => `Il a surtout été question de ${listed(first.map(named))}.`,
  incidents: (total: number, before: { value: number; period: Period } | null) => {
    const now = `Conflits d’usage : ${about(total, 'conflit', 'conflits')}`
    if (before === null) return `${now} dans la bibliothèque.`
    const told = total < before.value ? ', moins que' : total > before.value ? ', plus que' : ', autant que'
    const then = about(before.value, 'conflit', 'conflits')
    return `${now} dans la bibliothèque${told} ${inPeriod(before.period)} (${then}).`
  },
  incidentsOver: (first: { value: number; period: Period }, last: { value: number; period: Period }) =>
    `Conflits d’usage : ${about(first.value, 'conflit', 'conflits')} ${inPeriod(first.period)}, ` +
    `environ ${number(last.value)} ${inPeriod(last.period)}.`,
  milder: (mild: number, total: number, before: { mild: number; total: number } | null) => {
    const now = `Environ ${number(mild)} de ces ${number(total)} conflits étaient une simple irritation ou une perturbation`
    return before === null
      ? `${now}.`
      : `${now} ; c’était ${number(before.mild)} sur ${number(before.total)} avant.`
  },
  referrals: (total: number, first: readonly Named[]) =>
    first.length === 0
      ? `Environ ${number(total)} référencements ont été proposés dans l’année.`
      : `Environ ${number(total)} référencements ont été proposés dans l’année ; où ils en sont : ${listed(first.map(named))}.`,
  hours: (done: string, agreed: string) => `Heures : ${done} de travail, sur ${agreed} prévues à l’entente.`,
  support: (times: number, first: string) =>
    `Le personnel de la bibliothèque a été soutenu ${number(times)} fois ; le plus souvent, « ${first} ».`,
  aid: (total: number, first: string, most: number) =>
    `Dépannage : ${number(total)} articles remis ; le plus souvent, « ${first} » (${number(most)}).`,
}
