import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueJson, defaultCatalogue } from './catalogue.ts'
import { cut } from './cut.ts'
import { exportQuarter, exportYear, isPublishable, type Table } from './export.ts'
import { leadersOf, personsOf, type ContactFact, type QuarterFacts } from './facts.ts'
import { roundTo } from './rounding.ts'

const catalogue = defaultCatalogue(2026)
const { k } = catalogue
/** The same without rounding, to look at the true counts. */
const unrounded = { ...catalogue, base: 1 }

const upTo = (length: number) => fc.integer({ min: 0, max: length - 1 })
/** Skewed on purpose: small places are likelier, as they are in life. */
const skewed = (length: number) => fc.tuple(upTo(length), upTo(length)).map(([a, b]) => Math.min(a, b))

const contactFact: fc.Arbitrary<ContactFact> = skewed(catalogue.themeGroup.length).chain((themeGroup) =>
  fc.record({
    persons: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
    kind: skewed(catalogue.kind.length),
    themeGroup: fc.constant(themeGroup),
    theme: skewed(catalogue.themeGroup[themeGroup]?.themes.length ?? 1),
    gender: skewed(catalogue.gender.length),
    ageBand: skewed(catalogue.ageBand.length),
  }),
)
const quarterFacts: fc.Arbitrary<QuarterFacts> = fc.record({
  contacts: fc.array(contactFact, { maxLength: 120 }),
  incidents: fc.array(fc.record({ intensity: skewed(4) }), { maxLength: 20 }),
  minutes: fc.nat(10_000),
  aid: fc.array(fc.nat(20), { minLength: catalogue.aidItem.length, maxLength: catalogue.aidItem.length }),
})
const referrals = fc.array(
  fc.record({
    person: fc.nat(30),
    outcome: skewed(catalogue.outcome.length),
    sector: skewed(catalogue.sector.length),
  }),
  {
    maxLength: 60,
  },
)
const year = fc.record({
  quarters: fc.tuple(quarterFacts, quarterFacts, quarterFacts, quarterFacts),
  referrals,
})

const sumOf = (table: Table) => table.rows.reduce((sum, { value }) => sum + (value ?? 0), 0)

describe('cut', () => {
  it('shows alone only what has k persons and leaves k persons, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(contactFact, { maxLength: 200 }), (facts) => {
        const size = catalogue.kind.length
        const lines = cut(facts, { size, placeOf: (fact) => fact.kind, weigh: personsOf }, k)
        expect(lines.flatMap(({ places }) => places)).toEqual([...catalogue.kind.keys()])
        const kept = lines.flatMap((line) => line.facts)
        expect(kept).toHaveLength(facts.length)
        expect(new Set(kept)).toEqual(new Set(facts))
        for (const [index, line] of lines.slice(0, -1).entries()) {
          expect(line.places).toHaveLength(1)
          expect(personsOf(line.facts)).toBeGreaterThanOrEqual(k)
          const remainder = lines.slice(index + 1).flatMap(({ facts: later }) => later)
          expect(personsOf(remainder)).toBeGreaterThanOrEqual(k)
        }
        if (personsOf(facts) >= k) expect(personsOf(lines.at(-1)?.facts ?? [])).toBeGreaterThanOrEqual(k)
      }),
    )
  })

  it('merges everything when the first code has too few persons', () => {
    const lines = cut([1, 1, 1, 2, 2, 2], { size: 4, placeOf: (n) => n, weigh: (facts) => facts.length }, 2)
    expect(lines).toEqual([{ places: [0, 1, 2, 3], facts: [1, 1, 1, 2, 2, 2] }])
  })
})

describe('a quarter', () => {
  it('adds up before rounding, and shows lines of at least k persons', () => {
    fc.assert(
      fc.property(quarterFacts, (facts) => {
        fc.pre(isPublishable(facts, catalogue))
        const release = exportQuarter('2026-Q1', facts, unrounded)
        expect(release.total).toBe(facts.contacts.length)
        for (const table of release.tables) {
          if (table.attribute === 'incidentIntensity') continue
          expect(sumOf(table)).toBe(release.total)
          for (const { codes } of table.rows) {
            const inLine = facts.contacts.filter(({ themeGroup }) =>
              codes.includes(catalogue.themeGroup[themeGroup]?.code ?? ''),
            )
            expect(personsOf(inLine)).toBeGreaterThanOrEqual(k)
          }
        }
      }),
    )
  })

  it('counts incidents in the place of persons', () => {
    fc.assert(
      fc.property(quarterFacts, (facts) => {
        fc.pre(isPublishable(facts, catalogue))
        const table = exportQuarter('2026-Q1', facts, unrounded).tables.find(
          ({ attribute }) => attribute === 'incidentIntensity',
        )
        const values = table?.rows.map(({ value }) => value)
        if (facts.incidents.length < k) expect(values).toEqual([null])
        else for (const value of values ?? []) expect(value).toBeGreaterThanOrEqual(k)
      }),
    )
  })

  it('says the same of nobody as of four persons', () => {
    const nobody: QuarterFacts = { contacts: [], incidents: [], minutes: 0, aid: [] }
    const fact = { kind: 0, themeGroup: 0, theme: 0, gender: 0, ageBand: 0 }
    const four: QuarterFacts = {
      contacts: [1, 2, 3, 4].map((person) => ({ ...fact, persons: [person] })),
      incidents: Array.from({ length: 9 }, () => ({ intensity: 0 })),
      minutes: 500,
      aid: [3],
    }
    expect(exportQuarter('2026-Q1', four, catalogue)).toEqual(exportQuarter('2026-Q1', nobody, catalogue))
    expect(exportQuarter('2026-Q1', four, catalogue).total).toBeNull()
  })
})

describe('a year', () => {
  it('adds up before rounding, without the quarters that say nothing', () => {
    fc.assert(
      fc.property(year, ({ quarters, referrals }) => {
        const published = quarters.filter((quarter) => isPublishable(quarter, catalogue))
        const contacts = published.flatMap((quarter) => quarter.contacts)
        fc.pre(contacts.length > 0)
        const release = exportYear('2026', quarters, referrals, unrounded)
        expect(release.total).toBe(contacts.length)
        expect(release.persons).toBe(personsOf(contacts))
        const groups = release.tables.find(({ attribute }) => attribute === 'themeGroup')
        for (const table of release.tables) {
          const withheld = table.rows.some(({ value }) => value === null)
          if (table.attribute === 'theme') {
            const line = groups?.rows.find(({ codes }) => codes.length === 1 && codes[0] === table.within)
            expect(sumOf(table)).toBe(line?.value)
          } else if (!withheld) {
            expect(sumOf(table)).toBe(
              table.attribute === 'outcome' || table.attribute === 'sector'
                ? referrals.length
                : release.total,
            )
          }
        }
      }),
    )
  })

  it('shows lines of at least k persons, the groups’ merged rest included', () => {
    fc.assert(
      fc.property(year, ({ quarters }) => {
        const contacts = quarters.filter((q) => isPublishable(q, catalogue)).flatMap((q) => q.contacts)
        const release = exportYear('2026', quarters, [], unrounded)
        const codeOf = (attribute: Table['attribute'], fact: ContactFact): string | undefined => {
          if (attribute === 'kind') return catalogue.kind[fact.kind]?.code
          if (attribute === 'gender') return catalogue.gender[fact.gender]?.code
          if (attribute === 'ageBand') return catalogue.ageBand[fact.ageBand]?.code
          const group = catalogue.themeGroup[fact.themeGroup]
          return attribute === 'themeGroup' ? group?.code : group?.themes[fact.theme]?.code
        }
        for (const { attribute, within, rows } of release.tables) {
          if (attribute === 'outcome' || attribute === 'sector') continue
          const weigh = attribute === 'gender' || attribute === 'ageBand' ? leadersOf : personsOf
          const inTable = contacts.filter(
            ({ themeGroup }) => within === null || catalogue.themeGroup[themeGroup]?.code === within,
          )
          for (const { codes, value } of rows) {
            if (value === null) continue
            const inLine = inTable.filter((fact) => codes.includes(codeOf(attribute, fact) ?? ''))
            expect(weigh(inLine)).toBeGreaterThanOrEqual(k)
          }
        }
      }),
    )
  })

  it('gives a group its themes only where every published quarter showed it alone', () => {
    fc.assert(
      fc.property(year, ({ quarters }) => {
        const shown = quarters
          .filter((quarter) => isPublishable(quarter, catalogue))
          .map((quarter) => exportQuarter('2026-Q1', quarter, catalogue).tables[0]?.rows ?? [])
        for (const { attribute, within } of exportYear('2026', quarters, [], catalogue).tables) {
          if (attribute !== 'theme') continue
          for (const rows of shown) expect(rows.map(({ codes }) => codes)).toContainEqual([within])
        }
      }),
    )
  })

  it('gives the same bytes again, whatever the order of the facts', () => {
    fc.assert(
      fc.property(year, ({ quarters, referrals }) => {
        const turned = quarters.map((quarter) => ({ ...quarter, contacts: quarter.contacts.toReversed() }))
        const once = JSON.stringify(exportYear('2026', quarters, referrals, catalogue))
        expect(JSON.stringify(exportYear('2026', turned, referrals.toReversed(), catalogue))).toBe(once)
      }),
    )
  })

  it('publishes only codes of the catalogue and multiples of its base', () => {
    const known = catalogueJson(catalogue)
    fc.assert(
      fc.property(year, ({ quarters, referrals }) => {
        for (const { rows } of exportYear('2026', quarters, referrals, catalogue).tables) {
          for (const { codes, value } of rows) {
            for (const code of codes) expect(known).toContain(`"code":"${code}"`)
            expect((value ?? 0) % catalogue.base).toBe(0)
          }
        }
      }),
    )
  })
})

it('rounds to the nearest multiple', () => {
  expect([0, 2, 3, 7, 8, 12, 13].map((count) => roundTo(5, count))).toEqual([0, 0, 5, 5, 10, 10, 15])
})
