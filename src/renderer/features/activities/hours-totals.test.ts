import { expect, test } from 'vitest'
import { totalsByAxis, weeksShown } from './hours-totals.ts'

test('eight whole weeks end with the Sunday of this one; the page before ends the day before they begin', () => {
  expect(weeksShown('2026-11-24', 0)).toEqual({ from: '2026-10-05', to: '2026-11-29' })
  expect(weeksShown('2026-11-29', 0)).toEqual({ from: '2026-10-05', to: '2026-11-29' })
  expect(weeksShown('2026-11-24', 1)).toEqual({ from: '2026-08-10', to: '2026-10-04' })
})

test('minutes add up by axis and part, the time of no axis last', () => {
  const entry = (day: string, minutes: number, part: 'library' | 'outside', mandateAxis: string | null) => ({
    day,
    minutes,
    part,
    mandateAxis,
  })
  expect(
    totalsByAxis([
      entry('2026-11-02', 500, 'outside', null),
      entry('2026-11-02', 60, 'library', 'youth'),
      entry('2026-11-09', 200, 'library', 'help-relationship'),
      entry('2026-11-03', 100, 'outside', 'help-relationship'),
    ]),
  ).toEqual([
    { axis: 'help-relationship', library: 200, outside: 100, lastDay: '2026-11-09' },
    { axis: 'youth', library: 60, outside: 0, lastDay: '2026-11-02' },
    { axis: null, library: 0, outside: 500, lastDay: '2026-11-02' },
  ])
})
