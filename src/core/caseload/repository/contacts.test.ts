import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed } from '../../result.ts'
import type { ContactFields } from '../contact.ts'
import type { ContactFilter } from '../filter.ts'
import { defaultSettings } from '../settings.ts'
import { contactsOf, countContacts, listContacts, removeContact, saveContact } from './contacts.ts'
import { keepDraft, readDraft } from './draft.ts'
import { savePerson } from './people.ts'
import { saveSettings } from './settings.ts'
import { listReferrals, saveReferral } from './referrals.ts'
import { saveResource } from './resources.ts'
import { ok } from '../../result.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})

const write = (fields: Partial<ContactFields> & { id?: string }) =>
  caseload.write((writer, context) =>
    saveContact(writer, { ...fictional.contact(fields), id: fields.id }, context),
  )
const save = (fields: Partial<ContactFields> & { id?: string } = {}) =>
  caseload.done((writer, context) =>
    saveContact(writer, { ...fictional.contact(fields), id: fields.id }, context),
  ).id
const all = (limit = 10, offset = 0, filter: ContactFilter = {}) =>
  listContacts(caseload.store, { limit, offset, filter }).rows
const person = (alias: string) =>
  caseload.done((writer, context) => savePerson(writer, fictional.person({ aliases: [alias] }), context)).id

test('a contact comes back as it was saved, its persons in their order', () => {
  const [zoe, bob] = [person('Zoé'), person('Bob')]
  const fields = fictional.contact({
    personIds: [zoe, bob],
    unidentifiedCount: 2,
    kinds: ['listening', 'aid'],
    themes: ['homelessness', 'grief'],
    crisis: 'eviction',
    aidGiven: [{ item: 'socks', quantity: 3 }],
    note: '<b>collé</b> ‏שלום 😀',
  })
  const id = save(fields)
  expect(all()).toEqual([
    {
      ...fields,
      id,
      people: [
        { id: zoe, alias: 'Zoé' },
        { id: bob, alias: 'Bob' },
      ],
    },
  ])
})

test('what is said twice is kept once, at its first place', () => {
  const zoe = person('Zoé')
  save({ personIds: [zoe, zoe], kinds: ['support', 'listening', 'support'], themes: ['grief', 'grief'] })
  expect(all()).toMatchObject([{ personIds: [zoe], kinds: ['support', 'listening'], themes: ['grief'] }])
})

test('the newest comes first, page by page', () => {
  const [old, recent, middle] = ['2026-11-01T08:00', '2026-11-03T08:00', '2026-11-02T08:00'].map((at) =>
    save({ at }),
  )
  expect(all(2).map(({ id }) => id)).toEqual([recent, middle])
  expect(all(2, 2).map(({ id }) => id)).toEqual([old])
  expect(countContacts(caseload.store)).toBe(3)
})

test('a changed contact changes persons and figures with it', () => {
  const [zoe, bob] = [person('Zoé'), person('Bob')]
  const id = save({ personIds: [zoe] })
  save({ id, personIds: [bob], at: '2026-11-21T09:00', durationMinutes: 45 })
  expect(contactsOf(caseload.store, zoe)).toEqual([])
  expect(contactsOf(caseload.store, bob)).toMatchObject([{ id, durationMinutes: 45 }])
  expect(caseload.store.rows('SELECT at, durationMinutes FROM contactPerson')).toEqual([
    ['2026-11-21T09:00', 45],
  ])
})

test('a contact that cannot be is refused, and nothing is written', () => {
  expect(write({ unidentifiedCount: 0 })).toEqual(failed('nobody-met'))
  expect(write({ at: '2026-11-24T10:06' })).toEqual(failed('in-the-future'))
  expect(write({ personIds: [person('Zoé'), 'nobody'] })).toEqual(failed('unknown-person'))
  expect(write({ id: 'nothing' })).toEqual(failed('not-found'))
  expect(countContacts(caseload.store)).toBe(0)
  expect(write({ unidentifiedCount: 0, kinds: ['animation'] }).ok).toBe(true)
  expect(write({ at: '2026-11-24T10:05' }).ok).toBe(true)
})

test('an incomplete contact may name nobody yet, and waits among those to be completed', () => {
  const id = save({ unidentifiedCount: 0, incomplete: true, note: 'après-midi chargé' })
  save()
  expect(all(10, 0, { incomplete: true })).toMatchObject([{ id }])
  expect(countContacts(caseload.store, { incomplete: true })).toBe(1)
  expect(write({ id, unidentifiedCount: 0 })).toEqual(failed('nobody-met'))
  save({ id, unidentifiedCount: 2 })
  expect(countContacts(caseload.store, { incomplete: true })).toBe(0)
  expect(countContacts(caseload.store, { incomplete: false })).toBe(2)
})

test('the axis is one the mandate had that day, also when an old contact is corrected', () => {
  const old = save({ at: '2024-03-31T23:59', mandateAxis: 'pilot-help' })
  expect(write({ id: old, at: '2024-04-01T00:00', mandateAxis: 'pilot-help' })).toEqual(
    failed('axis-not-valid'),
  )
  expect(write({ id: old, at: '2024-03-31T23:59', mandateAxis: 'pilot-help', note: 'plus' }).ok).toBe(true)
  expect(write({ mandateAxis: 'nothing' })).toEqual(failed('axis-not-valid'))
})

test('nothing happened before the mandate, once its start is said', () => {
  const ancient = { at: '2023-12-31T23:59', mandateAxis: 'pilot-help' }
  save(ancient)
  caseload.done((writer) => saveSettings(writer, { ...defaultSettings, mandateStartsOn: '2024-01-01' }))
  expect(write(ancient)).toEqual(failed('before-mandate'))
  expect(write({ ...ancient, at: '2024-01-01T00:00' }).ok).toBe(true)
})

test('a filter lets through what it says, and all of it is counted', () => {
  const zoe = person('Zoé')
  const one = save({ at: '2026-11-01T23:59', kinds: ['listening', 'aid'], themes: ['housing'] })
  const two = save({ at: '2026-11-02T00:00', place: 'downtown', personIds: [zoe], themes: ['grief'] })
  const three = save({ at: '2026-11-03T12:00', mandateAxis: 'youth', kinds: ['support'] })
  const found = (filter: ContactFilter) => {
    const rows = all(10, 0, filter)
    expect(countContacts(caseload.store, filter)).toBe(rows.length)
    return rows.map(({ id }) => id)
  }
  expect(found({})).toEqual([three, two, one])
  expect(found({ from: '2026-11-02', to: '2026-11-02' })).toEqual([two])
  expect(found({ to: '2026-11-01' })).toEqual([one])
  expect(found({ kinds: ['aid', 'support'] })).toEqual([three, one])
  expect(found({ kinds: [], themes: ['grief', 'housing'] })).toEqual([two, one])
  expect(found({ places: ['downtown'] })).toEqual([two])
  expect(found({ mandateAxis: 'youth' })).toEqual([three])
  expect(found({ personId: zoe })).toEqual([two])
  expect(found({ personId: zoe, themes: ['housing'] })).toEqual([])
  // a code is never found inside another
  expect(found({ kinds: ['listen'] })).toEqual([])
})

test('a long note in any script comes back to the letter', () => {
  const note = `<script>alert(1)</script>\n‏שלום‏ 👩‍👩‍👧 ${'é'.repeat(49_900)}`
  save({ note })
  expect(all(1)).toMatchObject([{ note }])
})

test('a new contact takes the draft’s place, an old one leaves it; undo does not bring it back', () => {
  const keep = () =>
    caseload.store.transact((tx) => {
      keepDraft(tx, { note: 'à moitié' })
      return ok()
    })
  keep()
  const id = save()
  expect(readDraft(caseload.store)).toBeNull()
  keep()
  save({ id, note: 'entière' })
  expect(readDraft(caseload.store)).toEqual({ note: 'à moitié' })
  while (caseload.history.undo().ok);
  expect(countContacts(caseload.store)).toBe(0)
  expect(readDraft(caseload.store)).toEqual({ note: 'à moitié' })
})

test('a removed contact lets its referrals go', () => {
  const personId = person('Zoé')
  const contactId = save({ personIds: [personId] })
  const resourceId = caseload.done((writer, context) =>
    saveResource(writer, fictional.resource(), context),
  ).id
  caseload.done((writer, context) =>
    saveReferral(writer, fictional.referral({ personId, resourceId, contactId }), context),
  )
  expect(caseload.done((writer) => removeContact(writer, contactId))).toMatchObject({ subject: 'Zoé' })
  expect(
    listReferrals(caseload.store, { filter: {}, today: '2026-11-24', limit: 9, offset: 0 }).rows,
  ).toMatchObject([{ contactId: null }])
  expect(caseload.write((writer) => removeContact(writer, contactId))).toEqual(failed('not-found'))
})
