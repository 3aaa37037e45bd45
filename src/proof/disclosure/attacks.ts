import { defaultCatalogue, orderOf } from '#core/statistics/disclosure/catalogue'
import type { StandsAlone } from '#core/statistics/disclosure/cut'
import { protectedCategories } from '#core/statistics/disclosure/recoding'
import { seededRandom } from '#core/random'
import { inventYear, type Shape } from '#core/statistics/disclosure/simulation'
import {
  bytesOf,
  countedIn,
  releasesOf,
  weightIn,
  type Counted,
  type World,
} from '#core/statistics/disclosure/world'
import { solverOf, type Solver } from '../attacker/solver.ts'
import type { KnownRule } from '../attacker/walk.ts'
import { modelOf, type CodeUnknowns } from '../attacker/year-model.ts'
import { sumOf, type ProofOptions, type Tally } from '../subject.ts'
import { noRemainder, zeroAllowed } from './mutants.ts'

const catalogue = defaultCatalogue(2026)
/** Known persons of one contact, in the invented caseloads; the attacker is told. */
const mostTogether = 2
const populations = [
  [25, 60],
  [45, 150],
  [80, 250],
  [150, 900],
  [300, 3000],
] as const

/** The nth attacked caseload of a seed: sizes and spreads take turns, every fourth has a quarter nearly empty. */
export function attackedYear(seed: number, turn: number): World {
  const [persons, contacts] = populations[turn % populations.length] ?? [25, 60]
  const spread: Shape['spread'] = turn % 2 === 0 ? 'even' : 'skewed'
  const world = inventYear({ seed: seed * 100_003 + turn, persons, contacts, spread }, catalogue)
  if (turn % 4 !== 3) return world
  return {
    ...world,
    quarters: world.quarters.map((quarter, index) =>
      index === 1
        ? { ...quarter, facts: { ...quarter.facts, contacts: quarter.facts.contacts.slice(0, 6) } }
        : quarter,
    ),
  }
}

/** Does the exact solver, who knows the algorithm, prove that a protected code is not empty? */
export async function attackedBySolver({ seed, caseloads }: ProofOptions): Promise<Tally> {
  let states = 0
  let violations = 0
  for (let turn = 0; turn < caseloads; turn += 1) {
    const tally = await attack(attackedYear(seed, turn), turn)
    states += tally.states
    violations += tally.violations
  }
  return { states, violations }
}

/** The same attack on two weakened exporters, which it must beat: counted as violations where it never does. */
export async function solverBeatsMutants({ seed }: ProofOptions): Promise<Tally> {
  let violations = 0
  const weakened: [KnownRule, StandsAlone][] = [
    ['no-remainder', noRemainder],
    ['zero-allowed', zeroAllowed],
  ]
  for (const [known, rule] of weakened) {
    let proven = 0
    for (let turn = 0; turn < 12 && proven === 0; turn += 1) {
      proven += (await attack(attackedYear(seed, turn), turn, known, rule)).violations
    }
    if (proven === 0) violations += 1
  }
  return { states: weakened.length, violations }
}

/** What the solver proves of one world, alone and with some of those who have what is attacked; `turn` says how many. */
export async function attack(
  world: World,
  turn: number,
  known: KnownRule = 'real',
  rule?: StandsAlone,
): Promise<Tally> {
  const attacker = { catalogue: world.catalogue, personsPerContact: mostTogether, rule: known }
  const { codes, knowledge } = modelOf(releasesOf(world, rule), attacker)
  const truth = truthOf(codes, world)
  const targets = truth.filter(({ held }) => held.length > 0 && weightIn(held) < world.catalogue.k)
  const solver = await solverOf(knowledge)
  try {
    const tallies = coalitionsAmong(targets, world.catalogue.k, turn).map((insiders): Tally => {
      const own = truth.map((code) => ownOf(code, insiders))
      const proven = countProven(solver, targets, own)
      return { states: targets.length, violations: proven }
    })
    return sumOf(tallies)
  } finally {
    solver.dispose()
  }
}

/** A code with what truly has it. */
type Target = CodeUnknowns & { held: readonly Counted[] }
/** How many contacts and persons of a code some insiders know to be there: their own. */
type Own = { code: CodeUnknowns; contacts: number; persons: number }

function truthOf(codes: readonly CodeUnknowns[], world: World): Target[] {
  const byTable = Map.groupBy(codes, ({ table }) => table)
  return [...byTable].flatMap(([table, inTable]) => {
    const held = Map.groupBy(countedIn(world, table), ({ place }) => place)
    const order = orderOf(world.catalogue, table.attribute, table.within)
    return inTable.map((unknown) => ({
      ...unknown,
      held: held.get(order.findIndex(({ code }) => code === unknown.code)) ?? [],
    }))
  })
}

function ownOf(code: Target, insiders: ReadonlySet<number>): Own {
  // an incident is nobody's own
  if (code.table.attribute === 'incidentIntensity') return { code, contacts: 0, persons: 0 }
  const own = code.held.filter(({ who }) => who.some((person) => insiders.has(person)))
  return { code, contacts: own.length, persons: weightIn(own) }
}

/** Nobody; then, in turn, one, two or k − 1 of those who have what is attacked. */
function coalitionsAmong(targets: readonly Target[], k: number, turn: number): ReadonlySet<number>[] {
  const holders = targets
    .filter(({ table }) => table.attribute !== 'incidentIntensity')
    .flatMap(({ held }) => held.flatMap(({ who }) => who))
  const size = [1, 2, k - 1][turn % 3] ?? 1
  return [new Set(), new Set([...new Set(holders)].slice(-size))]
}

/** Targets that no solution leaves to the insiders alone. One solution that leaves many of them is enough for those. */
function countProven(solver: Solver, targets: readonly Target[], own: readonly Own[]): number {
  const believed = own.flatMap(({ code, contacts, persons }) => [
    { unknown: code.contacts, low: contacts, high: Infinity },
    { unknown: code.persons, low: persons, high: Infinity },
  ])
  const unknowns = targets.map(({ contacts }) => contacts)
  const best = solver.leastOf(unknowns, believed)
  if (best === null) throw new Error('the truth is not among what the attacker believes possible')
  const least = new Map(own.map(({ code, contacts }) => [code.contacts, contacts]))
  return targets
    .filter(({ contacts }) => (best[contacts] ?? 0) > (least.get(contacts) ?? 0))
    .filter(({ contacts }) => {
      const mine = least.get(contacts) ?? 0
      const alone = believed.map((bound) => (bound.unknown === contacts ? { ...bound, high: mine } : bound))
      return solver.leastOf([], alone) === null
    }).length
}

/**
 * Every single person, then sampled groups of two to k − 1, as insiders (somebody who met no one of the category changes
 * nothing and is left out): for each protected category of whom they are not
 * all, the world in which nobody else has it must give the same bytes, quarters and year together.
 */
export function attackedByInsiders({ seed, caseloads }: ProofOptions): Tally {
  const random = seededRandom(seed).next
  return sumOf(
    Array.from({ length: caseloads }, (_, turn) => attackFromInside(attackedYear(seed, turn), random)),
  )
}

export function attackFromInside(world: World, random: () => number): Tally {
  const published = bytesOf(world)
  const companions = companionsIn(world)
  let states = 0
  let violations = 0
  for (const category of protectedCategories(world)) {
    const holders = category.held.flatMap(({ who }) => who)
    const near = new Set(holders.flatMap((holder) => [holder, ...(companions.get(holder) ?? [])]))
    for (const insiders of coalitions([...near], world.catalogue.k, random)) {
      states += 1
      if (bytesOf(category.emptied(insiders)) !== published) violations += 1
    }
  }
  return { states, violations }
}

const sampledCoalitions = 4

function* coalitions(
  persons: readonly number[],
  k: number,
  random: () => number,
): Generator<ReadonlySet<number>> {
  yield new Set()
  for (const person of persons) yield new Set([person])
  for (let n = 0; n < sampledCoalitions; n += 1) {
    const size = 2 + Math.floor(random() * (k - 2))
    const members = Array.from({ length: size }, () => persons[Math.floor(random() * persons.length)])
    yield new Set(members.filter((person) => person !== undefined))
  }
}

/** With whom each person was in some contact. */
function companionsIn({ quarters }: World): Map<number, Set<number>> {
  const companions = new Map<number, Set<number>>()
  for (const { persons } of quarters.flatMap(({ facts }) => facts.contacts)) {
    for (const person of persons) {
      const met = companions.get(person) ?? new Set()
      companions.set(person, met)
      for (const other of persons) met.add(other)
    }
  }
  return companions
}
