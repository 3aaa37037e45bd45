import { expect, test } from 'vitest'
import { remindersToCome } from './reminders.ts'

test('a reminder is said at its minute, and a minute begun is past', () => {
  const reminders = [
    { at: '2026-11-24T09:00', count: 1 },
    { at: '2026-11-24T09:01', count: 2 },
    { at: '2026-11-24T13:30', count: 1 },
  ]
  expect(remindersToCome(reminders, new Date('2026-11-24T09:00:30'))).toEqual([
    { count: 2, inMilliseconds: 30_000 },
    { count: 1, inMilliseconds: 16_170_000 },
  ])
})
