import { expect, test } from 'vitest'
import { problemOf } from './new-passphrase.tsx'
import { ENOUGH, measure } from './strength.ts'
import { suggestPassphrase } from './suggest.ts'

const same = (passphrase: string) => ({ passphrase, confirmation: passphrase })

test('common French words are easy to guess, with or without their accents', async () => {
  expect(await measure('bibliothèque')).toBeLessThan(ENOUGH)
  expect(await measure('bibliotheque')).toBeLessThan(ENOUGH)
  expect(await measure('motdepasse123')).toBeLessThan(ENOUGH)
})

test('a suggested phrase is strong, long, different each time, and typed on any keyboard', async () => {
  const phrases = await Promise.all(Array.from({ length: 20 }, () => suggestPassphrase()))
  expect(new Set(phrases).size).toBe(20)
  for (const phrase of phrases) {
    expect(phrase).toMatch(/^[a-z]+( [a-z]+){5}$/)
    expect(await problemOf(same(phrase))).toBeNull()
  }
})

test('what is wrong with a new passphrase, the first thing first', async () => {
  expect(await problemOf(same('court'))).toBe('short')
  expect(await problemOf(same('motdepasse123'))).toBe('weak')
  expect(await problemOf({ passphrase: 'cravate girafe tonnerre', confirmation: 'cravate' })).toBe('mismatch')
})
