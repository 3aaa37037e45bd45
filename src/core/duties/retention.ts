import * as z from 'zod'
import { addMonths } from '../caseload/calendar.ts'
import { day, id, line } from '../caseload/fields.ts'

/** `destroy` removes everything; `anonymize` leaves contacts without anybody or any word, to be counted. */
export const erasureModes = ['destroy', 'anonymize'] as const
/** The keeping is over (P-39.1, s. 23), or the person asked. */
export const erasureReasons = ['retention', 'request'] as const

export const erasureOrder = z.strictObject({
  personId: id,
  mode: z.enum(erasureModes),
  reason: z.enum(erasureReasons),
  /** Who decides: a human, always. */
  decidedBy: line.min(1),
  /** Passages to blank as well in what stays. */
  hide: z.array(line.min(1)).max(200),
  /** Words that are not this person. */
  nobody: z.array(line.min(1)).max(200),
  /** Shared texts to blank whole: `contact 0190…`. */
  emptied: z.array(z.string().max(80)).max(2000),
})
export type ErasureOrder = z.infer<typeof erasureOrder>

export const holdFields = z.strictObject({ personId: id, until: day.nullable(), words: line })
export type HoldFields = z.infer<typeof holdFields>

export const retentionStates = ['kept', 'held', 'due'] as const
export type RetentionState = (typeof retentionStates)[number]

/** The day the keeping of a file closed that day ends. */
export const keepingEnds = (closedOn: string, months: number): string => addMonths(closedOn, months)

/** Where the clock of a closed file is. A hold only lengthens: a decision is due once both are over. */
export function retentionState(
  { endsOn, heldUntil }: { endsOn: string; heldUntil: string | null },
  today: string,
): RetentionState {
  if (today < endsOn) return 'kept'
  return heldUntil !== null && today <= heldUntil ? 'held' : 'due'
}

/** What forbids erasing a person now; each has its way out. */
export const obligations = [
  'file-open',
  'keeping-runs',
  'request-open',
  'disclosure-open',
  'incident-open',
] as const
export type Obligation = (typeof obligations)[number]
