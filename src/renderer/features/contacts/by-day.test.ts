import { expect, test } from 'vitest'
import { byDay } from './by-day.ts'

const contact = (id: string, at: string, durationMinutes = 10) => ({ id, at, durationMinutes })

test('each day is announced once, with its own sum, and no contact is lost or moved', () => {
  const contacts = [
    contact('c', '2026-11-24T16:00', 20),
    contact('b', '2026-11-24T09:00', 5),
    contact('a', '2026-11-20T11:00', 45),
  ]
  const lines = byDay(contacts)
  expect(lines.map(({ key }) => key)).toEqual(['2026-11-24', 'c', 'b', '2026-11-20', 'a'])
  expect(lines[0]).toMatchObject({ count: 2, minutes: 25 })
  expect(lines[3]).toMatchObject({ count: 1, minutes: 45 })
})
