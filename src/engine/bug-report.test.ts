import { expect, test } from 'vitest'
import { bugReport } from './bug-report.ts'

class OutOfNotes extends Error {}

function thrown(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('a report says the class and the places, by function and position', () => {
  const report = bugReport(
    'people.list',
    thrown(function readNotes() {
      throw new OutOfNotes('Marc a dit')
    }),
  )
  expect(report).toMatchObject({ type: 'bug', command: 'people.list', error: 'OutOfNotes' })
  expect(report.frames[0]).toMatch(/^readNotes bug-report\.test\.ts:\d+:\d+$/)
  expect(report.frames.length).toBeLessThanOrEqual(12)
})

test('no message passes, even one that looks like a stack', () => {
  const message = 'Marc\n    at secret (/maison/rue-des-Érables.ts:1:1)\n    at (note) 12:3:4'
  const report = JSON.stringify(
    bugReport(
      'people.save',
      thrown(() => {
        throw new Error(message)
      }),
    ),
  )
  for (const word of ['Marc', 'secret', 'rue', 'note']) expect(report).not.toContain(word)
})

test('no path passes', () => {
  const { frames } = bugReport('people.save', new Error('x'))
  expect(frames.length).toBeGreaterThan(0)
  expect(frames.filter((frame) => frame.includes('/'))).toEqual([])
})

test('what is not an error has no place', () => {
  expect(bugReport('people.save', 'Marc')).toEqual({
    type: 'bug',
    command: 'people.save',
    error: 'string',
    frames: [],
  })
})
