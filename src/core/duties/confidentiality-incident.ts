import * as z from 'zod'
import { addMonths } from '../caseload/calendar.ts'
import { day, id, line, paragraph } from '../caseload/fields.ts'

const level = z.enum(['low', 'medium', 'high'])
export const levels = level.options
export type Level = z.infer<typeof level>

/** An access, a use or a release that no law allows, or a loss (P-39.1, s. 3.6), in the headings of, r. 3.1, s. 7. */
export const confidentialityIncidentFields = z.strictObject({
  /** 1. What information, or why it is not known. */
  information: paragraph.trim().min(1),
  /** 2. What happened. */
  circumstances: paragraph.trim().min(1),
  /** 3. The day, or the period, known or not exactly. */
  happenedFrom: day,
  happenedUntil: day.nullable(),
  isPeriodApproximate: z.boolean(),
  /** 4. The day the organization learnt of it. */
  knownOn: day,
  /** 5. How many persons. */
  personCount: z.int().min(0).max(1_000_000),
  isCountApproximate: z.boolean(),
  /** 6. What leads to conclude that there is, or is not, a risk of serious injury (P-39.1, s. 3.7). */
  sensitivity: level,
  misuse: paragraph,
  consequences: paragraph.trim().min(1),
  probability: level,
  seriousRisk: z.boolean(),
  conclusion: paragraph,
  /** The day the person in charge of protecting information was consulted. */
  consultedOn: day.nullable(),
  /** 7. The days of the notices, or why persons were not told, or by a public notice. */
  commissionToldOn: day.nullable(),
  personsToldOn: day.nullable(),
  publicNotice: z.boolean(),
  notToldWords: line,
  /** 8. What was done to lessen the risk. */
  measures: paragraph.trim().min(1),
  closedOn: day.nullable(),
  /** Known persons it is about. */
  personIds: z.array(id).max(500),
})
export const confidentialityIncident = confidentialityIncidentFields.extend({ id })
export type ConfidentialityIncidentFields = z.infer<typeof confidentialityIncidentFields>
export type ConfidentialityIncident = z.infer<typeof confidentialityIncident>

type Test = Pick<ConfidentialityIncidentFields, 'sensitivity' | 'probability'>

/** What the test leans to; a human concludes. The worse of the two weighs, and the other must not be low. */
export function leansToSeriousRisk({ sensitivity, probability }: Test): boolean {
  const ranks = [sensitivity, probability].map((each) => levels.indexOf(each))
  return Math.max(...ranks) === 2 && Math.min(...ranks) >= 1
}

type Notices = Pick<
  ConfidentialityIncidentFields,
  'seriousRisk' | 'commissionToldOn' | 'personsToldOn' | 'notToldWords'
>

/** With a serious risk, the Commission is told, and the persons too unless a reason is written (s. 3.5). */
export function areNoticesMissing(incident: Notices): boolean {
  const { seriousRisk, commissionToldOn, personsToldOn, notToldWords } = incident
  if (!seriousRisk) return false
  return commissionToldOn === null || (personsToldOn === null && notToldWords.trim() === '')
}

export const confidentialityIncidentStates = ['open', 'to-notify', 'closed'] as const
export type ConfidentialityIncidentState = (typeof confidentialityIncidentStates)[number]

export function confidentialityIncidentState(
  incident: Notices & Pick<ConfidentialityIncidentFields, 'closedOn'>,
): ConfidentialityIncidentState {
  if (areNoticesMissing(incident)) return 'to-notify'
  return incident.closedOn === null ? 'open' : 'closed'
}

/** An entry is kept at least five years from the day the organization learnt of the incident (r. 3.1, s. 8). */
export const keptUntil = ({ knownOn }: Pick<ConfidentialityIncidentFields, 'knownOn'>): string =>
  addMonths(knownOn, 60)

export type ConfidentialityIncidentRefusal =
  | 'in-the-future'
  | 'period-reversed'
  | 'reasons-needed'
  | 'notices-missing'

/** Why an incident cannot be recorded so. */
export function confidentialityIncidentRefusal(
  incident: ConfidentialityIncidentFields,
  today: string,
): ConfidentialityIncidentRefusal | null {
  const { happenedFrom, happenedUntil, knownOn, consultedOn, commissionToldOn, personsToldOn, closedOn } =
    incident
  const known = [happenedFrom, happenedUntil, knownOn, consultedOn, commissionToldOn, personsToldOn, closedOn]
  if (known.some((day) => day !== null && day > today)) return 'in-the-future'
  if (happenedUntil !== null && happenedUntil < happenedFrom) return 'period-reversed'
  if (knownOn < happenedFrom) return 'period-reversed'
  if ([commissionToldOn, personsToldOn, closedOn].some((day) => day !== null && day < knownOn))
    return 'period-reversed'
  const isAgainstTest = leansToSeriousRisk(incident) && !incident.seriousRisk
  if (isAgainstTest && incident.conclusion.trim() === '') return 'reasons-needed'
  return closedOn !== null && areNoticesMissing(incident) ? 'notices-missing' : null
}
