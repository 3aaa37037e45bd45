import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advanced,
  ageInDays,
  isReferralOpen,
  nextStates,
  openReferralStates,
  referralStates,
  waitingDays,
  type ReferralStep,
} from './referral.ts'

const anyState = fc.constantFrom(...referralStates)
const proposed: ReferralStep = { state: 'proposed', on: '2026-11-01', reasonCode: null, reason: '' }

test('an open referral can go to its end in one step; an ended one goes nowhere', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const next = nextStates(state)
      expect(next.includes('service-obtained')).toBe(isReferralOpen(state))
      expect(next.length > 0).toBe(isReferralOpen(state))
    }),
  )
})

test('whatever the steps, a referral never comes back to a state and always ends', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (choices) => {
      const walked = ['proposed' as (typeof referralStates)[number]]
      for (const choice of choices) {
        const next = nextStates(walked.at(-1) ?? 'proposed')
        const step = next[choice % next.length]
        if (step) walked.push(step)
      }
      expect(new Set(walked).size).toBe(walked.length)
      expect(openReferralStates).not.toContain(walked.at(-1))
    }),
  )
})

test('no step leads back', () => {
  fc.assert(
    fc.property(anyState, anyState, (from, to) => {
      if (nextStates(from).includes(to)) expect(nextStates(to)).not.toContain(from)
    }),
  )
})

test('steps may be skipped, never taken back', () => {
  expect(nextStates('proposed')).toContain('accompanied')
  expect(nextStates('waiting-list')).toContain('service-obtained')
  expect(nextStates('accompanied')).not.toContain('accepted')
  expect(nextStates('waiting-list')).not.toContain('proposed')
})

test('a step is added after the last one, not before its day', () => {
  const accepted: ReferralStep = {
    state: 'accepted',
    on: '2026-11-01',
    reasonCode: null,
    reason: 'même jour',
  }
  expect(advanced([proposed], accepted)).toEqual({ ok: true, value: [proposed, accepted] })
  expect(advanced([proposed], { ...accepted, on: '2026-10-31' })).toEqual({
    ok: false,
    failure: 'step-not-allowed',
  })
  expect(advanced([proposed, accepted], proposed)).toEqual({ ok: false, failure: 'step-not-allowed' })
})

test('the age runs while the referral is open and stops at its end', () => {
  const open = { proposedOn: '2026-11-01', state: 'proposed' as const, steps: [proposed] }
  expect(ageInDays(open, '2026-11-24')).toBe(23)
  const end: ReferralStep = { state: 'abandoned', on: '2026-11-11', reasonCode: 'lost-touch', reason: '' }
  expect(ageInDays({ ...open, state: 'abandoned', steps: [proposed, end] }, '2026-11-24')).toBe(10)
  expect(ageInDays(open, '2026-10-01')).toBe(0)
})

test('the wait counts from the last step, and ends with the referral', () => {
  const accepted: ReferralStep = { state: 'accepted', on: '2026-11-10', reasonCode: null, reason: '' }
  const waiting = { state: 'accepted' as const, steps: [proposed, accepted] }
  expect(waitingDays(waiting, '2026-11-24')).toBe(14)
  expect(waitingDays(waiting, '2026-11-01')).toBe(0)
  const end: ReferralStep = { state: 'no-answer', on: '2026-11-20', reasonCode: null, reason: '' }
  expect(waitingDays({ state: 'no-answer', steps: [proposed, end] }, '2026-11-24')).toBeNull()
})
