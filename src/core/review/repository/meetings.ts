import { sql } from 'kysely'
import { dayOf } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import { blankFollowUp } from '../../caseload/follow-up.ts'
import { saveFollowUp } from '../../caseload/repository/follow-ups.ts'
import { presentPerson } from '../../caseload/repository/people.ts'
import {
  aliasOf,
  idToWrite,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from '../../caseload/repository/rows.ts'
import { query, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Role } from '../roles.ts'
import type {
  AgendaFields,
  DecisionFields,
  Doer,
  FileReview,
  HeldMeeting,
  ReviewAction,
} from '../team-meeting.ts'

const reviewsWithAlias = query
  .selectFrom('fileReview')
  .innerJoin('person', 'person.id', 'fileReview.personId')
  .selectAll('fileReview')
  .select('person.alias')
  .orderBy('addedAt')
  .orderBy('fileReview.id')

/** The meeting going on, if one is. */
export const openMeeting = (reader: Reader): Tables['teamMeeting'] | undefined =>
  reader.all(query.selectFrom('teamMeeting').selectAll().where('closedAt', 'is', null).compile())[0]

/** The files of the meeting going on, done with or not; without one, those that wait for the next. First asked first. */
export function readAgenda(reader: Reader): FileReview[] {
  const meeting = openMeeting(reader)
  return meeting ? reviewsOf(reader, meeting.id) : reviewsOf(reader, null)
}

/** The files of a meeting; with null, those that wait. */
export function reviewsOf(reader: Reader, meetingId: string | null): FileReview[] {
  const chosen = reviewsWithAlias.where('teamMeetingId', meetingId === null ? 'is' : '=', meetingId)
  return reader.all(chosen.compile()).map((row) => reviewFrom(reader, row))
}

/** The last meeting first. */
export function heldMeetings(reader: Reader): HeldMeeting[] {
  const held = sql<Omit<HeldMeeting, 'actions' | 'reviews'> & { reviews: number; actions: number }>`
    select teamMeeting.id, openedAt, closedAt, closedBy, coSignedAt,
      count(distinct fileReview.id) as reviews, count(reviewAction.id) as actions
    from teamMeeting
    left join fileReview on fileReview.teamMeetingId = teamMeeting.id
    left join reviewAction on reviewAction.fileReviewId = fileReview.id
    where closedAt is not null
    group by teamMeeting.id
    order by closedAt desc, teamMeeting.id desc`
  return reader.all(held.compile(query))
}

/** The greatest number of a save that a meeting has seen; null before the first meeting. */
export function highestSequenceSeen(reader: Reader): { sequence: number; closedAt: string } | null {
  const highest = query
    .selectFrom('teamMeeting')
    .select(['sequence', 'closedAt'])
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
  const [found] = reader.all(highest.compile())
  if (!found || found.sequence === null || found.closedAt === null) return null
  return { sequence: found.sequence, closedAt: found.closedAt }
}

/** Files that wait for the next meeting, or of the one going on that it has not reached. */
export function nextMeeting(reader: Reader): { isGoingOn: boolean; files: number } {
  const waiting = readAgenda(reader).filter(({ reviewedAt }) => reviewedAt === null)
  return { isGoingOn: openMeeting(reader) !== undefined, files: waiting.length }
}

/** When the file was last reviewed; null when it never was. */
export function lastReviewOf(reader: Reader, personId: string): string | null {
  const last = query
    .selectFrom('fileReview')
    .select((eb) => eb.fn.max('reviewedAt').as('at'))
    .where('personId', '=', personId)
  return reader.all(last.compile())[0]?.at ?? null
}

/** What was asked and decided about a person, what waits on the agenda included; the latest first. */
export function reviewsAbout(
  reader: Reader,
  personId: string,
): { on: string; question: string; decision: string }[] {
  const reviews = query
    .selectFrom('fileReview')
    .select(['question', 'decision', 'addedAt', 'reviewedAt'])
    .where('personId', '=', personId)
    .orderBy('addedAt', 'desc')
    .orderBy('id', 'desc')
  return reader
    .all(reviews.compile())
    .map(({ addedAt, reviewedAt, ...said }) => ({ on: dayOf(reviewedAt ?? addedAt), ...said }))
}

/** Without an id, one more file on the agenda; with one, another question about it. */
export function saveOnAgenda(
  writer: Writer,
  { id: given, ...fields }: Input<AgendaFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'already-on-agenda' | 'already-reviewed'> {
  const personId = presentPerson(writer, fields.personId)
  if (personId === null) return failed('unknown-person')
  const target = idToWrite(writer, 'fileReview', given, context)
  if (!target.ok) return target
  const id = target.value
  const before = writer.find('fileReview', { id })
  if (before && before.reviewedAt !== null) return failed('already-reviewed')
  // on this agenda, or put off to the next
  const waiting = query
    .selectFrom('fileReview')
    .select('id')
    .where('personId', '=', personId)
    .where('reviewedAt', 'is', null)
  if (writer.all(waiting.where('id', '!=', id).compile()).length > 0) return failed('already-on-agenda')
  writer.put('fileReview', {
    id,
    personId,
    question: fields.question,
    // a file thought of during the meeting joins it
    teamMeetingId: before ? before.teamMeetingId : (openMeeting(writer)?.id ?? null),
    addedAt: before?.addedAt ?? context.now,
    reviewedAt: null,
    decision: '',
  })
  return ok({ id, subject: aliasOf(writer, personId) })
}

export function takeOffAgenda(writer: Writer, id: string): Result<Removed, 'not-found' | 'already-reviewed'> {
  const review = writer.find('fileReview', { id })
  if (!review) return failed('not-found')
  if (review.reviewedAt !== null) return failed('already-reviewed')
  writer.remove('fileReview', { id })
  return ok({ subject: aliasOf(writer, review.personId) })
}

/** Takes every waiting file. */
export function startMeeting(
  writer: Writer,
  { now, newId }: Context,
): Result<Saved, 'agenda-empty' | 'meeting-going-on'> {
  if (openMeeting(writer)) return failed('meeting-going-on')
  const waiting = writer.all(
    query.selectFrom('fileReview').selectAll().where('teamMeetingId', 'is', null).compile(),
  )
  if (waiting.length === 0) return failed('agenda-empty')
  const id = newId()
  writer.put('teamMeeting', {
    id,
    openedAt: now,
    closedAt: null,
    closedBy: null,
    coSignedAt: null,
    sequence: null,
  })
  for (const review of waiting) writer.put('fileReview', { ...review, teamMeetingId: id })
  return ok({ id, subject: '' })
}

/** What was decided of a file. Said again, the words are replaced and the actions added to those already given. */
export function decide(
  writer: Writer,
  { id, decision, actions }: DecisionFields & { id: string },
  context: Context,
): Result<Saved, 'not-found' | 'no-meeting'> {
  const review = writer.find('fileReview', { id })
  if (!review) return failed('not-found')
  if (review.teamMeetingId === null || review.teamMeetingId !== openMeeting(writer)?.id)
    return failed('no-meeting')
  writer.put('fileReview', { ...review, decision, reviewedAt: context.now })
  for (const { title, doer, dueOn } of actions) {
    const followUp = saveFollowUp(
      writer,
      { ...blankFollowUp, title, dueOn, personId: review.personId },
      context,
    )
    if (!followUp.ok) throw new Error(`the person of a file was refused: ${followUp.failure}`)
    const action = {
      id: context.newId(),
      fileReviewId: id,
      title,
      doer,
      dueOn,
      followUpId: followUp.value.id,
    }
    writer.put('reviewAction', action)
  }
  return ok({ id, subject: aliasOf(writer, review.personId) })
}

/** A file not yet reviewed goes to the next meeting. */
export function postpone(
  writer: Writer,
  id: string,
): Result<Removed, 'not-found' | 'no-meeting' | 'already-reviewed'> {
  const review = writer.find('fileReview', { id })
  if (!review) return failed('not-found')
  if (review.reviewedAt !== null) return failed('already-reviewed')
  if (review.teamMeetingId === null) return failed('no-meeting')
  writer.put('fileReview', { ...review, teamMeetingId: null })
  return ok({ subject: aliasOf(writer, review.personId) })
}

/** Files not reached wait for the next meeting. One that reviewed nothing leaves no trace. */
export function closeMeeting(
  writer: Writer,
  { role, sequence }: { role: Role; sequence: number },
  { now }: Context,
): Result<Removed, 'no-meeting'> {
  const meeting = openMeeting(writer)
  if (!meeting) return failed('no-meeting')
  const reviews = query.selectFrom('fileReview').selectAll().where('teamMeetingId', '=', meeting.id)
  let reviewed = 0
  for (const review of writer.all(reviews.compile())) {
    if (review.reviewedAt === null) writer.put('fileReview', { ...review, teamMeetingId: null })
    else reviewed += 1
  }
  if (reviewed === 0) writer.remove('teamMeeting', { id: meeting.id })
  else writer.put('teamMeeting', { ...meeting, closedAt: now, closedBy: role, sequence })
  return ok({ subject: dayOf(meeting.openedAt) })
}

/** The coordinator signs, under her own key, a meeting that the worker closed. */
export function coSign(
  writer: Writer,
  id: string,
  { now }: Context,
): Result<Removed, 'not-found' | 'already-signed'> {
  const meeting = writer.find('teamMeeting', { id })
  if (!meeting || meeting.closedAt === null) return failed('not-found')
  if (meeting.closedBy === 'coordinator' || meeting.coSignedAt !== null) return failed('already-signed')
  writer.put('teamMeeting', { ...meeting, coSignedAt: now })
  return ok({ subject: dayOf(meeting.openedAt) })
}

function reviewFrom(reader: Reader, row: Tables['fileReview'] & { alias: string }): FileReview {
  const { teamMeetingId: _, ...review } = row
  const actions = query
    .selectFrom('reviewAction')
    .leftJoin('followUp', 'followUp.id', 'reviewAction.followUpId')
    .select(['reviewAction.id', 'reviewAction.title', 'doer', 'reviewAction.dueOn', 'followUpId', 'doneAt'])
    .where('fileReviewId', '=', row.id)
    .orderBy('reviewAction.id')
  return {
    ...review,
    actions: reader.all(actions.compile()).map(({ doneAt, ...action }): ReviewAction => ({
      ...action,
      doer: action.doer as Doer,
      isDone: doneAt !== null,
    })),
  }
}
