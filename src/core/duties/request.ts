import * as z from 'zod'
import { addDays, daysBetween } from '../caseload/calendar.ts'
import { day, id, line, paragraph } from '../caseload/fields.ts'

/** A person asks to see, to correct, or to take along what is written about her (P-39.1, s. 27 to 34). */
export const requestKinds = ['access', 'rectification', 'portability'] as const
export const requestOutcomes = ['granted', 'partly', 'refused', 'dropped'] as const

export const requestFields = z.strictObject({
  kind: z.enum(requestKinds),
  /** Whose file; null when there is none by that name. */
  personId: id.nullable(),
  /** Who asks, when it is not the person. */
  requester: line,
  receivedOn: day,
  /** What is asked. */
  words: paragraph,
  /** The day one made sure that it is her. */
  identityCheckedOn: day.nullable(),
  /** A later end of the clock, and by whose leave. */
  extendedTo: day.nullable(),
  extensionWords: line,
  answeredOn: day.nullable(),
  outcome: z.enum(requestOutcomes).nullable(),
  /** What was given or corrected; why it was refused. */
  answer: paragraph,
  /** Why it was answered after its clock. */
  lateWords: line,
})
export const rightsRequest = requestFields.extend({ id })
export type RequestFields = z.infer<typeof requestFields>
export type RightsRequest = z.infer<typeof rightsRequest>

/** P-39.1, s. 32 (cited from memory: to be checked against the text before it is relied on): in writing, within 30 days of receipt; past that, it counts as a refusal. */
const clockDays = 30
const soonDays = 5

export const requestStates = ['open', 'due-soon', 'overdue', 'answered', 'answered-late'] as const
export type RequestState = (typeof requestStates)[number]

/** The last day to answer. */
export const dueOn = ({ receivedOn, extendedTo }: Pick<RequestFields, 'receivedOn' | 'extendedTo'>): string =>
  extendedTo ?? addDays(receivedOn, clockDays)

type Clock = Pick<RequestFields, 'receivedOn' | 'extendedTo' | 'answeredOn'>

export function requestState(request: Clock, today: string): RequestState {
  const due = dueOn(request)
  if (request.answeredOn !== null) return request.answeredOn > due ? 'answered-late' : 'answered'
  const left = daysBetween(today, due)
  if (left < 0) return 'overdue'
  return left <= soonDays ? 'due-soon' : 'open'
}

export type RequestRefusal =
  | 'in-the-future'
  | 'period-reversed'
  | 'too-late-to-extend'
  | 'outcome-needed'
  | 'reasons-needed'
  | 'identity-not-checked'
  | 'late-reason-needed'

/** Why a request cannot be recorded so; `before` is what it was. */
export function requestRefusal(
  request: RequestFields,
  before: Pick<RequestFields, 'extendedTo'> | null,
  today: string,
): RequestRefusal | null {
  const { receivedOn, identityCheckedOn, extendedTo, answeredOn, outcome, answer, lateWords } = request
  if ([receivedOn, identityCheckedOn, answeredOn].some((day) => day !== null && day > today))
    return 'in-the-future'
  if (answeredOn !== null && answeredOn < receivedOn) return 'period-reversed'
  const extension = extensionRefusal(request, before, today)
  if (extension !== null) return extension
  if ((answeredOn === null) !== (outcome === null)) return 'outcome-needed'
  if (answeredOn === null || outcome === null || outcome === 'dropped') return null
  if (outcome !== 'granted' && answer.trim() === '') return 'reasons-needed'
  if (outcome !== 'refused' && identityCheckedOn === null) return 'identity-not-checked'
  const isLate = answeredOn > dueOn({ receivedOn, extendedTo })
  return isLate && lateWords.trim() === '' ? 'late-reason-needed' : null
}

/** The Commission d’accès à l’information lengthens the clock (s. 46, to be checked against the text), on a request made while it runs. */
function extensionRefusal(
  { receivedOn, extendedTo, extensionWords }: RequestFields,
  before: Pick<RequestFields, 'extendedTo'> | null,
  today: string,
): RequestRefusal | null {
  if (extendedTo === null) return null
  const first = dueOn({ receivedOn, extendedTo: null })
  if (extendedTo <= first) return 'period-reversed'
  if (extensionWords.trim() === '') return 'reasons-needed'
  const running = dueOn({ receivedOn, extendedTo: before?.extendedTo ?? null })
  return extendedTo !== before?.extendedTo && today > running ? 'too-late-to-extend' : null
}
