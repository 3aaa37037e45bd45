import { expect, test } from 'vitest'
import { meetsSomebody } from './contact.ts'

const nobody = { personIds: [], unidentifiedCount: 0, incomplete: false }

test('a contact meets a known or an unidentified person', () => {
  expect(meetsSomebody({ ...nobody, kinds: ['listening'] })).toBe(false)
  expect(meetsSomebody({ ...nobody, personIds: ['p'], kinds: ['listening'] })).toBe(true)
  expect(meetsSomebody({ ...nobody, unidentifiedCount: 1, kinds: ['listening'] })).toBe(true)
})

test('only what is collective from end to end meets nobody in particular', () => {
  expect(meetsSomebody({ ...nobody, kinds: ['animation', 'awareness'] })).toBe(true)
  expect(meetsSomebody({ ...nobody, kinds: ['animation', 'listening'] })).toBe(false)
})
