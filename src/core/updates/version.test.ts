import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVersions, versionPattern } from './version.ts'

const numbers = fc.tuple(fc.nat(999_999), fc.nat(999_999), fc.nat(999_999))
const near = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12))
const version = fc.oneof(near, numbers).map((parts) => parts.join('.'))

test.each([
  ['1.9.0', '1.10.0'],
  ['1.4.9', '1.5.0'],
  ['0.9.9', '1.0.0'],
  ['1.0.9', '1.0.10'],
])('%s comes before %s', (earlier, later) => {
  expect(compareVersions(earlier, later)).toBeLessThan(0)
  expect(compareVersions(later, earlier)).toBeGreaterThan(0)
})

test('the order is total: reflexive, antisymmetric, transitive', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(compareVersions(a, a)).toBe(0)
      expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)))
      expect(compareVersions(a, b) === 0).toBe(a === b)
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('raising a number raises the version, whatever comes after it', () => {
  fc.assert(
    fc.property(near, near, fc.nat(2), (from, rest, place) => {
      const to = from.map((part, at) => (at < place ? part : at === place ? part + 1 : (rest[at] ?? 0)))
      expect(compareVersions(to.join('.'), from.join('.'))).toBeGreaterThan(0)
    }),
  )
})

test.each([
  '1',
  '1.2',
  '1.2.3.4',
  'v1.2.3',
  '1.2.3-beta',
  '01.2.3',
  '1.2.3 ',
  '1.2.',
  '-1.0.0',
  '1.2.1e3',
  '',
])('« %s » is no version', (text) => expect(text).not.toMatch(versionPattern))
