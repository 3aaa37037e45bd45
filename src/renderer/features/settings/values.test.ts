import { expect, test } from 'vitest'
import { formerLabels, moved } from './values.ts'

test('former labels end the day before the next one begins, the latest first', () => {
  const labels = [
    { from: '2020-01-01', fr: 'Entrée', en: 'Entrance' },
    { from: '2024-05-01', fr: 'Hall', en: 'Hall' },
    { from: '2026-03-01', fr: 'Atrium', en: 'Hall' },
  ]
  expect(formerLabels({ labels }, 'fr')).toEqual([
    { label: 'Hall', until: '2026-02-28' },
    { label: 'Entrée', until: '2024-04-30' },
  ])
  // the English one did not change the second time
  expect(formerLabels({ labels }, 'en')).toEqual([{ label: 'Entrance', until: '2024-04-30' }])
  expect(formerLabels({ labels: labels.slice(0, 1) }, 'fr')).toEqual([])
})

test('a code moves by one place, and no further than the ends', () => {
  const codes = ['a', 'b', 'c']
  expect(moved(codes, 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(codes, 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(codes, 'a', -1)).toEqual(codes)
  expect(moved(codes, 'c', 1)).toEqual(codes)
  expect(moved(codes, 'unknown', 1)).toEqual(codes)
})
