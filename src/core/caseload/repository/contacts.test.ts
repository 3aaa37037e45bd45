import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed } from '../../result.ts'
import type { ContactFields } from '../contact.ts'
import { contactsOf, countContacts, listContacts, removeContact, saveContact } from './contacts.ts'
import { keepDraft, readDraft } from './draft.ts'
import { savePerson } from './people.ts'
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
  expect(listContacts(caseload.store, 10)).toEqual([
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
  expect(listContacts(caseload.store, 10)).toMatchObject([
    { personIds: [zoe], kinds: ['support', 'listening'], themes: ['grief'] },
  ])
})

test('the newest comes first, page by page', () => {
  const [old, recent, middle] = ['2026-11-01T08:00', '2026-11-03T08:00', '2026-11-02T08:00'].map((at) =>
    save({ at }),
  )
  expect(listContacts(caseload.store, 2).map(({ id }) => id)).toEqual([recent, middle])
  expect(listContacts(caseload.store, 2, 2).map(({ id }) => id)).toEqual([old])
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
  expect(caseload.done((writer) => removeContact(writer, contactId))).toEqual({ subject: 'Zoé' })
  expect(listReferrals(caseload.store, '2026-11-24')).toMatchObject([{ contactId: null }])
  expect(caseload.write((writer) => removeContact(writer, contactId))).toEqual(failed('not-found'))
})
