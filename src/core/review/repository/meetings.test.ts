import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { saveContact } from '../../caseload/repository/contacts.ts'
import { listFollowUps, removeFollowUp, saveFollowUp } from '../../caseload/repository/follow-ups.ts'
import { mergePeople } from '../../caseload/repository/merge.ts'
import { removePerson, savePerson } from '../../caseload/repository/people.ts'
import { failed } from '../../result.ts'
import {
  closeMeeting,
  coSign,
  decide,
  heldMeetings,
  highestSequenceSeen,
  postpone,
  readAgenda,
  saveOnAgenda,
  startMeeting,
  takeOffAgenda,
} from './meetings.ts'
import { readReviewFile } from './review-file.ts'
import { readWorkload } from './workload.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})
const person = (alias: string) =>
  caseload.done((writer, context) => savePerson(writer, fictional.person({ aliases: [alias] }), context)).id
const put = (personId: string, question = '') =>
  caseload.write((writer, context) => saveOnAgenda(writer, { personId, question }, context))
const putId = (personId: string, question = '') => {
  const added = put(personId, question)
  if (!added.ok) throw new Error(added.failure)
  return added.value.id
}
const start = () => caseload.write(startMeeting)
const close = (role: 'worker' | 'coordinator' = 'worker', sequence = 10) =>
  caseload.write((writer, context) => closeMeeting(writer, { role, sequence }, context))
const settle = (id: string, decision = '', actions: Parameters<typeof decide>[1]['actions'] = []) =>
  caseload.write((writer, context) => decide(writer, { id, decision, actions }, context))

describe('the agenda', () => {
  test('takes a person once, until the file is reviewed', () => {
    const personId = person('Tuque bleue')
    const id = putId(personId, 'Que faire si elle perd sa chambre ?')
    expect(put(personId)).toEqual(failed('already-on-agenda'))
    expect(put('018f0000-0000-7000-8000-000000000000')).toEqual(failed('unknown-person'))
    caseload.done((writer, context) =>
      saveOnAgenda(writer, { id, personId, question: 'Que faire si elle part ?' }, context),
    )
    expect(readAgenda(caseload.store)).toMatchObject([
      { alias: 'Tuque bleue', question: 'Que faire si elle part ?', reviewedAt: null },
    ])
    start()
    settle(id, 'On attend.')
    expect(put(personId).ok).toBe(true)
    expect(
      caseload.write((writer, context) => saveOnAgenda(writer, { id, personId, question: '' }, context)),
    ).toEqual(failed('already-reviewed'))
    expect(caseload.write((writer) => takeOffAgenda(writer, id))).toEqual(failed('already-reviewed'))
  })

  test('a file put on the agenda holds the person back, and goes along with a merge', () => {
    const [keepId, duplicateId] = [person('Parapluie rouge'), person('Parapluie carmin')]
    putId(duplicateId)
    expect(caseload.write((writer) => removePerson(writer, duplicateId))).toEqual(failed('still-referenced'))
    caseload.done((writer, context) => mergePeople(writer, { keepId, duplicateId }, context))
    expect(readAgenda(caseload.store)).toMatchObject([{ personId: keepId, alias: 'Parapluie rouge' }])
  })
})

describe('a meeting', () => {
  test('needs a file, and only one goes on at a time', () => {
    expect(start()).toEqual(failed('agenda-empty'))
    putId(person('Tuque bleue'))
    expect(start().ok).toBe(true)
    expect(start()).toEqual(failed('meeting-going-on'))
    expect(close().ok).toBe(true)
    expect(close()).toEqual(failed('no-meeting'))
  })

  test('turns who does what into follow-ups of the person, which outlive neither more nor less', () => {
    const personId = person('Tuque bleue')
    const id = putId(personId)
    expect(settle(id)).toEqual(failed('no-meeting'))
    start()
    settle(id, 'On appelle le refuge.', [
      { title: 'Appeler le refuge', doer: 'coordinator', dueOn: '2026-12-01' },
    ])
    const [followUp] = listFollowUps(caseload.store, { done: false, limit: 9, offset: 0 }).rows
    expect(followUp).toMatchObject({
      title: 'Appeler le refuge',
      personId,
      dueOn: '2026-12-01',
      doer: 'coordinator',
    })
    expect(readAgenda(caseload.store)).toMatchObject([
      { decision: 'On appelle le refuge.', actions: [{ doer: 'coordinator', isDone: false }] },
    ])
    caseload.done((writer) => removeFollowUp(writer, followUp?.id ?? ''))
    expect(readAgenda(caseload.store)).toMatchObject([{ actions: [{ followUpId: null, isDone: false }] }])
  })

  test('leaves to the next what it did not reach, and no trace when it reached nothing', () => {
    const [one, two] = [putId(person('Un')), putId(person('Deux'))]
    start()
    close()
    expect(heldMeetings(caseload.store)).toEqual([])
    expect(readAgenda(caseload.store)).toHaveLength(2)
    start()
    settle(one)
    expect(caseload.write((writer) => postpone(writer, one))).toEqual(failed('already-reviewed'))
    caseload.done((writer) => postpone(writer, two))
    expect(caseload.write((writer) => postpone(writer, two))).toEqual(failed('no-meeting'))
    close()
    expect(readAgenda(caseload.store)).toMatchObject([{ id: two, reviewedAt: null }])
    expect(heldMeetings(caseload.store)).toMatchObject([{ reviews: 1, actions: 0, closedBy: 'worker' }])
  })

  test('is signed once by the coordinator, unless her key closed it', () => {
    const review = () => {
      const id = putId(person('Quelqu’un'))
      start()
      settle(id)
    }
    review()
    close('worker', 12)
    review()
    close('coordinator', 11)
    const [last, first] = heldMeetings(caseload.store).toSorted((a) =>
      a.closedBy === 'coordinator' ? -1 : 1,
    )
    const sign = (id = '') => caseload.write((writer, context) => coSign(writer, id, context))
    expect(sign(last?.id)).toEqual(failed('already-signed'))
    expect(sign(first?.id).ok).toBe(true)
    expect(sign(first?.id)).toEqual(failed('already-signed'))
    expect(highestSequenceSeen(caseload.store)).toMatchObject({ sequence: 12 })
  })

  test('whatever is done to it and undone, no file is lost, none is twice on an agenda', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('put', 'start', 'decide', 'postpone', 'close', 'undo', 'redo'), fc.nat(3)),
          {
            maxLength: 25,
          },
        ),
        (acts) => {
          for (const [act, choice] of acts) perform(act, choice)
          const twice = caseload.store.rows(
            'SELECT personId FROM fileReview WHERE reviewedAt IS NULL GROUP BY personId HAVING count(*) > 1',
          )
          expect(twice).toEqual([])
          const lost = caseload.store.rows(
            `SELECT count(*) FROM fileReview LEFT JOIN teamMeeting ON teamMeeting.id = teamMeetingId
             WHERE reviewedAt IS NULL AND closedAt IS NOT NULL`,
          )
          expect(lost).toEqual([[0]])
        },
      ),
      { numRuns: 40 },
    )
  })
})

let people: string[] = []
beforeEach(() => {
  people = ['Bottes jaunes', 'Écharpe grise', 'Casquette verte', 'Gants noirs'].map(person)
})
function perform(act: string, choice: number): void {
  const agenda = readAgenda(caseload.store)
  const review = agenda[choice % Math.max(agenda.length, 1)]
  if (act === 'put') put(people[choice] ?? '')
  if (act === 'start') start()
  if (act === 'decide' && review)
    settle(review.id, 'vu', [{ title: 'Appeler', doer: 'both', dueOn: '2026-12-01' }])
  if (act === 'postpone' && review) caseload.write((writer) => postpone(writer, review.id))
  if (act === 'close') close()
  if (act === 'undo') caseload.history.undo()
  if (act === 'redo') caseload.history.redo()
}

describe('the file before the meeting', () => {
  test('tells what happened since the last review, and hides every name the vault knows', () => {
    const [personId, other] = [person('Tuque bleue'), person('Le grand Marc')]
    const contact = (at: string, note: string) =>
      caseload.done((writer, context) =>
        saveContact(writer, fictional.contact({ at, note, personIds: [personId, other] }), context),
      )
    contact('2026-11-10T10:00', 'Ancienne rencontre.')
    const first = putId(personId)
    caseload.context.now = '2026-11-17T10:00'
    start()
    settle(first)
    close()
    caseload.context.now = '2026-11-24T10:00'
    contact('2026-11-20T10:00', 'Tuque bleue a vu le grand marc ; Marc dort dehors.')
    caseload.done((writer, context) =>
      saveFollowUp(
        writer,
        fictional.followUp({ title: 'Écrire à Tuque bleue', personId, dueOn: '2026-11-19' }),
        context,
      ),
    )
    const id = putId(personId, 'Que faire si Tuque bleue revient ?')
    start()
    const file = readReviewFile(caseload.store, { id, hideNames: true, now: caseload.context.now })
    expect(file).toMatchObject({
      ok: true,
      value: {
        review: { alias: '•••', question: 'Que faire si ••• revient ?' },
        lastReviewedAt: '2026-11-17T10:00',
        since: [{ type: 'bondStage' }, { type: 'contact', note: '••• a vu ••• ; ••• dort dehors.' }],
        overdueFollowUps: [{ title: 'Écrire à •••', dueOn: '2026-11-19' }],
      },
    })
    const shown = readReviewFile(caseload.store, { id, hideNames: false, now: caseload.context.now })
    expect(shown).toMatchObject({ value: { review: { alias: 'Tuque bleue' } } })
  })
})

test('the workload weighs the last 28 days of open files', () => {
  const heavy = person('Lourd')
  const light = person('Léger')
  caseload.done((writer, context) =>
    savePerson(writer, fictional.person({ aliases: ['Fermé'], bondStage: 'closed' }), context),
  )
  const met = (personId: string, at: string, durationMinutes: number) =>
    caseload.done((writer, context) =>
      saveContact(writer, fictional.contact({ at, durationMinutes, personIds: [personId] }), context),
    )
  met(heavy, '2026-11-20T10:00', 45)
  met(light, '2026-10-27T10:00', 60)
  met(light, '2026-10-28T10:00', 5)
  const { files, stages } = readWorkload(caseload.store, '2026-11-24')
  expect(files.slice(0, 2)).toMatchObject([
    { alias: 'Lourd', minutes: 45, ageDays: 4 },
    { alias: 'Léger', minutes: 5, ageDays: 28 },
  ])
  expect(files.map(({ alias }) => alias)).not.toContain('Fermé')
  expect(stages).toMatchObject([{ files: 6, minutes: 50, medianAgeDays: 4 }])
})
