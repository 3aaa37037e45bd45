import { beforeEach, describe, expect, test } from 'vitest'
import lists from '../../../../resources/default-lists.json' with { type: 'json' }
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed, ok } from '../../result.ts'
import { sourceTypes } from '../follow-up.ts'
import { defaultLists, defaultListValues, isValidOn, listNames } from '../lists.ts'
import { removeContact, saveContact } from './contacts.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import {
  completeFollowUp,
  countFollowUpsDue,
  listFollowUps,
  removeFollowUp,
  saveFollowUp,
} from './follow-ups.ts'
import { listIncidents, removeIncident, saveIncident } from './incidents.ts'
import { allListValues } from './lists.ts'
import { savePerson } from './people.ts'
import { saveReferral } from './referrals.ts'
import { readSource } from './sources.ts'
import { checkResource, listResources, removeResource, retireResource, saveResource } from './resources.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})
const whole = { limit: 100, offset: 0 }
const person = () => caseload.done((writer, context) => savePerson(writer, fictional.person(), context)).id

describe('follow-ups', () => {
  const open = (days: { from?: string; to?: string } = {}) =>
    listFollowUps(caseload.store, { done: false, ...days, ...whole }).rows
  const done = () => listFollowUps(caseload.store, { done: true, ...whole }).rows
  const save = (fields: Parameters<typeof fictional.followUp>[0], id?: string) =>
    caseload.done((writer, context) => saveFollowUp(writer, { ...fictional.followUp(fields), id }, context))
      .id
  const complete = (id: string) => caseload.write((writer, context) => completeFollowUp(writer, id, context))

  test('the open ones come in the order they are due, the whole day before its hours', () => {
    const personId = person()
    const titles = [
      { title: 'à 9 h', dueOn: '2026-11-25', dueTime: '09:00' },
      { title: 'dans la journée', dueOn: '2026-11-25' },
      { title: 'en retard', dueOn: '2026-11-20', personId },
    ]
    for (const fields of titles) save(fields)
    expect(open()).toMatchObject([
      { title: 'en retard', alias: 'Le grand Marc', doneAt: null },
      { title: 'dans la journée', alias: null },
      { title: 'à 9 h' },
    ])
    expect(open({ to: '2026-11-24' })).toHaveLength(1)
    expect(countFollowUpsDue(caseload.store, '2026-11-24')).toBe(1)
    expect(countFollowUpsDue(caseload.store, '2026-11-25')).toBe(3)
  })

  test('they are read day by day and a stretch at a time, with how many there are', () => {
    for (const dueOn of ['2026-11-25', '2026-11-24', '2026-11-26', '2026-11-26']) save({ dueOn })
    const days = (asked: { from?: string; to?: string }) => open(asked).map(({ dueOn }) => dueOn)
    expect(days({ from: '2026-11-25', to: '2026-11-25' })).toEqual(['2026-11-25'])
    expect(days({ from: '2026-11-26' })).toEqual(['2026-11-26', '2026-11-26'])
    const stretch = (offset: number) =>
      listFollowUps(caseload.store, { done: false, limit: 2, offset }).rows.map(({ id }) => id)
    expect([...stretch(0), ...stretch(2)]).toEqual(open().map(({ id }) => id))
    expect(listFollowUps(caseload.store, { done: false, limit: 1, offset: 9 })).toEqual({
      total: 4,
      rows: [],
    })
  })

  test('what it comes from is said in a few words', () => {
    const contactId = caseload.done((writer, context) => saveContact(writer, fictional.contact(), context)).id
    const { at, kinds } = fictional.contact()
    expect(readSource(caseload.store, { type: 'contact', id: contactId })).toEqual({
      type: 'contact',
      at,
      kinds,
    })
    const resourceId = caseload.done((writer, context) =>
      saveResource(writer, fictional.resource(), context),
    ).id
    const referral = fictional.referral({ personId: person(), resourceId })
    const referralId = caseload.done((writer, context) => saveReferral(writer, referral, context)).id
    expect(readSource(caseload.store, { type: 'referral', id: referralId })).toEqual({
      type: 'referral',
      resourceName: 'La Passerelle',
    })
    for (const type of sourceTypes) expect(readSource(caseload.store, { type, id: 'nothing' })).toBeNull()
  })

  test('what is done keeps the minute it was done, even corrected later', () => {
    const id = save({})
    expect(complete(id).ok).toBe(true)
    caseload.context.now = '2026-11-24T11:00'
    complete(id)
    save({ title: 'Rappeler Zoé' }, id)
    expect(open()).toEqual([])
    expect(done()).toMatchObject([{ title: 'Rappeler Zoé', doneAt: '2026-11-24T10:00' }])
  })

  test('a repeated one makes the next in the same act', () => {
    const id = save({ title: 'Café du lundi', dueOn: '2026-11-16', repetition: 'weekly' })
    const completed = complete(id)
    if (!completed.ok) throw new Error(completed.failure)
    const { nextId } = completed.value
    expect(open()).toMatchObject([
      { id: nextId, title: 'Café du lundi', dueOn: '2026-11-30', repetition: 'weekly' },
    ])
    expect(complete(id)).toMatchObject({ value: { nextId: null } })
    expect(open()).toHaveLength(1)
    caseload.history.undo()
    expect(open()).toMatchObject([{ id, dueOn: '2026-11-16' }])
  })

  test('it stays when what it comes from goes, no longer tied to it', () => {
    const contactId = caseload.done((writer, context) => saveContact(writer, fictional.contact(), context)).id
    const incidentId = caseload.done((writer, context) =>
      saveIncident(writer, fictional.incident(), context),
    ).id
    save({ contactId, incidentId })
    caseload.done((writer) => removeContact(writer, contactId))
    expect(open()).toMatchObject([{ contactId: null, incidentId }])
    caseload.done((writer) => removeIncident(writer, incidentId))
    expect(open()).toMatchObject([{ contactId: null, incidentId: null }])
    const orphan = fictional.followUp({ contactId })
    expect(caseload.write((writer, context) => saveFollowUp(writer, orphan, context))).toEqual(
      failed('unknown-link'),
    )
  })

  test('what is not there is not found', () => {
    const id = save({})
    expect(caseload.done((writer) => removeFollowUp(writer, id))).toMatchObject({ subject: 'Rappeler' })
    expect(caseload.write((writer) => removeFollowUp(writer, id))).toEqual(failed('not-found'))
    expect(complete(id)).toEqual(failed('not-found'))
    const orphan = fictional.followUp({ personId: 'nobody' })
    expect(caseload.write((writer, context) => saveFollowUp(writer, orphan, context))).toEqual(
      failed('unknown-person'),
    )
    expect(
      caseload.write((writer, context) => saveFollowUp(writer, { ...fictional.followUp(), id }, context)),
    ).toEqual(failed('not-found'))
  })
})

describe('incidents', () => {
  const write = (fields: Parameters<typeof fictional.incident>[0], id?: string) =>
    caseload.write((writer, context) => saveIncident(writer, { ...fictional.incident(fields), id }, context))

  test('an incident comes back as it was saved, the newest first', () => {
    const fields = fictional.incident({
      kinds: ['threats', 'intoxication'],
      staffConcerned: true,
      personId: person(),
    })
    write({ at: '2026-11-01T08:00' })
    write(fields)
    const [latest, older] = listIncidents(caseload.store, whole).rows
    expect(latest).toEqual({ ...fields, id: latest?.id, alias: 'Le grand Marc' })
    expect(older).toMatchObject({ personId: null, alias: null, staffConcerned: false })
  })

  test('an incident that cannot be is refused', () => {
    expect(write({ at: '2026-11-25T10:00' })).toEqual(failed('in-the-future'))
    expect(write({ personId: 'nobody' })).toEqual(failed('unknown-person'))
    expect(write({}, 'nothing')).toEqual(failed('not-found'))
    const saved = write({})
    if (!saved.ok) throw new Error(saved.failure)
    const remove = () => caseload.write((writer) => removeIncident(writer, saved.value.id))
    expect(remove()).toMatchObject(ok({ subject: '' }))
    expect(remove()).toEqual(failed('not-found'))
  })
})

describe('resources', () => {
  const save = (fields: Parameters<typeof fictional.resource>[0]) =>
    caseload.done((writer, context) => saveResource(writer, fictional.resource(fields), context)).id
  const remove = (id: string) => caseload.write((writer) => removeResource(writer, id))

  test('resources come by name, accents aside', () => {
    for (const organization of ['Zénith', 'Éclaircie', 'abri', 'Figuier']) save({ organization })
    expect(
      listResources(caseload.store, caseload.context.now).map(({ organization }) => organization),
    ).toEqual(['abri', 'Éclaircie', 'Figuier', 'Zénith'])
  })

  test('a resource is stale when nobody verified it for six months', () => {
    for (const lastCheckedOn of [null, '2026-05-23', '2026-05-24', '2026-11-24']) {
      save({ organization: lastCheckedOn ?? 'jamais', lastCheckedOn })
    }
    const rows = () => listResources(caseload.store, caseload.context.now)
    expect(rows().map(({ organization, stale }) => [organization, stale])).toEqual([
      ['2026-05-23', true],
      ['2026-05-24', false],
      ['2026-11-24', false],
      ['jamais', true],
    ])
    const never = rows().at(-1)?.id ?? ''
    caseload.done((writer, context) => checkResource(writer, never, context))
    expect(rows().at(-1)).toMatchObject({ lastCheckedOn: '2026-11-24', stale: false })
  })

  test('a resource comes back as it was saved, retired or not', () => {
    const fields = fictional.resource({
      eligibility: '18 ans et plus',
      hours: 'Lun.–ven.\n9 h à 16 h',
      languages: ['fr', 'langue des signes'],
      website: 'https://exemple.invalid',
      address: '1, rue Fictive',
      pivotContacts: [
        { name: 'Sylvie', role: 'Accueil', phone: '819 555-0101' },
        { name: 'Normand', role: '', phone: '' },
      ],
      taxonomyCode: 'BH-1800',
    })
    const id = save(fields)
    caseload.done((writer) => retireResource(writer, { id, on: '2026-12-31' }))
    caseload.done((writer, context) => saveResource(writer, { ...fields, id }, context))
    expect(listResources(caseload.store, caseload.context.now)).toEqual([
      { ...fields, id, retiredOn: '2026-12-31', openReferrals: 0, stale: true },
    ])
  })

  test('a resource stays as long as a referral leads to it', () => {
    const id = save({ service: 'Accueil' })
    const referral = fictional.referral({ personId: person(), resourceId: id })
    caseload.done((writer, context) => saveReferral(writer, referral, context))
    expect(listResources(caseload.store, caseload.context.now)).toMatchObject([{ id, openReferrals: 1 }])
    expect(remove(id)).toEqual(failed('still-referenced'))
    caseload.history.undo()
    expect(remove(id)).toMatchObject(ok({ subject: 'La Passerelle – Accueil' }))
    expect(remove(id)).toEqual(failed('not-found'))
    expect(
      caseload.write((writer, context) => saveResource(writer, { ...fictional.resource(), id }, context)),
    ).toEqual(failed('not-found'))
  })
})

test('the default lists come back whole, list by list, in their order', () => {
  const values = allListValues(caseload.store)
  expect(values).toEqual(defaultListValues(defaultLists.parse(lists)))
  expect([...new Set(values.map(({ list }) => list))]).toEqual([...listNames])
})

test('a value is valid on the days of its period, both ends included', () => {
  const [value] = allListValues(caseload.store)
  if (!value) throw new Error('no list')
  const period = { ...value, validFrom: '2026-01-01', validTo: '2026-06-30' }
  const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']
  expect(days.map((day) => isValidOn(period, day))).toEqual([false, true, true, false])
  expect(isValidOn({ ...period, validTo: null }, '2099-01-01')).toBe(true)
})

test('there is one draft: kept over the last one, dropped once', () => {
  const transact = (work: Parameters<typeof caseload.store.transact>[0]) => caseload.store.transact(work)
  expect(readDraft(caseload.store)).toBeNull()
  for (const note of ['un', 'deux']) {
    transact((tx) => {
      keepDraft(tx, { note, personIds: [] })
      return ok()
    })
  }
  expect(readDraft(caseload.store)).toEqual({ note: 'deux', personIds: [] })
  transact((tx) => {
    dropDraft(tx)
    return ok()
  })
  expect(readDraft(caseload.store)).toBeNull()
})
