import { addDays } from '../../caseload/calendar.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { PackageHead } from './format.ts'

/** A package is for the next meeting: longer, it would be a second caseload. */
export const longestDays = 30
/** What two clocks may disagree by before one is said to be wrong. */
const toleranceDays = 1
/** An entry made by a clock that was years ahead must not close every package for ever. */
const believableDays = 366

export function expiryRefusal(expiresOn: string, today: string): 'expiry-out-of-range' | null {
  return expiresOn < today || expiresOn > addDays(today, longestDays) ? 'expiry-out-of-range' : null
}

/** What the recipient's notebook remembers that bears on a package. */
export interface Remembered {
  /** Days at which the notebook was in use, the latest that is no later than this day; null when there is none. */
  latestUse: (until: string) => string | null
  /** This very package, when it was opened before. */
  earlier: { openedAt: string; finishedAt: string | null } | null
}

export type AdmissionFailure = 'package-expired' | 'package-clock-behind' | 'package-already-opened'

/**
 * Whether a package may be opened now. Its last day is judged by this computer's clock, unless the notebook was already used after that
 * day, or the package says it was made tomorrow or later: the clock then moved back.
 *
 * A package opens once. Left unfinished (the notebook locked, the computer was closed), it opens again until the end of that day.
 */
export function admissionOf(
  { createdAt, expiresOn }: PackageHead,
  { latestUse, earlier }: Remembered,
  today: string,
): Result<undefined, AdmissionFailure> {
  if (today > expiresOn) return failed('package-expired')
  if (createdAt.slice(0, 10) > addDays(today, toleranceDays)) return failed('package-clock-behind')
  const used = latestUse(addDays(expiresOn, believableDays))
  if (used !== null && used > expiresOn) return failed('package-clock-behind')
  if (earlier !== null && (earlier.finishedAt !== null || earlier.openedAt.slice(0, 10) !== today))
    return failed('package-already-opened')
  return ok()
}
