import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { contact } from '#core/caseload/contact'
import { followUp } from '#core/caseload/follow-up'
import { incident } from '#core/caseload/incident'
import { defaultListValues, defaultLists, type ListName } from '#core/caseload/lists'
import { groupActivity, staffSupport, workHours } from '#core/caseload/activity'
import { person, tie } from '#core/caseload/person'
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
  ties: tie,
  groupActivities: groupActivity,
  staffSupport,
  workHours,
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
    const { persons, contacts, incidents, resources, bondStages, ...work } = inventCaseload({
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
      ['language', [...persons, ...resources].flatMap(({ languages }) => languages)],
      ['initiative', contacts.flatMap(({ initiative }) => initiative ?? [])],
      ['tieKind', work.ties.map(({ kind }) => kind)],
      ['activityKind', work.groupActivities.map(({ kind }) => kind)],
      ['mandateAxis', work.groupActivities.map(({ mandateAxis }) => mandateAxis)],
      ['staffSupportKind', work.staffSupport.map(({ kind }) => kind)],
      [
        'referralReason',
        work.referrals.flatMap(({ steps }) => steps.flatMap(({ reasonCode }) => reasonCode ?? [])),
      ],
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

  it('shows every kind of record, about as much work as was agreed', () => {
    const { duties, ...caseload } = inventCaseload(usual)
    const all = [...Object.values(caseload), ...Object.values(duties)]
    for (const records of all) expect(records.length).toBeGreaterThan(0)
    const { workHours, visits, contacts, followUps } = caseload
    const inLibrary = workHours.filter(({ part }) => part === 'library')
    const weekly = inLibrary.reduce((sum, { minutes }) => sum + minutes, 0) / 60 / (150 / 7)
    expect(Math.abs(weekly - 25)).toBeLessThan(2)
    expect(visits.map(({ month }) => month)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    expect(contacts.filter(({ incomplete }) => incomplete)).toHaveLength(2)
    expect(followUps.some(({ repetition }) => repetition !== 'none')).toBe(true)
  })

  it('happens where it can: nobody gathers, hands something over or finds a needle on the telephone', () => {
    const { contacts, incidents, groupActivities } = inventCaseload({ ...usual, contacts: 2000, months: 24 })
    const places = (of: readonly { place: string }[]) => new Set(of.map(({ place }) => place))
    expect(places(contacts)).toContain('telephone')
    const present = contacts.filter(
      ({ kinds: [kind], aidGiven }) =>
        aidGiven.length > 0 || ['aid', 'animation', 'mediation'].includes(kind ?? ''),
    )
    for (const records of [present, incidents, groupActivities]) {
      expect(records.length).toBeGreaterThan(20)
      expect(places(records)).not.toContain('telephone')
    }
    const needles = incidents.filter(({ kinds }) => kinds.includes('found-needle'))
    expect(needles.length).toBeGreaterThan(3)
    expect(['downtown', 'hall', 'outside-library']).toEqual(expect.arrayContaining([...places(needles)]))
    expect(places(groupActivities)).not.toContain('newspapers')
  })

  it('knows the pilot’s axes for the pilot’s days', () => {
    const { contacts, groupActivities } = inventCaseload({ ...usual, until: '2024-05-31' })
    for (const { at, mandateAxis } of [...contacts, ...groupActivities]) {
      expect(mandateAxis.startsWith('pilot-')).toBe(at < '2024-04-01')
    }
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
