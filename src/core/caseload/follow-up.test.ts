import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { nextDue, repetitions, seriesStart } from './follow-up.ts'

const monthly = { repetition: 'monthly' as const, startsOn: '2026-01-31' }

test('a 31st comes back after a short month', () => {
  expect(nextDue({ ...monthly, dueOn: '2026-01-31', doneOn: '2026-01-31' })).toBe('2026-02-28')
  expect(nextDue({ ...monthly, dueOn: '2026-02-28', doneOn: '2026-02-28' })).toBe('2026-03-31')
})

test('a series goes on as long as neither its day nor its repetition is changed', () => {
  const before = { dueOn: '2026-02-28', repetition: 'monthly' as const, seriesStartsOn: '2026-01-31' }
  const startsOn = seriesStart(before, before)
  // what a form shows before saving is what completing will make
  expect(nextDue({ ...before, startsOn, doneOn: '2026-02-28' })).toBe('2026-03-31')
  expect(seriesStart({ ...before, dueOn: '2026-02-27' }, before)).toBe('2026-02-27')
  expect(seriesStart({ ...before, repetition: 'weekly' }, before)).toBe('2026-02-28')
  expect(seriesStart(before, undefined)).toBe('2026-02-28')
})

test('what is late is not piled up; what is done ahead does not come twice', () => {
  const weekly = { repetition: 'weekly' as const, startsOn: '2026-11-03', dueOn: '2026-11-03' }
  expect(nextDue({ ...weekly, doneOn: '2026-11-24' })).toBe('2026-12-01')
  expect(nextDue({ ...weekly, doneOn: '2026-11-23' })).toBe('2026-11-24')
  expect(nextDue({ ...weekly, doneOn: '2026-11-01' })).toBe('2026-11-10')
})

const anyDay = fc.nat(2000).map((days) => addDays('2024-01-01', days))

test('the next is the first of the series after the due day and the day it was done', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...repetitions),
      anyDay,
      fc.nat(200),
      fc.integer({ min: -60, max: 400 }),
      (repetition, startsOn, index, late) => {
        if (repetition === 'none') return
        const step = repetition === 'weekly' ? 7 : 14
        const dueOn = repetition === 'monthly' ? startsOn : addDays(startsOn, index * step)
        const doneOn = addDays(dueOn, late)
        const next = nextDue({ repetition, startsOn, dueOn, doneOn })
        if (next === null) throw new Error('nothing next')
        expect(next > dueOn && next > doneOn).toBe(true)
        const longest = repetition === 'monthly' ? 31 : step
        const last = dueOn > doneOn ? dueOn : doneOn
        expect(next <= addDays(last, longest)).toBe(true)
      },
    ),
  )
  expect(
    nextDue({ repetition: 'none', startsOn: '2026-01-01', dueOn: '2026-01-01', doneOn: '2026-01-02' }),
  ).toBeNull()
})

test('after the last day of the calendar, nothing comes back', () => {
  for (const repetition of ['weekly', 'every-two-weeks', 'monthly'] as const) {
    const series = { repetition, startsOn: '9999-12-31', dueOn: '9999-12-31' }
    expect(nextDue({ ...series, doneOn: '2026-11-24' })).toBeNull()
  }
})
