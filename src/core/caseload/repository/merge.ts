import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { query, type Tables } from '../tables.ts'
import { bondStages } from './bond.ts'
import { orderedPair } from './duplicates.ts'
import { dismissalsOf } from './people.ts'
import { unionOfPeople } from './person-union.ts'
import type { Context, Removed } from './rows.ts'
import { tiesBetween } from './ties.ts'

type Refusal = 'not-found' | 'same-person' | 'already-merged' | 'merge-too-long' | 'safety-notes-differ'

/**
 * Two files were one person: everything that names the duplicate names the person kept. The duplicate's row stays,
 * hidden, and what was done is written down, so that it can be taken back long after.
 */
export function mergePeople(
  writer: Writer,
  { keepId, duplicateId }: { keepId: string; duplicateId: string },
  { now }: Context,
): Result<Removed, Refusal> {
  if (keepId === duplicateId) return failed('same-person')
  const keep = writer.find('person', { id: keepId })
  const duplicate = writer.find('person', { id: duplicateId })
  if (!keep || !duplicate) return failed('not-found')
  if (keep.mergedInto !== null || duplicate.mergedInto !== null) return failed('already-merged')
  if (oneSealed(keep, duplicate) || oneSealed(duplicate, keep)) return failed('safety-notes-differ')
  const union = unionOfPeople(keep, duplicate)
  if (!union) return failed('merge-too-long')

  const before = writer.changes.length
  moveContacts(writer, duplicateId, keepId)
  moveRecords(writer, duplicateId, keepId)
  moveConfidentialityIncidents(writer, duplicateId, keepId)
  // the file kept has a clock of its own
  writer.remove('retentionHold', { personId: duplicateId })
  moveTies(writer, duplicateId, keepId)
  moveEarlierStages(writer, duplicateId, keepId)
  moveDismissals(writer, duplicateId, keepId)
  writer.put('person', union)
  writer.put('person', { ...duplicate, mergedInto: keepId })
  const changes = JSON.stringify(writer.changes.slice(before))
  writer.put('personMerge', { duplicateId, keepId, mergedAt: now, changes })
  return ok({ subject: keep.alias })
}

/** The person and the duplicates merged into her. */
export function sameAs(reader: Reader, personId: string): string[] {
  const same = sql<{ id: string }>`
    with recursive same (id) as (
      select id from person where id = ${personId}
      union
      select person.id from person join same on person.mergedInto = same.id
    )
    select id from same`
  return reader.all(same.compile(query)).map(({ id }) => id)
}

/** Those merged into a person, or into one merged into that person; the last first. */
export function mergedInto(reader: Reader, personId: string): { id: string; alias: string; on: string }[] {
  const merged = sql<{ id: string; alias: string; mergedAt: string }>`
    with recursive hidden (id) as (
      select id from person where mergedInto = ${personId}
      union
      select person.id from person join hidden on person.mergedInto = hidden.id
    )
    select person.id, person.alias, personMerge.mergedAt
    from hidden
    join person on person.id = hidden.id
    join personMerge on personMerge.duplicateId = hidden.id
    order by personMerge.mergedAt desc, person.id desc`
  return reader
    .all(merged.compile(query))
    .map(({ id, alias, mergedAt }) => ({ id, alias, on: dayOf(mergedAt) }))
}

/** Joined, what one of them keeps for the worker alone would stand beside the other in plain, or be lost. */
const oneSealed = (one: Tables['person'], other: Tables['person']): boolean =>
  one.sealedSafetyNote !== null && other.safetyNote !== ''

/** Met together, both files counted one meeting: one link stays. */
function moveContacts(writer: Writer, from: string, to: string): void {
  const links = query.selectFrom('contactPerson').selectAll().where('personId', '=', from)
  for (const link of writer.all(links.compile())) {
    writer.remove('contactPerson', { contactId: link.contactId, personId: from })
    const isThere = writer.find('contactPerson', { contactId: link.contactId, personId: to })
    const position = Math.min(link.position, isThere?.position ?? link.position)
    writer.put('contactPerson', { ...link, personId: to, position })
  }
}

/** The tables whose rows are about one person each: `personId` says whom. */
export const recordsOfOne = [
  'referral',
  'followUp',
  'incident',
  'consent',
  'noticeReading',
  'rightsRequest',
  'disclosure',
  'fileReview',
] as const

function moveRecords(writer: Writer, from: string, to: string): void {
  for (const table of recordsOfOne) {
    const theirs = query.selectFrom(table).selectAll().where('personId', '=', from)
    for (const row of writer.all(theirs.compile())) writer.put(table, { ...row, personId: to })
  }
}

/** Both files may be concerned by one incident: one link stays. */
function moveConfidentialityIncidents(writer: Writer, from: string, to: string): void {
  const links = query.selectFrom('confidentialityIncidentPerson').selectAll().where('personId', '=', from)
  for (const { incidentId } of writer.all(links.compile())) {
    writer.remove('confidentialityIncidentPerson', { incidentId, personId: from })
    writer.put('confidentialityIncidentPerson', { incidentId, personId: to })
  }
}

/** A tie between the two says nothing any more, nor does one the person kept already has. */
function moveTies(writer: Writer, from: string, to: string): void {
  const theirs = query
    .selectFrom('tie')
    .selectAll()
    .where((eb) => eb.or([eb('personId', '=', from), eb('otherId', '=', from)]))
  for (const tie of writer.all(theirs.compile())) {
    const moved: Tables['tie'] = {
      ...tie,
      personId: tie.personId === from ? to : tie.personId,
      otherId: tie.otherId === from ? to : tie.otherId,
    }
    const { personId, otherId, kind } = moved
    const isSaid = tiesBetween(writer, personId, otherId).some((other) => other.kind === kind)
    if (personId === otherId || isSaid) writer.remove('tie', { id: tie.id })
    else writer.put('tie', moved)
  }
}

/** What was said of the duplicate before the kept file began is its past too; the present stage stays. */
function moveEarlierStages(writer: Writer, from: string, to: string): void {
  const first = bondStages(writer, to)[0]
  for (const change of bondStages(writer, from)) {
    if (!first || change.changedOn >= first.changedOn) continue
    writer.remove('bondStageChange', { personId: from, changedOn: change.changedOn })
    writer.put('bondStageChange', { ...change, personId: to })
  }
}

/** Somebody said not to be the duplicate is not the person kept either. */
function moveDismissals(writer: Writer, from: string, to: string): void {
  for (const pair of writer.all(dismissalsOf(from).compile())) {
    writer.remove('dismissedDuplicate', pair)
    const third = pair.oneId === from ? pair.otherId : pair.oneId
    if (third !== to) writer.put('dismissedDuplicate', orderedPair(to, third))
  }
}
