import { describe, expect, it } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import type { StandsAlone } from './cut.ts'
import { exportQuarter, exportYear } from './export.ts'
import type { ContactFact, QuarterFacts } from './facts.ts'

/**
 * The guarantee, checked on every caseload of a small world: for each category held by fewer than k persons, and each
 * group of fewer than k insiders, some other caseload holds the insiders' own records, gives the same bytes, and has
 * nobody else in that category. Counts are not rounded here (base 1): rounding only says less.
 */
const order = (...codes: string[]) => codes.map((code) => ({ code, label: code }))
const tiny: Catalogue = {
  year: 2026,
  k: 2,
  base: 1,
  kind: order('listening'),
  themeGroup: [
    { code: 'a', label: 'a', themes: order('a1', 'a2') },
    { code: 'b', label: 'b', themes: order('b1', 'b2') },
    { code: 'c', label: 'c', themes: order('c1') },
  ],
  gender: order('woman', 'unknown'),
  ageBand: order('unknown'),
  outcome: order('ongoing'),
  sector: order('other'),
  incidentIntensity: order('1', '2'),
  staffSupport: order('informed'),
  aidItem: order('socks'),
}

const fact = (persons: number[], themeGroup: number, theme: number, gender: number): ContactFact => ({
  persons,
  kind: 0,
  themeGroup,
  theme,
  gender,
  ageBand: 0,
})
const quarter = (contacts: ContactFact[]): QuarterFacts => ({ contacts, incidents: [], minutes: 0, aid: [0] })

/** Every way to hand out `total` among `kinds` boxes. */
function* distributions(kinds: number, total: number): Generator<number[]> {
  if (kinds === 1) yield [total]
  else
    for (let first = 0; first <= total; first += 1) {
      for (const rest of distributions(kinds - 1, total - first)) yield [first, ...rest]
    }
}

type Verdict = { worlds: number; checks: number; missing: number }

/** Worlds grouped by their bytes; in each group, every fact of every world must have its escape. */
function verdictOf<World>(
  worlds: Iterable<World>,
  bytesOf: (world: World) => string,
  /** Distinct persons of each category, and how many of them a coalition's own records already show. */
  categories: readonly {
    all: (world: World) => number
    known: (own: World) => number
    applies: (bytes: string) => boolean
  }[],
  /** Own records of each coalition in this world, and whether another world holds them too. */
  coalitionsOf: (world: World) => World[],
  holds: (world: World, own: World) => boolean,
): Verdict {
  const byBytes = new Map<string, World[]>()
  let count = 0
  for (const world of worlds) {
    count += 1
    const bytes = bytesOf(world)
    const alike = byBytes.get(bytes)
    if (alike === undefined) byBytes.set(bytes, [world])
    else alike.push(world)
  }
  let checks = 0
  let missing = 0
  for (const [bytes, alike] of byBytes) {
    const coalitions = new Map(
      alike.flatMap((world) => coalitionsOf(world).map((own) => [JSON.stringify(own), own])),
    )
    for (const own of coalitions.values()) {
      const possible = alike.filter((world) => holds(world, own))
      for (const { all, known, applies } of categories) {
        if (!applies(bytes)) continue
        const persons = possible.map(all)
        const least = Math.min(...persons)
        for (const held of persons) {
          if (held === 0 || held >= tiny.k || held <= known(own)) continue
          checks += 1
          if (least > known(own)) missing += 1
        }
      }
    }
  }
  return { worlds: count, checks, missing }
}

/** One contact a person: a world says how many persons are of each type; the absent are the last type. */
function oneContactEach(persons: number, rule?: StandsAlone): Verdict {
  const types = [0, 1].flatMap((q) =>
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 0],
    ].flatMap(([group = 0, theme = 0]) => [0, 1].map((gender) => ({ q, group, theme, gender }))),
  )
  type World = number[]
  const quarterOf = (world: World, q: number) =>
    quarter(
      types.flatMap((type, t) =>
        type.q === q
          ? Array.from({ length: world[t] ?? 0 }, (_, n) =>
              fact([t * 100 + n], type.group, type.theme, type.gender),
            )
          : [],
      ),
    )
  const bytesOf = (world: World) => {
    const quarters = [quarterOf(world, 0), quarterOf(world, 1)]
    return JSON.stringify([
      ...quarters.map((facts, q) => exportQuarter(`2026-Q${q + 1}`, facts, tiny, rule)),
      exportYear('2026', quarters, [], tiny, rule),
    ])
  }
  const publishes = (q: number) => (bytes: string) => !bytes.includes(`"2026-Q${q + 1}","total":null`)
  const category = (
    matches: (type: (typeof types)[number]) => boolean,
    applies: (bytes: string) => boolean = () => true,
  ) => {
    const all = (world: World) =>
      types.reduce((sum, type, t) => sum + (matches(type) ? (world[t] ?? 0) : 0), 0)
    return { all, known: all, applies }
  }
  const both = (bytes: string) => publishes(0)(bytes) && publishes(1)(bytes)
  const categories = [
    category(({ q }) => q === 0),
    category(({ q }) => q === 1),
    ...[0, 1].flatMap((q) =>
      [0, 1, 2].map((group) => category((type) => type.q === q && type.group === group, publishes(q))),
    ),
    ...[0, 1].map((gender) => category((type) => type.gender === gender, both)),
    ...[0, 1].map((theme) => category((type) => type.group === 0 && type.theme === theme, both)),
  ]
  const nobody = [...types.map(() => 0), 0]
  return verdictOf(
    distributions(types.length + 1, persons),
    bytesOf,
    categories,
    (world) => [nobody, ...world.flatMap((n, t) => (n > 0 ? [nobody.with(t, 1)] : []))],
    (world, own) => own.every((n, t) => (world[t] ?? 0) >= n),
  )
}

/** Contacts of several persons, or of nobody known: a world says how many contacts there are of each company and group. */
function sharedContacts(contacts: number, rule?: StandsAlone): Verdict {
  const companies = [[], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]
  const types = companies.flatMap((persons) => [0, 1, 2].map((group) => ({ persons, group })))
  type World = { counts: number[]; insider: number | null }
  const bytesOf = ({ counts }: World) => {
    const facts = types.flatMap(({ persons, group }, t) =>
      Array.from({ length: counts[t] ?? 0 }, () => fact(persons, group, 0, 1)),
    )
    return JSON.stringify(exportQuarter('2026-Q1', quarter(facts), tiny, rule))
  }
  const personsIn = ({ counts }: World, group: number) =>
    new Set(types.flatMap((type, t) => (type.group === group && (counts[t] ?? 0) > 0 ? type.persons : [])))
      .size
  const categories = [0, 1, 2].map((group) => ({
    all: (world: World) => personsIn(world, group),
    known: (own: World) => personsIn(own, group),
    applies: (bytes: string) => !bytes.includes('"total":null'),
  }))
  const ownOf = (counts: number[], insider: number | null): World => ({
    insider,
    counts: counts.map((n, t) => (insider !== null && types[t]?.persons.includes(insider) ? n : 0)),
  })
  function* worlds(): Generator<World> {
    for (const counts of distributions(types.length, contacts)) yield { counts, insider: null }
  }
  return verdictOf(
    worlds(),
    bytesOf,
    categories,
    ({ counts }) => [null, 1, 2, 3].map((insider) => ownOf(counts, insider)),
    ({ counts }, own) => ownOf(counts, own.insider).counts.every((n, t) => n === own.counts[t]),
  )
}

const noTestOfTheRemainder: StandsAlone = (alone, _, k) => alone >= k
const zeroAllowed: StandsAlone = (alone, remainder, k) =>
  (alone >= k || alone === 0) && (remainder >= k || remainder === 0)

describe('every small caseload', () => {
  it.each([5, 6])('keeps each category of fewer than two among %i persons', (persons) => {
    const verdict = oneContactEach(persons)
    expect(verdict.checks).toBeGreaterThan(0)
    expect(verdict.missing).toBe(0)
  })

  it.each([2, 3])('keeps them when %i contacts are shared by several persons', (contacts) => {
    const verdict = sharedContacts(contacts)
    expect(verdict.checks).toBeGreaterThan(0)
    expect(verdict.missing).toBe(0)
  })

  it.each([
    ['the remainder is not tested', noTestOfTheRemainder],
    ['zero is shown', zeroAllowed],
  ])('is betrayed when %s', (_, weakened) => {
    expect(oneContactEach(4, weakened).missing).toBeGreaterThan(0)
  })
})
