import { expect, test } from 'vitest'
import { failed, ok } from '../../result.ts'
import { admissionOf, expiryRefusal } from './rules.ts'

const head = { id: '', createdAt: '2026-11-24T10:00', expiresOn: '2026-12-01' }
const fresh = { latestUse: () => null, earlier: null }
const usedOn = (day: string) => ({ ...fresh, latestUse: (until: string) => (day <= until ? day : null) })
const openedBefore = (openedAt: string, finishedAt: string | null = null) => ({
  ...fresh,
  earlier: { openedAt, finishedAt },
})

test('opens until the end of its last day', () => {
  expect(admissionOf(head, fresh, '2026-11-24')).toEqual(ok())
  expect(admissionOf(head, fresh, '2026-12-01')).toEqual(ok())
  expect(admissionOf(head, fresh, '2026-12-02')).toEqual(failed('package-expired'))
})

test('a clock moved back revives nothing', () => {
  expect(admissionOf(head, usedOn('2026-12-02'), '2026-11-25')).toEqual(failed('package-clock-behind'))
  expect(admissionOf(head, usedOn('2026-12-01'), '2026-11-25')).toEqual(ok())
  expect(admissionOf(head, fresh, '2026-11-22')).toEqual(failed('package-clock-behind'))
  // two clocks may disagree by a day
  expect(admissionOf(head, fresh, '2026-11-23')).toEqual(ok())
})

test('a clock that was years ahead once closes nothing for ever', () => {
  expect(admissionOf(head, usedOn('2036-01-01'), '2026-11-25')).toEqual(ok())
})

test('opens once; interrupted, again on the same day', () => {
  const opens = (openedAt: string, finishedAt?: string) =>
    admissionOf(head, openedBefore(openedAt, finishedAt ?? null), '2026-11-25')
  expect(opens('2026-11-25T09:00')).toEqual(ok())
  expect(opens('2026-11-25T09:00', '2026-11-25T09:10')).toEqual(failed('package-already-opened'))
  expect(opens('2026-11-24T09:00')).toEqual(failed('package-already-opened'))
})

test('expires within thirty days', () => {
  expect(expiryRefusal('2026-11-24', '2026-11-24')).toBeNull()
  expect(expiryRefusal('2026-12-24', '2026-11-24')).toBeNull()
  expect(expiryRefusal('2026-12-25', '2026-11-24')).toBe('expiry-out-of-range')
  expect(expiryRefusal('2026-11-23', '2026-11-24')).toBe('expiry-out-of-range')
})
