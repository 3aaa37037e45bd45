import { failed, ok, type Result } from '../../result.ts'
import { invert, isSameRow, type Change, type Writer } from '../changes.ts'
import { fold } from '../folding.ts'
import type { Tables } from '../tables.ts'
import { orderedPair } from './duplicates.ts'
import { recordsOfOne } from './merge.ts'
import { presentPerson } from './people.ts'
import type { Removed } from './rows.ts'
import { tiesBetween } from './ties.ts'

/**
 * Brings a merged duplicate back, long after too: with what was moved from it and still names the person kept. The kept
 * file gets its former fields back if nobody has corrected it since; else it stays as it is. The two are then known not
 * to be one.
 */
export function unmergePerson(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const merge = writer.find('personMerge', { duplicateId: id })
  const duplicate = writer.find('person', { id })
  if (!merge || !duplicate) return failed('not-found')
  const keeperId = presentPerson(writer, merge.keepId) ?? merge.keepId
  const changes: Change[] = JSON.parse(merge.changes)
  writer.put('person', { ...duplicate, mergedInto: null })
  for (const change of invert(changes)) takeBack(writer, change, { id, keeperId })
  writer.remove('personMerge', { duplicateId: id })
  writer.put('dismissedDuplicate', orderedPair(id, keeperId))
  return ok({ subject: duplicate.alias })
}

type Parties = { id: string; keeperId: string }

/** One change of the merge, already inverted: `before` is what the merge left, `after` what was there. */
function takeBack(writer: Writer, change: Change, parties: Parties): void {
  const { table } = change
  if (table === 'person') takePersonBack(writer, change, parties)
  if (table === 'contactPerson') takeContactBack(writer, change, parties)
  const record = recordsOfOne.find((name) => name === table)
  if (record) takeRecordBack(writer, record, change, parties)
  if (table === 'confidentialityIncidentPerson') takeConfidentialityBack(writer, change)
  if (table === 'tie') takeTieBack(writer, change)
  if (table === 'bondStageChange') takeStageBack(writer, change)
  // dismissals stay with the person kept
}

function takePersonBack(writer: Writer, { before, after }: Change, { id }: Parties): void {
  const [left, former] = [before, after].map((row) => refolded(row as Tables['person'] | null))
  if (!former || former.id === id) return
  const present = writer.find('person', { id: former.id })
  if (present && left && isSameRow(present, left)) writer.put('person', former)
}

/** The merge may be older than the way aliases are folded today. */
const refolded = (row: Tables['person'] | null) => row && { ...row, foldedAliases: fold(row.aliases) }

/** Who was taken out of a contact since then is not put back into it. */
function takeContactBack(writer: Writer, { before, after }: Change, { id, keeperId }: Parties): void {
  const { contactId } = (before ?? after) as Tables['contactPerson']
  const kept = writer.find('contactPerson', { contactId, personId: keeperId })
  if (!kept) return
  if (before && after) {
    const { position } = after as Tables['contactPerson']
    writer.put('contactPerson', { ...kept, position })
    return
  }
  if (after) {
    const link = after as Tables['contactPerson']
    writer.put('contactPerson', { ...kept, personId: id, position: link.position })
    return
  }
  // the merge had put the person kept here; the duplicate takes the place back
  writer.put('contactPerson', { ...kept, personId: id })
  writer.remove('contactPerson', { contactId, personId: keeperId })
}

function takeRecordBack(
  writer: Writer,
  table: (typeof recordsOfOne)[number],
  { after }: Change,
  { id, keeperId }: Parties,
): void {
  const former = after as { id: string } | null
  const present = former && writer.find(table, { id: former.id })
  if (present?.personId === keeperId) writer.put(table, { ...present, personId: id })
}

/** Unless the incident has gone or was corrected since. */
function takeConfidentialityBack(writer: Writer, { before, after }: Change): void {
  const link = (before ?? after) as Tables['confidentialityIncidentPerson']
  if (!writer.find('confidentialityIncident', { id: link.incidentId })) return
  if (before) writer.remove('confidentialityIncidentPerson', link)
  else writer.put('confidentialityIncidentPerson', link)
}

/** As it was, if its two persons are still there and not tied so already. */
function takeTieBack(writer: Writer, { before, after }: Change): void {
  const former = after as Tables['tie'] | null
  if (!former) return
  const isGone = before !== null && !writer.find('tie', { id: former.id })
  const ends = [former.personId, former.otherId].map((end) => presentPerson(writer, end))
  const [personId = null, otherId = null] = ends
  if (isGone || personId === null || otherId === null || personId === otherId) return
  const isSaid = tiesBetween(writer, personId, otherId).some(
    (tie) => tie.kind === former.kind && tie.id !== former.id,
  )
  if (!isSaid) writer.put('tie', { ...former, personId, otherId })
}

function takeStageBack(writer: Writer, { before, after }: Change): void {
  const moved = before as Tables['bondStageChange'] | null
  if (moved) writer.remove('bondStageChange', { personId: moved.personId, changedOn: moved.changedOn })
  if (after) writer.put('bondStageChange', after as Tables['bondStageChange'])
}
