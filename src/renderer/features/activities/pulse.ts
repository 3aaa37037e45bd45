import type { StaffSupport } from '#core/caseload/activity'

export const pulseLevels = [1, 2, 3, 4, 5] as const
export type PulseLevel = (typeof pulseLevels)[number]

/** The mean of the answers since a day, from 1 to 5, and how many they are; null without an answer. */
export function pulseSince(
  rows: readonly Pick<StaffSupport, 'at' | 'safetyPulse'>[],
  day: string,
): { mean: number; count: number } | null {
  const answers = rows.flatMap(({ at, safetyPulse }) =>
    safetyPulse === null || at.slice(0, 10) < day ? [] : [safetyPulse],
  )
  if (answers.length === 0) return null
  return { mean: answers.reduce((sum, answer) => sum + answer, 0) / answers.length, count: answers.length }
}
