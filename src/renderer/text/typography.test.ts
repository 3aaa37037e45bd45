import { expect, test } from 'vitest'
import { fr } from './fr.ts'

/** Every sentence with its key. */
function* sentences(texts: object, path: string): Generator<[key: string, text: string]> {
  for (const [key, value] of Object.entries(texts)) {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') yield [at, value]
    else if (typeof value === 'object' && value !== null) yield* sentences(value, at)
  }
}
const all = [...sentences(fr, '')]

const breaking = (pattern: RegExp) => all.filter(([, text]) => pattern.test(text)).map(([key]) => key)

test('no line may break before high punctuation or inside guillemets', () => {
  expect(breaking(/[^\u00a0](?:[;!?»]|:(?!\/\/))/)).toEqual([])
  expect(breaking(/«(?!\u00a0)/)).toEqual([])
})

test('apostrophes are typographic and points of suspension are one character', () => {
  expect(breaking(/\p{L}'\p{L}/u)).toEqual([])
  expect(breaking(/\.\.\./)).toEqual([])
})

test('nothing is empty, nor begins or ends with a space', () => {
  expect(breaking(/^$|^\s|\s$/)).toEqual([])
})
