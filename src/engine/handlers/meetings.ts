import { dayOf } from '#core/caseload/calendar'
import { minutesPage } from '#core/review/documents/minutes'
import {
  closeMeeting,
  coSign,
  decide,
  heldMeetings,
  highestSequenceSeen,
  openMeeting,
  postpone,
  readAgenda,
  reviewsOf,
  saveOnAgenda,
  startMeeting,
  takeOffAgenda,
} from '#core/review/repository/meetings'
import { nameHider, readReviewFile, withoutNames } from '#core/review/repository/review-file'
import { readWorkload } from '#core/review/repository/workload'
import type { Reader } from '#core/database'
import { failed } from '#core/result'
import type { Handlers, Output } from '#shared/contract'
import type { meetingCommands } from '#shared/contract/meetings'
import { paperOf, printDocument } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'
import { createActs } from './acts.ts'
import type { Printing } from './printing.ts'

export function meetingHandlers(
  session: Session,
  ports: EnginePorts,
  printing: Printing,
): Pick<Handlers<'engine'>, keyof typeof meetingCommands> {
  const { read, save, change } = createActs(session, ports)
  return {
    'meetings.list': () => read(readMeetings),
    'meetings.read': (asked) => {
      const found = read((vault, now) => readReviewFile(vault, { ...asked, now }))
      return found.ok ? found.value : found
    },
    'meetings.saveOnAgenda': (input) =>
      save('meetings.saveOnAgenda', (writer, context) => saveOnAgenda(writer, input, context)),
    'meetings.takeOff': ({ id }) => change('meetings.takeOff', (writer) => takeOffAgenda(writer, id)),
    'meetings.start': () => save('meetings.start', startMeeting),
    'meetings.decide': (input) =>
      save('meetings.decide', (writer, context) => decide(writer, input, context)),
    'meetings.postpone': ({ id }) => change('meetings.postpone', (writer) => postpone(writer, id)),
    'meetings.close': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      // the frame that closes the meeting is the one after the last
      const seen = { role: vault.role, sequence: vault.sequence() + 1 }
      return change('meetings.close', (writer, context) => closeMeeting(writer, seen, context))
    },
    'meetings.coSign': ({ id }) =>
      change('meetings.coSign', (writer, context) => coSign(writer, id, context)),
    'documents.printMinutes': async ({ id }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const place = printing.place(vault)
      const minutes = minutesOf(vault, id, place.now)
      return minutes === null ? failed('not-found') : printDocument(minutes, 'minutes', place)
    },
    'workload.read': () => read((reader, now) => readWorkload(reader, dayOf(now))),
  }
}

/** The page of a meeting's minutes, which names nobody; null when there is no such meeting. */
export function minutesOf(reader: Reader, id: string, now: string): string | null {
  const meeting = heldMeetings(reader).find((held) => held.id === id)
  if (!meeting) return null
  const hide = nameHider(reader)
  const reviews = reviewsOf(reader, id).map((review) => withoutNames(review, hide))
  return minutesPage(paperOf(reader, now), meeting, reviews)
}

function readMeetings(vault: OpenVault): Output<'meetings.list'> {
  const seen = highestSequenceSeen(vault)
  const now = vault.sequence()
  return {
    openedAt: openMeeting(vault)?.openedAt ?? null,
    agenda: readAgenda(vault),
    held: heldMeetings(vault),
    olderThanSeen:
      seen === null || seen.sequence <= now ? null : { seen: seen.sequence, closedAt: seen.closedAt, now },
  }
}
