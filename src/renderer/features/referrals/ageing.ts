/** How long an open referral has waited, in the words of the screen. */
export type Ageing = 'today' | 'fresh' | 'waiting' | 'stale'

const WAITING = 14
const STALE = 30

/** Two weeks is a wait; a month asks for a call. */
export function ageingOf(days: number): Ageing {
  if (days === 0) return 'today'
  if (days < WAITING) return 'fresh'
  return days < STALE ? 'waiting' : 'stale'
}
