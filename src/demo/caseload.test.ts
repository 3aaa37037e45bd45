import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { contact } from '#core/caseload/contact'
import { followUp } from '#core/caseload/follow-up'
import { incident } from '#core/caseload/incident'
import { defaultListValues, defaultLists, type ListName } from '#core/caseload/lists'
import { person } from '#core/caseload/person'
import { referral } from '#core/caseload/referral'
import { resource } from '#core/caseload/resource'
import lists from '../../resources/default-lists.json' with { type: 'json' }
import { inventCaseload } from './caseload.ts'

const usual = { seed: 1, persons: 82, contacts: 251, months: 5, until: '2026-06-30' }
const schemas = {
  persons: person,
  contacts: contact,
  referrals: referral,
  followUps: followUp,
  resources: resource,
  incidents: incident,
}

describe('the fictional caseload', () => {
  it('is the same for the same seed, another for another', () => {
    expect(inventCaseload(usual)).toEqual(inventCaseload(usual))
    expect(inventCaseload({ ...usual, seed: 2 }).contacts).not.toEqual(inventCaseload(usual).contacts)
  })

  it.each([1, 2, 3])('has records the schemas accept, of the size asked for (seed %i)', (seed) => {
    const caseload = inventCaseload({ ...usual, seed })
    for (const [records, schema] of Object.entries(schemas)) {
      expect(() => z.array(schema).parse(caseload[records as keyof typeof schemas])).not.toThrow()
    }
    expect(caseload.contacts).toHaveLength(251)
    expect(new Set(caseload.contacts.flatMap(({ personIds }) => personIds)).size).toBe(82)
    const ids = Object.keys(schemas).flatMap((records) =>
      caseload[records as keyof typeof schemas].map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says only codes of the default lists', () => {
    const values = defaultListValues(defaultLists.parse(lists))
    const known = (list: ListName) => values.filter((value) => value.list === list).map(({ code }) => code)
    const { persons, contacts, incidents, resources, bondStages } = inventCaseload({
      ...usual,
      contacts: 2000,
    })
    const said: [ListName, string[]][] = [
      ['contactKind', contacts.flatMap(({ kinds }) => kinds)],
      ['theme', contacts.flatMap(({ themes }) => themes)],
      ['place', [...contacts, ...incidents].map(({ place }) => place)],
      ['crisis', contacts.flatMap(({ crisis }) => crisis ?? [])],
      ['aidItem', contacts.flatMap(({ aidGiven }) => aidGiven.map(({ item }) => item))],
      ['mandateAxis', contacts.map(({ mandateAxis }) => mandateAxis)],
      ['gender', persons.map(({ gender }) => gender)],
      ['ageBand', persons.map(({ ageBand }) => ageBand)],
      ['population', persons.flatMap(({ populations }) => populations)],
      ['bondStage', bondStages.map(({ stage }) => stage)],
      ['incidentKind', incidents.flatMap(({ kinds }) => kinds)],
      ['incidentOutcome', incidents.map(({ outcome }) => outcome)],
      ['sector', resources.map(({ sector }) => sector)],
    ]
    for (const [list, codes] of said) {
      expect(codes.length).toBeGreaterThan(0)
      expect(known(list)).toEqual(expect.arrayContaining([...new Set(codes)]))
    }
  })

  it('tells the pilot’s story: listening first, a few who come often, conflicts fewer and milder', () => {
    const { contacts, incidents, persons } = inventCaseload({ ...usual, contacts: 2000, persons: 200 })
    const counts = Map.groupBy(contacts, ({ kinds: [kind] }) => kind)
    const most = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]
    expect(most?.[0]).toBe('listening')
    const visits = persons
      .map(({ id }) => contacts.filter(({ personIds }) => personIds.includes(id)).length)
      .toSorted((a, b) => b - a)
    expect(visits[0]).toBeGreaterThan(3 * (visits[100] ?? 0))
    const [early, late] = [
      incidents.filter(({ at }) => at < '2026-04-16'),
      incidents.filter(({ at }) => at >= '2026-04-16'),
    ]
    const mean = (of: typeof incidents) => of.reduce((sum, { intensity }) => sum + intensity, 0) / of.length
    expect(late.length).toBeLessThan(early.length)
    expect(mean(late)).toBeLessThan(mean(early))
  })

  it('stays inside its months, and grows to none', () => {
    const { contacts, incidents } = inventCaseload(usual)
    for (const { at } of [...contacts, ...incidents]) {
      expect(at >= '2026-02-01T00:00' && at <= '2026-06-30T23:59').toBe(true)
    }
    const nothing = inventCaseload({ ...usual, contacts: 0, persons: 0 })
    expect(nothing.contacts).toEqual([])
    expect(inventCaseload({ ...usual, contacts: 1, persons: 3 }).persons).toHaveLength(3)
  })
})
