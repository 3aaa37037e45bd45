import { expect, test } from 'vitest'
import { isWorthKeeping, type Note } from './note.ts'
import { problemsOf, type WholeNote } from './save-note.ts'

const note: Note = {
  at: '2026-11-03T14:10',
  people: [{ id: '01920000-0000-7000-8000-000000000001', alias: 'Casquette rouge' }],
  unidentifiedCount: 0,
  kinds: ['listening'],
  themes: [],
  place: 'hall',
  durationMinutes: 15,
  mandateAxis: 'help-relationship',
  initiative: null,
  crisis: null,
  aidGiven: [],
  note: '',
  noteSealed: false,
  incomplete: false,
}
const whole: WholeNote = { id: undefined, note, whoText: '', referral: null, followUp: null }
const nobody = { ...note, people: [] }

test('an alias, a kind: enough', () => {
  expect(problemsOf(whole)).toEqual({})
  expect(problemsOf({ ...whole, note: { ...nobody, unidentifiedCount: 1 } })).toEqual({})
})

test('each missing thing is told at its own field', () => {
  expect(problemsOf({ ...whole, note: nobody })).toEqual({ who: 'failures.nobody-met.next' })
  expect(problemsOf({ ...whole, note: { ...note, kinds: [] } })).toEqual({ kinds: 'contacts.kindNeeded' })
  expect(
    problemsOf({ ...whole, followUp: { personId: null, title: ' ', dueOn: '2026-11-04', dueTime: null } }),
  ).toEqual({
    followUp: 'contacts.followUpNeedsTitle',
  })
})

test('a note too long is told where it is, to the letter', () => {
  expect(problemsOf({ ...whole, note: { ...note, note: 'é'.repeat(50_000) } })).toEqual({})
  expect(problemsOf({ ...whole, note: { ...note, note: 'é'.repeat(50_001) } })).toEqual({
    note: 'contacts.noteTooLong',
  })
})

test('nobody is missing when the note waits to be completed, nor when it speaks to a whole room', () => {
  expect(problemsOf({ ...whole, note: { ...nobody, incomplete: true } })).toEqual({})
  expect(problemsOf({ ...whole, note: { ...nobody, kinds: ['animation'] } })).toEqual({})
})

test('a name left half typed is not lost in silence', () => {
  expect(problemsOf({ ...whole, whoText: 'Mom' })).toEqual({ who: 'contacts.whoUnfinished' })
})

test('a referral needs its resource and somebody to refer', () => {
  const referral = { personId: null, resourceId: null, theme: 'housing' }
  expect(problemsOf({ ...whole, referral })).toEqual({ referral: 'contacts.referralNeedsResource' })
  expect(problemsOf({ ...whole, note: { ...nobody, unidentifiedCount: 2 }, referral })).toEqual({
    referral: 'contacts.referralNeedsPerson',
  })
})

test('prefilled fields alone are no draft', () => {
  expect(isWorthKeeping(nobody)).toBe(false)
  expect(isWorthKeeping({ ...nobody, unidentifiedCount: 1 })).toBe(true)
  expect(isWorthKeeping({ ...nobody, note: 'a' })).toBe(true)
  expect(isWorthKeeping({ ...nobody, themes: ['housing'] })).toBe(true)
})
