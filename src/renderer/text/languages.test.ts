import { expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Every key with its sentence. */
function entries(texts: object, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[at, value] as [string, string]] : entries(value as object, at)
  })
}
const french = new Map(entries(fr))
const english = new Map(entries(en))
const holes = (text: string | undefined): string[] => (text?.match(/\{\{\w+/g) ?? []).toSorted()

test('the two languages have the same keys', () => {
  expect([...english.keys()]).toEqual([...french.keys()])
})

test('a sentence fills in the same values in both', () => {
  const differing = [...french].filter(([key, text]) => holes(text).join() !== holes(english.get(key)).join())
  expect(differing.map(([key]) => key)).toEqual([])
})

test('no English sentence was left in French', () => {
  const french = /\b(le|la|les|des|une|vous|votre|est|pour|avec|dans)\b|«/i
  const untranslated = [...english].filter(
    ([key, text]) => key !== 'settings.languages.fr' && french.test(text),
  )
  expect(untranslated.map(([key]) => key)).toEqual([])
})
