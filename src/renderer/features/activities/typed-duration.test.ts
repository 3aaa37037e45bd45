import { expect, test } from 'vitest'
import { hoursForm, minutesTyped } from './typed-duration.ts'

test.each([
  ['3 h 30', 210],
  ['3h30', 210],
  ['3:05', 185],
  ['7 H', 420],
  ['3,5', 210],
  ['3.25 h', 195],
  ['7', 420],
  ['90 min', 90],
  [' 1 h 5 min ', 65],
  ['3\u00a0h\u00a030', 210],
])('« %s » is %i minutes', (text, minutes) => {
  expect(minutesTyped(text)).toBe(minutes)
})

test.each(['', 'matin', '-2', '3 h 75', '1,5,2', '3 h 30 h'])('« %s » is no length of time', (text) => {
  expect(minutesTyped(text)).toBeNull()
})

test('a form takes no length that is nothing or longer than a day', () => {
  const typed = (minutes: string) =>
    hoursForm.safeParse({ day: '2026-11-24', minutes, part: 'library', mandateAxis: null, note: '' })
  expect(typed('7 h').data?.minutes).toBe(420)
  expect(typed('0').success).toBe(false)
  expect(typed('25 h').success).toBe(false)
  expect(typed('matin').success).toBe(false)
})
