import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import type { Writer } from '../changes.ts'
import { failed, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import { defaultSettings } from '../settings.ts'
import { saveGroupActivity, saveStaffSupport } from './activities.ts'
import { saveContact } from './contacts.ts'
import { saveHours } from './hours.ts'
import { saveIncident } from './incidents.ts'
import { retireListValue } from './lists.ts'
import { savePerson } from './people.ts'
import { saveReferral } from './referrals.ts'
import { saveResource } from './resources.ts'
import type { Context, Saved } from './rows.ts'
import { saveSettings } from './settings.ts'

let caseload: TestCaseload
let referred: { personId: string; resourceId: string }
beforeEach(async () => {
  caseload = await createTestCaseload()
  const resource = caseload.done((writer, context) => saveResource(writer, fictional.resource(), context))
  const person = caseload.done((writer, context) => savePerson(writer, fictional.person(), context))
  referred = { personId: person.id, resourceId: resource.id }
})

type Saving = (writer: Writer, given: { id?: string; at: string }, context: Context) => Result<Saved, string>
const onAxis: Record<string, Saving> = {
  contact: (writer, { id, at }, context) =>
    saveContact(writer, { ...fictional.contact({ at, mandateAxis: 'help-relationship' }), id }, context),
  activity: (writer, { id, at }, context) =>
    saveGroupActivity(
      writer,
      { ...fictional.groupActivity({ at, mandateAxis: 'help-relationship' }), id },
      context,
    ),
  hours: (writer, { id, at }, context) =>
    saveHours(
      writer,
      { ...fictional.workHours({ day: dayOf(at), mandateAxis: 'help-relationship' }), id },
      context,
    ),
}
const dated: Record<string, Saving> = {
  ...onAxis,
  'staff support': (writer, { id, at }, context) =>
    saveStaffSupport(writer, { ...fictional.staffSupport({ at }), id }, context),
  incident: (writer, { id, at }, context) =>
    saveIncident(writer, { ...fictional.incident({ at }), id }, context),
  referral: (writer, { id, at }, context) =>
    saveReferral(writer, { ...fictional.referral({ ...referred, proposedOn: dayOf(at) }), id }, context),
}
const at = '2026-11-20T10:00'

describe.each(Object.entries(dated))('%s', (_, save) => {
  const write = (given: { id?: string; at: string }) =>
    caseload.write((writer, context) => save(writer, given, context))
  const made = () => caseload.done((writer, context) => save(writer, { at }, context)).id

  test('is still corrected once the mandate begins later than it', () => {
    const id = made()
    const mandate = { ...defaultSettings, mandateStartsOn: '2026-11-22' }
    caseload.done((writer) => saveSettings(writer, mandate))
    expect(write({ id, at }).ok).toBe(true)
    expect(write({ id, at: '2026-11-21T10:00' })).toEqual(failed('before-mandate'))
    expect(write({ id, at: '2026-11-22T00:00' }).ok).toBe(true)
    expect(write({ id, at })).toEqual(failed('before-mandate'))
    expect(write({ at })).toEqual(failed('before-mandate'))
  })

  test('is still corrected once the clock was put back', () => {
    const id = made()
    caseload.context.now = '2026-11-19T10:00'
    expect(write({ id, at }).ok).toBe(true)
    expect(write({ at })).toEqual(failed('in-the-future'))
  })
})

test.each(Object.entries(onAxis))('%s keeps on its day an axis retired since', (_, save) => {
  const write = (given: { id?: string; at: string }) =>
    caseload.write((writer, context) => save(writer, given, context))
  const { id } = caseload.done((writer, context) => save(writer, { at }, context))
  caseload.done((writer) =>
    retireListValue(writer, { list: 'mandateAxis', code: 'help-relationship', on: '2026-11-19' }),
  )
  expect(write({ id, at }).ok).toBe(true)
  expect(write({ at })).toEqual(failed('axis-not-valid'))
  expect(write({ id, at: '2026-11-21T10:00' })).toEqual(failed('axis-not-valid'))
  // moved to a day the mandate had it, it does not come back
  expect(write({ id, at: '2026-11-19T10:00' }).ok).toBe(true)
  expect(write({ id, at })).toEqual(failed('axis-not-valid'))
})
