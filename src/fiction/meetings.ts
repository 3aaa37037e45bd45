import { addDays } from '#core/caseload/calendar'
import type { Writer } from '#core/caseload/changes'
import { seededRandom } from '#core/random'
import { closeMeeting, decide, saveOnAgenda, startMeeting } from '#core/review/repository/meetings'
import type { Caseload } from './caseload.ts'
import { reviewed, waiting } from './meetings.fr.ts'
import { must } from './must.ts'
import { seededId } from './seeded-id.ts'

/** A team meeting held a week before the last day, and files that wait for the next: about whom was met last. */
export function recordMeetings(writer: Writer, { contacts }: Caseload, until: string): void {
  const random = seededRandom(contacts.length)
  const people = [...new Set(contacts.toReversed().flatMap(({ personIds }) => personIds))]
  const context = (now: string) => ({ now, newId: () => seededId(random, now) })
  const heldOn = addDays(until, -7)
  const put = (personId: string, question: string, on: string) =>
    must(saveOnAgenda(writer, { personId, question }, context(`${on}T16:00`))).id
  const met = people.slice(waiting.length, waiting.length + reviewed.length)
  if (met.length > 0) {
    const files = met.map((personId, index) =>
      put(personId, reviewed[index]?.question ?? '', addDays(heldOn, -2)),
    )
    must(startMeeting(writer, context(`${heldOn}T09:00`)))
    for (const [index, id] of files.entries()) {
      const { decision = '', actions = [] } = reviewed[index] ?? {}
      const dueOn = addDays(until, 3)
      must(
        decide(
          writer,
          { id, decision, actions: actions.map((action) => ({ ...action, dueOn })) },
          context(`${heldOn}T09:20`),
        ),
      )
    }
    must(closeMeeting(writer, { role: 'worker', sequence: 1 }, context(`${heldOn}T10:00`)))
  }
  for (const [index, personId] of people.slice(0, waiting.length).entries())
    put(personId, waiting[index] ?? '', until)
}
