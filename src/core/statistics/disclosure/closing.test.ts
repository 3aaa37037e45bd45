import { describe, expect, it } from 'vitest'
import { referralStates } from '../../caseload/referral.ts'
import { catalogueJson, defaultCatalogue, orderOf, placeIn, placesOfTheme } from './catalogue.ts'
import { freezeQuarter, freezeYear, type ContactRecord } from './closing.ts'
import { quarterFacts, yearFacts } from './facts.ts'

const catalogue = defaultCatalogue(2026)
const pseudonyms = new Map([
  ['ana', 7],
  ['bob', 3],
])
const pseudonymOf = (id: string) => pseudonyms.get(id) ?? 0

const contact = (fields: Partial<ContactRecord> = {}): ContactRecord => ({
  persons: [{ id: 'ana', gender: 'woman', ageBand: '25-34' }],
  kinds: ['support', 'listening'],
  themes: ['grief', 'housing'],
  minutes: 20,
  aidGiven: [],
  ...fields,
})
const frozen = (...contacts: ContactRecord[]) => freezeQuarter(contacts, [], catalogue, pseudonymOf)
const codesOf = (fact: ReturnType<typeof frozen>['contacts'][number] | undefined) =>
  fact && {
    persons: fact.persons,
    kind: catalogue.kind[fact.kind]?.code,
    group: catalogue.themeGroup[fact.themeGroup]?.code,
    theme: catalogue.themeGroup[fact.themeGroup]?.themes[fact.theme]?.code,
    gender: catalogue.gender[fact.gender]?.code,
    ageBand: catalogue.ageBand[fact.ageBand]?.code,
  }

describe('freezing a contact', () => {
  it('keeps its principal kind and theme, and the gender and age band of its first person', () => {
    const bob = { id: 'bob', gender: 'man', ageBand: '65-plus' }
    const [fact] = frozen(contact({ persons: [bob, ...contact().persons] })).contacts
    expect(codesOf(fact)).toEqual({
      persons: [3, 7],
      kind: 'support',
      group: 'mental-health',
      theme: 'grief',
      gender: 'man',
      ageBand: '65-plus',
    })
  })

  it('counts nobody for a contact with nobody known, in the residual gender and age band', () => {
    const [fact] = frozen(contact({ persons: [] })).contacts
    expect(codesOf(fact)).toMatchObject({ persons: [], gender: 'unknown', ageBand: 'unknown' })
  })

  it('puts a code the catalogue does not know, or none, in the residual one', () => {
    const odd = contact({
      kinds: ['retired-kind'],
      themes: ['new-theme'],
      persons: [{ id: 'ana', gender: 'x', ageBand: 'x' }],
    })
    for (const strange of [odd, contact({ ...odd, themes: [] })]) {
      expect(codesOf(frozen(strange).contacts[0])).toEqual({
        persons: [7],
        kind: 'unspecified',
        group: 'unspecified',
        theme: 'unspecified',
        gender: 'unknown',
        ageBand: 'unknown',
      })
    }
  })

  it('adds up minutes and aid, unknown items together', () => {
    const socks = { item: 'socks', quantity: 2 }
    const { minutes, aid } = frozen(
      contact({ aidGiven: [socks, { item: 'tent', quantity: 1 }] }),
      contact({ aidGiven: [socks] }),
    )
    expect(minutes).toBe(40)
    expect(aid[placeIn(catalogue.aidItem, 'socks')]).toBe(4)
    expect(aid.at(-1)).toBe(1)
  })

  it('forgets the order in which things were written', () => {
    const contacts = ['grief', 'housing', 'violence'].map((theme) => contact({ themes: [theme] }))
    expect(frozen(...contacts)).toEqual(frozen(...contacts.toReversed()))
  })

  it('holds numbers only, so that no word can travel', () => {
    const text = JSON.stringify(frozen(contact({ kinds: ['canary'], themes: ['canary'] })))
    expect(text.replaceAll(/"\w+":/gu, '')).toMatch(/^[\d[\]{},]+$/u)
    const { contacts, ...rest } = frozen(contact())
    expect(quarterFacts.safeParse({ ...rest, contacts: [{ ...contacts[0], kind: 'canary' }] }).success).toBe(
      false,
    )
    expect(quarterFacts.safeParse({ ...rest, contacts, note: 'canary' }).success).toBe(false)
    expect(yearFacts.safeParse({ referrals: [{ person: 'canary', outcome: 0, sector: 0 }] }).success).toBe(
      false,
    )
  })
})

it('every state of a referral has an outcome; all that is under way is one', () => {
  const records = referralStates.map((state) => ({ personId: 'ana', state, sector: 'health' }))
  const { referrals } = freezeYear(records, catalogue, pseudonymOf)
  const outcomes = referrals.map(({ outcome }) => catalogue.outcome[outcome]?.code).toSorted()
  expect(outcomes).toEqual(
    [
      'service-obtained',
      'waiting-list',
      'person-declined',
      'no-answer',
      'resource-declined',
      'abandoned',
      ...Array.from({ length: 4 }, () => 'ongoing'),
    ].toSorted(),
  )
})

it('a referral counts in the sector of its resource, or in the last one', () => {
  const record = { personId: 'ana', state: 'proposed' as const }
  const sectors = ['health', 'unheard-of'].map((sector) => ({ ...record, sector }))
  const { referrals } = freezeYear(sectors, catalogue, pseudonymOf)
  expect(referrals.map(({ sector }) => catalogue.sector[sector]?.code).toSorted()).toEqual([
    'health',
    'other',
  ])
})

describe('the default catalogue', () => {
  it('has each theme once, under its own group, and no code twice in an order', () => {
    const themes = catalogue.themeGroup.flatMap(({ themes }) => themes.map(({ code }) => code))
    expect(new Set(themes).size).toBe(themes.length)
    expect(themes).toHaveLength(20)
    for (const attribute of [
      'kind',
      'gender',
      'ageBand',
      'outcome',
      'sector',
      'incidentIntensity',
    ] as const) {
      const codes = orderOf(catalogue, attribute, null).map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    }
    expect(placesOfTheme(catalogue, 'homelessness')).toEqual({ themeGroup: 0, theme: 1 })
    expect(orderOf(catalogue, 'theme', 'housing').map(({ code }) => code)).toEqual([
      'housing',
      'homelessness',
    ])
  })

  it('has the same bytes whatever the order in which its fields were written', () => {
    const turned = Object.fromEntries(Object.entries(catalogue).toReversed()) as typeof catalogue
    expect(catalogueJson(turned)).toBe(catalogueJson(catalogue))
  })
})
