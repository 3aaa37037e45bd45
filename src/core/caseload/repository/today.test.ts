import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { query } from '../tables.ts'
import { ok } from '../../result.ts'
import { saveContact } from './contacts.ts'
import { saveFollowUp } from './follow-ups.ts'
import { savePerson } from './people.ts'
import { saveReferral } from './referrals.ts'
import { saveResource } from './resources.ts'
import { contactDefaults, readToday } from './today.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})
const person = (...aliases: string[]) =>
  caseload.done((writer, context) => savePerson(writer, fictional.person({ aliases }), context)).id
const contact = (fields: Parameters<typeof fictional.contact>[0]) =>
  caseload.done((writer, context) => saveContact(writer, fictional.contact(fields), context)).id
const resource = (fields: Parameters<typeof fictional.resource>[0] = {}) =>
  caseload.done((writer, context) => saveResource(writer, fictional.resource(fields), context)).id

describe('today', () => {
  test('it holds the follow-ups of the week, the latest contacts and the counts', () => {
    const personId = person('Zoé')
    const resourceId = resource()
    for (const dueOn of ['2026-11-20', '2026-11-24', '2026-12-01', '2026-12-02']) {
      caseload.done((writer, context) => saveFollowUp(writer, fictional.followUp({ dueOn }), context))
    }
    caseload.done((writer, context) =>
      saveReferral(writer, fictional.referral({ personId, resourceId }), context),
    )
    for (let day = 1; day <= 9; day++) contact({ at: `2026-11-0${day}T08:00` })
    const today = readToday(caseload.store, caseload.context.now)
    expect(today.followUps.map(({ dueOn }) => dueOn)).toEqual(['2026-11-20', '2026-11-24', '2026-12-01'])
    expect(today.latestContacts.map(({ at }) => at.slice(8, 10))).toEqual([
      '09',
      '08',
      '07',
      '06',
      '05',
      '04',
      '03',
      '02',
    ])
    expect(today.counts).toEqual({
      people: 1,
      followUpsDue: 2,
      openReferrals: 1,
      incompleteContacts: 0,
    })
    expect(today.today).toBe('2026-11-24')
  })

  test('the first contact ever is prefilled from the lists', () => {
    expect(contactDefaults(caseload.store, caseload.context.now)).toEqual({
      at: '2026-11-24T10:00',
      kinds: ['listening'],
      place: 'hall',
      durationMinutes: 15,
      mandateAxis: 'help-relationship',
    })
  })

  test('the next one is like the last one, as far as the lists of the day still offer its values', () => {
    contact({ at: '2026-11-01T08:00', place: 'telephone' })
    contact({
      at: '2026-11-20T08:00',
      kinds: ['mediation', 'old-kind'],
      place: 'downtown',
      durationMinutes: 40,
      mandateAxis: 'youth',
    })
    const defaults = () => contactDefaults(caseload.store, caseload.context.now)
    expect(defaults()).toEqual({
      at: '2026-11-24T10:00',
      kinds: ['mediation'],
      place: 'downtown',
      durationMinutes: 40,
      mandateAxis: 'youth',
    })
    caseload.store.transact((tx) => {
      tx.run(
        query.updateTable('listValue').set({ validTo: '2026-11-23' }).where('code', '=', 'youth').compile(),
      )
      return ok()
    })
    expect(defaults().mandateAxis).toBe('help-relationship')
  })
})
