import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { saveContact } from './contacts.ts'
import { saveFollowUp } from './follow-ups.ts'
import { saveIncident } from './incidents.ts'
import { savePerson } from './people.ts'
import { saveReferral } from './referrals.ts'
import { saveResource } from './resources.ts'
import { readTimeline } from './timeline.ts'

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

describe('timeline', () => {
  test('it mixes every record of the person, and hers only, the newest first', () => {
    const [personId, other] = [person('Zoé'), person('Bob')]
    const resourceId = resource()
    contact({ at: '2026-11-02T08:00', personIds: [personId, other] })
    contact({ at: '2026-11-24T09:00', personIds: [personId] })
    contact({ at: '2026-11-24T09:30', personIds: [other] })
    caseload.done((writer, context) =>
      saveReferral(writer, fictional.referral({ personId, resourceId, proposedOn: '2026-11-03' }), context),
    )
    caseload.done((writer, context) =>
      saveFollowUp(writer, fictional.followUp({ personId, dueOn: '2026-11-30' }), context),
    )
    caseload.done((writer, context) =>
      saveIncident(writer, fictional.incident({ personId, at: '2026-11-01T12:00' }), context),
    )
    const entries = readTimeline(caseload.store, personId, '2026-11-24')
    expect(entries.map(({ type, at }) => [type, at])).toEqual([
      ['followUp', '2026-11-30'],
      ['contact', '2026-11-24T09:00'],
      ['bondStage', '2026-11-24'],
      ['referral', '2026-11-03'],
      ['contact', '2026-11-02T08:00'],
      ['incident', '2026-11-01T12:00'],
    ])
  })
})
