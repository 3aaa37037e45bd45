import { expect, test } from 'vitest'
import { quantile, rowsOf, type Measures } from './measures.ts'
import { windowRows } from './window.ts'

const round = (unlock: number, saves: number[]): Measures => ({
  unlock,
  search: 1,
  firstSearch: 9,
  yearly: 2,
  yearlyFromRecords: 8,
  firstSave: unlock + 1,
  firstCheckpoint: unlock + 2,
  saves,
  checkpoint: 3,
  peakMemory: 100,
  longestIdleStep: unlock / 2,
  longestSlice: 7,
})

test('a row is the median of the rounds, beside the peer’s and the floor', () => {
  const rows = rowsOf('S', {
    ours: [round(10, [1, 2, 3]), round(30, [4]), round(20, [])],
    peer: [round(5, [2]), round(8, [2]), round(8, [2])],
    floor: [{ saves: [0.5] }],
    fileSize: { ours: 12, peer: 10 },
  })
  expect(rows[0]).toEqual({
    metric: 'unlock',
    size: 'S',
    unit: 'ms',
    ours: 20,
    peer: 8,
    ratio: 2.5,
    floor: null,
  })
  expect(rows[1]).toEqual({
    metric: 'save p50',
    size: 'S',
    unit: 'ms',
    ours: 3,
    peer: 2,
    ratio: 1.5,
    floor: 0.5,
  })
  expect(rows.find(({ metric }) => metric === 'yearly')).toMatchObject({ ours: 2, peer: 8, ratio: 0.25 })
  expect(rows.find(({ metric }) => metric === 'search, the first')).toMatchObject({ ours: 9 })
  // the day begins in the first round only
  expect(rows.find(({ metric }) => metric === 'first save of a day')).toMatchObject({ ours: 11, peer: 6 })
  expect(rows.find(({ metric }) => metric === 'checkpoint after it')).toMatchObject({ ours: 12, peer: 7 })
  expect(rows.find(({ metric }) => metric === 'verification slice max')).toMatchObject({
    ours: 7,
    peer: null,
    ratio: null,
  })
  expect(rows.at(-1)).toMatchObject({ metric: 'idle checkpoint step max', ours: 15, peer: null })
})

test('a quantile of nothing is no figure', () => {
  expect(quantile([], 0.5)).toBeNaN()
  expect(quantile([3, 1, 2], 0.99)).toBe(3)
})

test('a key is told beside what it takes while the engine rests', () => {
  const rows = windowRows('M', {
    opening: [60],
    verification: [20, 30, 40],
    checkpoint: [50],
    rest: [10, 12, 14],
  })
  expect(rows[2]).toEqual({
    metric: 'key to frame p50, verification',
    size: 'M',
    unit: 'ms',
    ours: 30,
    peer: null,
    ratio: null,
    floor: 12,
  })
  expect(rows.map(({ ours }) => ours)).toEqual([60, 60, 30, 40, 50, 50, 12, 14])
})
