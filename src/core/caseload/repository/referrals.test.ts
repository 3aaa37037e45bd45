import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed } from '../../result.ts'
import type { ReferralFilter } from '../filter.ts'
import { endedReferralStates, referralStates, type ReferralFields } from '../referral.ts'
import { savePerson } from './people.ts'
import {
  advanceReferral,
  countOpenReferrals,
  listReferrals,
  removeReferral,
  saveReferral,
  tellBack,
} from './referrals.ts'
import { retireResource, saveResource } from './resources.ts'

let caseload: TestCaseload
let personId: string
let resourceId: string
beforeEach(async () => {
  caseload = await createTestCaseload()
  personId = caseload.done((writer, context) => savePerson(writer, fictional.person(), context)).id
  resourceId = caseload.done((writer, context) =>
    saveResource(
      writer,
      fictional.resource({
        service: 'Accueil',
        pivotContacts: [{ name: 'Sylvie', role: 'Accueil', phone: '' }],
      }),
      context,
    ),
  ).id
})

const write = (fields: Partial<ReferralFields> & { id?: string } = {}) =>
  caseload.write((writer, context) =>
    saveReferral(
      writer,
      { ...fictional.referral({ personId, resourceId, ...fields }), id: fields.id },
      context,
    ),
  )
function save(fields: Partial<ReferralFields> & { id?: string } = {}): string {
  const saved = write(fields)
  if (!saved.ok) throw new Error(saved.failure)
  return saved.value.id
}
const advance = (id: string, state: Parameters<typeof advanceReferral>[1]['state'], on = '2026-11-10') =>
  caseload.write((writer, context) =>
    advanceReferral(writer, { id, state, on, reasonCode: 'full', reason: 'complet' }, context),
  )
const listed = (filter: ReferralFilter, limit = 100, offset = 0) =>
  listReferrals(caseload.store, { filter, today: '2026-11-24', limit, offset })
const list = () => listed({}).rows

test('a referral begins as proposed and says who, where and for how long', () => {
  const id = save()
  expect(list()).toEqual([
    {
      ...fictional.referral({ personId, resourceId }),
      id,
      state: 'proposed',
      steps: [{ state: 'proposed', on: '2026-11-01', reasonCode: null, reason: '' }],
      toldBackOn: null,
      toldBackNote: '',
      alias: 'Le grand Marc',
      resourceName: 'La Passerelle – Accueil',
      pivotContact: 'Sylvie',
      resourceRetired: false,
      open: true,
      ageDays: 23,
      waitingDays: 23,
    },
  ])
})

test('it keeps every step, and its age stops at its end', () => {
  const id = save()
  expect(advance(id, 'waiting-list', '2026-11-05').ok).toBe(true)
  expect(countOpenReferrals(caseload.store)).toBe(1)
  expect(advance(id, 'resource-declined').ok).toBe(true)
  expect(list()).toMatchObject([
    {
      state: 'resource-declined',
      open: false,
      ageDays: 9,
      steps: [
        { state: 'proposed', on: '2026-11-01' },
        { state: 'waiting-list', on: '2026-11-05' },
        { state: 'resource-declined', on: '2026-11-10', reasonCode: 'full', reason: 'complet' },
      ],
    },
  ])
  expect(countOpenReferrals(caseload.store)).toBe(0)
  expect(advance(id, 'accepted')).toEqual(failed('step-not-allowed'))
  expect(advance('nothing', 'accepted')).toEqual(failed('not-found'))
})

test('only undo takes a step back', () => {
  const id = save()
  advance(id, 'accompanied')
  expect(advance(id, 'accepted')).toEqual(failed('step-not-allowed'))
  caseload.history.undo()
  expect(list()).toMatchObject([{ state: 'proposed', steps: [{ state: 'proposed' }] }])
})

test('saving again corrects its fields and leaves it where it was', () => {
  const id = save()
  advance(id, 'accepted')
  save({ id, theme: 'grief', proposedOn: '2026-11-03' })
  expect(list()).toMatchObject([
    {
      theme: 'grief',
      state: 'accepted',
      steps: [
        { state: 'proposed', on: '2026-11-03' },
        { state: 'accepted', on: '2026-11-10' },
      ],
    },
  ])
})

test('its proposal is not put after what came of it', () => {
  const id = save()
  advance(id, 'accepted')
  expect(write({ id, proposedOn: '2026-11-11' })).toEqual(failed('step-not-allowed'))
  expect(write({ id, proposedOn: '2026-11-10' })).toMatchObject({ ok: true })
})

test('a referral from nobody, to nothing or about no contact is refused', () => {
  expect(write({ personId: 'nobody' })).toEqual(failed('unknown-person'))
  expect(write({ resourceId: 'nothing' })).toEqual(failed('unknown-resource'))
  expect(write({ contactId: 'nothing' })).toEqual(failed('not-found'))
  expect(write({ id: 'nothing' })).toEqual(failed('not-found'))
  expect(list()).toEqual([])
})

test('what came of it is told back, ended or not, and can be taken back', () => {
  const id = save({ accompaniedByWorker: true })
  const told = (on: string | null, note: string) =>
    caseload.write((writer, context) => tellBack(writer, { id, on, note }, context))
  expect(told('2026-11-25', '')).toEqual(failed('in-the-future'))
  told('2026-11-24', 'Elle a sa chambre')
  save({ id, theme: 'grief' })
  expect(list()).toMatchObject([
    { toldBackOn: '2026-11-24', toldBackNote: 'Elle a sa chambre', accompaniedByWorker: false },
  ])
  told(null, 'oubliée')
  expect(list()).toMatchObject([{ toldBackOn: null, toldBackNote: '' }])
})

test('a retired resource takes no new referral, and keeps those it has', () => {
  const id = save()
  const retire = (on: string | null) =>
    caseload.done((writer) => retireResource(writer, { id: resourceId, on }))
  retire('2026-11-25')
  expect(write().ok).toBe(true)
  retire('2026-11-24')
  expect(write()).toEqual(failed('resource-retired'))
  expect(write({ id, theme: 'grief' }).ok).toBe(true)
  expect(advance(id, 'accepted').ok).toBe(true)
  expect(list()).toMatchObject([{ resourceRetired: true }, { resourceRetired: true }])
  const other = caseload.done((writer, context) => saveResource(writer, fictional.resource(), context)).id
  const elsewhere = save({ resourceId: other })
  expect(write({ id: elsewhere, resourceId })).toEqual(failed('resource-retired'))
  retire(null)
  expect(write({ id: elsewhere, resourceId }).ok).toBe(true)
})

test('a day to come is refused, for a proposal as for a step', () => {
  expect(write({ proposedOn: '2026-11-25' })).toEqual(failed('in-the-future'))
  expect(advance(save(), 'accepted', '2026-11-25')).toEqual(failed('in-the-future'))
})

test('a removed referral is gone', () => {
  const id = save()
  expect(caseload.done((writer) => removeReferral(writer, id))).toMatchObject({ subject: 'Le grand Marc' })
  expect(list()).toEqual([])
  expect(caseload.write((writer) => removeReferral(writer, id))).toEqual(failed('not-found'))
})

test('a state has those that have not moved for longest first; what has ended, the latest first', () => {
  const [a, b, c, d] = [save(), save(), save({ proposedOn: '2026-11-02' }), save()] as const
  advance(b, 'accepted', '2026-11-04')
  advance(d, 'accepted', '2026-11-03')
  const ids = (filter: ReferralFilter) => listed(filter).rows.map(({ id }) => id)
  expect(ids({ state: 'proposed' })).toEqual([a, c])
  expect(ids({ state: 'accepted' })).toEqual([d, b])
  expect(ids({ ended: false })).toEqual([a, c, d, b])
  expect([...listed({ ended: false }, 2).rows, ...listed({ ended: false }, 2, 2).rows]).toEqual(
    listed({ ended: false }).rows,
  )
  advance(b, 'service-obtained', '2026-11-05')
  advance(d, 'no-answer', '2026-11-06')
  expect(ids({ ended: true })).toEqual([d, b])
  expect(listed({ ended: true }, 1, 1)).toMatchObject({ total: 2, rows: [{ id: b }] })
  expect(listed({ personId, resourceId }).total).toBe(4)
  expect(listed({ resourceId: 'nothing' }).total).toBe(0)
})

test('every state is open or ended', () => {
  for (const state of referralStates) {
    const id = save()
    if (state !== 'proposed') advance(id, state)
    const isEnded = endedReferralStates.includes(state)
    expect(listed({ ended: isEnded }).rows.map((row) => row.id)).toContain(id)
    expect(listed({ ended: !isEnded }).rows.map((row) => row.id)).not.toContain(id)
  }
})
