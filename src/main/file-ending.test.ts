import { expect, test } from 'vitest'
import { placeWithEnding } from './file-ending.ts'

/** Somebody who answers so, one time after another; what was suggested each time. */
function person(...answers: (string | null)[]) {
  const suggested: string[] = []
  const ask = (suggestion: string) => {
    suggested.push(suggestion)
    return Promise.resolve(answers.shift() ?? null)
  }
  return { ask, suggested }
}
const isThere = (path: string) => path === '/d/copie.pdf'

test('a name gets its ending, once', async () => {
  const { ask, suggested } = person('/d/registre', '/d/registre.pdf')
  expect(await placeWithEnding('pdf', '/d/mars.pdf', ask, isThere)).toBe('/d/registre.pdf')
  expect(await placeWithEnding('pdf', '/d/mars.pdf', ask, isThere)).toBe('/d/registre.pdf')
  expect(suggested).toEqual(['/d/mars.pdf', '/d/mars.pdf'])
})

test('a file that the ending would have replaced in silence is asked about', async () => {
  const replaced = person('/d/copie', '/d/copie.pdf')
  expect(await placeWithEnding('pdf', '/d/mars.pdf', replaced.ask, isThere)).toBe('/d/copie.pdf')
  expect(replaced.suggested).toEqual(['/d/mars.pdf', '/d/copie.pdf'])

  const kept = person('/d/copie', '/d/copie', null)
  expect(await placeWithEnding('pdf', '/d/mars.pdf', kept.ask, isThere)).toBeNull()
  expect(kept.suggested).toHaveLength(3)
})
