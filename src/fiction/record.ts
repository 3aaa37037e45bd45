import { recordingWriter, type Writer } from '#core/caseload/changes'
import { saveGroupActivity, saveStaffSupport } from '#core/caseload/repository/activities'
import { saveContact } from '#core/caseload/repository/contacts'
import { completeFollowUp, saveFollowUp } from '#core/caseload/repository/follow-ups'
import { saveFilter } from '#core/caseload/repository/filters'
import { saveHours } from '#core/caseload/repository/hours'
import { saveIncident } from '#core/caseload/repository/incidents'
import { mergePeople } from '#core/caseload/repository/merge'
import { savePerson } from '#core/caseload/repository/people'
import { advanceReferral, saveReferral, tellBack } from '#core/caseload/repository/referrals'
import { saveResource } from '#core/caseload/repository/resources'
import { saveTie } from '#core/caseload/repository/ties'
import { saveVisits } from '#core/caseload/repository/visits'
import { saveConfidentialityIncident } from '#core/duties/repository/confidentiality-incidents'
import { saveConsent, withdrawConsent } from '#core/duties/repository/consents'
import { saveDisclosure } from '#core/duties/repository/disclosures'
import { saveNoticeReading } from '#core/duties/repository/notice-readings'
import { saveRequest } from '#core/duties/repository/requests'
import type { Store } from '#core/database'
import { ok, type Result } from '#core/result'
import type { Caseload } from './caseload.ts'
import { recordMeetings } from './meetings.ts'
import { must } from './must.ts'

/**
 * Writes the records through the repositories, under their own ids: what the screens would have refused is refused here. `tell` hears of
 * each transaction how much of the whole is written, from 0 to 1.
 */
export function recordCaseload(
  store: Store,
  caseload: Caseload,
  until: string,
  tell: (share: number) => void = () => {},
): void {
  const { persons, resources, contacts, incidents, referrals, followUps } = caseload
  // the last three are of what she does besides
  const total = [persons, resources, contacts, incidents, referrals, followUps].flat().length + 3
  let written = 0
  const inBatches = <R>(
    records: readonly R[],
    write: (writer: Writer, record: R) => Result<unknown, string>,
  ) => {
    for (let first = 0; first < records.length; first += batch) {
      const some = records.slice(first, first + batch)
      must(
        store.transact((tx) => {
          const writer = recordingWriter(tx, [])
          for (const record of some) must(write(writer, record))
          return ok()
        }),
      )
      written += some.length
      tell(written / total)
    }
  }
  const stagesOf = Map.groupBy(caseload.bondStages, ({ personId }) => personId)
  inBatches(persons, (writer, person) => recordPerson(writer, person, stagesOf.get(person.id) ?? []))
  inBatches(resources, (writer, resource) => {
    const { id, retiredOn: _, ...fields } = resource
    return saveResource(writer, fields, context(id, fields.lastCheckedOn ?? ''))
  })
  inBatches(contacts, (writer, { id, ...fields }) => saveContact(writer, fields, context(id, fields.at)))
  inBatches(incidents, (writer, { id, ...fields }) => saveIncident(writer, fields, context(id, fields.at)))
  inBatches(referrals, recordReferral)
  inBatches(followUps, recordFollowUp)
  inBatches([caseload], recordWork)
  inBatches([caseload], recordDuties)
  inBatches([caseload], (writer) => {
    recordMeetings(writer, caseload, until)
    return ok()
  })
}

/** Of the size of a small caseload: a hundred thousand contacts would not fit in one frame of the journal. */
const batch = 1000

function recordPerson(
  writer: Writer,
  { id, ...fields }: Caseload['persons'][number],
  [first, ...later]: Caseload['bondStages'],
) {
  must(
    savePerson(
      writer,
      { ...fields, engagedOn: null, bondStage: first?.stage ?? fields.bondStage },
      context(id, first?.on ?? ''),
    ),
  )
  for (const { stage, on } of later) {
    const isEngaged = fields.engagedOn !== null && fields.engagedOn <= on
    const engagedOn = isEngaged ? fields.engagedOn : null
    must(savePerson(writer, { ...fields, id, engagedOn, bondStage: stage }, context(id, on)))
  }
  return ok()
}

function recordReferral(writer: Writer, referral: Caseload['referrals'][number]) {
  const { id, state: _, steps, toldBackOn, toldBackNote, ...fields } = referral
  must(saveReferral(writer, fields, context(id, fields.proposedOn)))
  for (const step of steps.slice(1)) must(advanceReferral(writer, { id, ...step }, context(id, step.on)))
  if (toldBackOn !== null) {
    must(tellBack(writer, { id, on: toldBackOn, note: toldBackNote }, context(id, toldBackOn)))
  }
  return ok()
}

function recordFollowUp(writer: Writer, { id, doneAt, ...fields }: Caseload['followUps'][number]) {
  must(saveFollowUp(writer, fields, context(id, '')))
  if (doneAt !== null) must(completeFollowUp(writer, id, context(id, doneAt)))
  return ok()
}

function recordWork(writer: Writer, caseload: Caseload) {
  for (const { id, ...fields } of caseload.ties) must(saveTie(writer, fields, context(id, '')))
  for (const { person, keepId } of caseload.duplicates) {
    const { id, ...fields } = person
    const at = caseload.contacts.at(-1)?.at ?? ''
    must(savePerson(writer, fields, context(id, at)))
    must(mergePeople(writer, { keepId, duplicateId: id }, context(id, at)))
  }
  for (const { id, ...fields } of caseload.groupActivities) {
    must(saveGroupActivity(writer, fields, context(id, fields.at)))
  }
  for (const { id, ...fields } of caseload.staffSupport) {
    must(saveStaffSupport(writer, fields, context(id, fields.at)))
  }
  for (const { id, ...fields } of caseload.workHours) must(saveHours(writer, fields, context(id, fields.day)))
  for (const visits of caseload.visits) must(saveVisits(writer, visits, context('', visits.month)))
  for (const { id, ...fields } of caseload.filters) must(saveFilter(writer, fields, context(id, '')))
  return ok()
}

function recordDuties(writer: Writer, { duties }: Caseload) {
  for (const { id, ...fields } of duties.noticeReadings)
    must(saveNoticeReading(writer, fields, context(id, fields.readOn)))
  for (const { id, withdrawnOn, withdrawalWords, ...fields } of duties.consents) {
    must(saveConsent(writer, fields, context(id, fields.givenOn)))
    if (withdrawnOn === null) continue
    const withdrawal = { id, on: withdrawnOn, words: withdrawalWords }
    must(withdrawConsent(writer, withdrawal, context(id, withdrawnOn)))
  }
  for (const { id, ...fields } of duties.requests)
    must(saveRequest(writer, fields, context(id, fields.answeredOn ?? fields.receivedOn)))
  for (const { id, ...fields } of duties.disclosures) {
    must(
      saveDisclosure(writer, fields, context(id, `${fields.personToldOn ?? fields.at.slice(0, 10)}T23:00`)),
    )
  }
  for (const { id, ...fields } of duties.confidentialityIncidents)
    must(saveConfidentialityIncident(writer, fields, context(id, fields.closedOn ?? fields.knownOn)))
  return ok()
}

/** The minute (or day) a record is written, and the id it gets. */
const context = (id: string, now: string) => ({ now, newId: () => id })
