import type { Tally } from '../subject.ts'

/**
 * The guarantee, checked on every caseload of a small world. Worlds with the same bytes cannot be told apart; those where a
 * coalition also finds its own records are what it believes possible. For each category held by fewer than k persons,
 * one of them must have nobody but the coalition in it (and those it met in contacts of that category).
 */
export type SmallWorlds<World> = {
  name: string
  k: number
  worlds: () => Iterable<World>
  bytesOf: (world: World) => string
  /** Every coalition of fewer than k insiders that this world has, the empty one included. */
  coalitionsOf: (world: World) => Iterable<Coalition>
  categories: readonly SmallCategory<World>[]
}

/** Insiders, and a key that is the same in two worlds when they find the same records of their own there. */
export type Coalition = { key: string; members: readonly number[] }

export type SmallCategory<World> = {
  name: string
  held: (world: World) => number
  /** Persons of the category that the coalition's own records do not show to be in it. */
  others: (world: World, members: readonly number[]) => number
  /** Is the category of a published period? */
  applies: (bytes: string) => boolean
}

export function checkEvery<World>(small: SmallWorlds<World>): Tally {
  const alike = Map.groupBy(small.worlds(), small.bytesOf)
  let states = 0
  let violations = 0
  for (const [bytes, worlds] of alike) {
    const tally = checkAlike(small, bytes, worlds)
    states += tally.states
    violations += tally.violations
  }
  return { states, violations }
}

type Belief = { fewest: Int8Array; checks: Int32Array }

/** Worlds of the same bytes: what each coalition may believe of each category. */
function checkAlike<World>(
  { k, coalitionsOf, categories }: SmallWorlds<World>,
  bytes: string,
  worlds: readonly World[],
): Tally {
  const told = categories.filter(({ applies }) => applies(bytes))
  const beliefs = new Map<string, Belief>()
  for (const world of worlds) {
    const held = told.map((category) => category.held(world))
    for (const { key, members } of coalitionsOf(world)) {
      const belief = beliefOf(beliefs, key, told.length)
      told.forEach((category, index) => {
        const others = category.others(world, members)
        if (others < (belief.fewest[index] ?? 0)) belief.fewest[index] = others
        const isProtected = others > 0 && (held[index] ?? 0) < k
        if (isProtected) belief.checks[index] = (belief.checks[index] ?? 0) + 1
      })
    }
  }
  let states = 0
  let violations = 0
  for (const { fewest, checks } of beliefs.values()) {
    for (const [index, count] of checks.entries()) {
      states += count
      if ((fewest[index] ?? 0) > 0) violations += count
    }
  }
  return { states, violations }
}

function beliefOf(beliefs: Map<string, Belief>, key: string, size: number): Belief {
  const found = beliefs.get(key)
  if (found !== undefined) return found
  const made = { fewest: new Int8Array(size).fill(127), checks: new Int32Array(size) }
  beliefs.set(key, made)
  return made
}

/** Every way to hand out `total` among `kinds` boxes. */
export function* distributions(kinds: number, total: number): Generator<number[]> {
  if (kinds === 1) yield [total]
  else
    for (let first = 0; first <= total; first += 1) {
      for (const rest of distributions(kinds - 1, total - first)) yield [first, ...rest]
    }
}
