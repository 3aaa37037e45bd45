import type { Output } from '#shared/contract'

type File = Output<'people.read'>
/** In the order they are told. */
const movedKinds = ['contacts', 'referrals', 'followUps', 'incidents', 'ties'] as const
export type Moved = { kind: (typeof movedKinds)[number]; count: number }

const typeOf = {
  contacts: 'contact',
  referrals: 'referral',
  followUps: 'followUp',
  incidents: 'incident',
} as const

/** What names the duplicate and will name the person kept: how many of each kind, those that are none left out. */
export function movesOf({ timeline, ties }: Pick<File, 'timeline' | 'ties'>): Moved[] {
  const countOf = (kind: Moved['kind']): number =>
    kind === 'ties' ? ties.length : timeline.filter(({ type }) => type === typeOf[kind]).length
  return movedKinds.map((kind) => ({ kind, count: countOf(kind) })).filter(({ count }) => count > 0)
}
