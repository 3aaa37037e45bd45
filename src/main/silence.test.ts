import { expect, test } from 'vitest'
import { watchSilence } from './silence.ts'

function watch(answers: { at: number; idle: number }[], lastHeard = 0): boolean[] {
  let now = 0
  const isForgotten = watchSilence(
    300,
    () => lastHeard * 1000,
    () => now,
  )
  return answers.map(({ at, idle }) => {
    now = at * 1000
    return isForgotten(idle)
  })
}

test('a system that never tells an idle time is not believed for more than five minutes', () => {
  expect(watch([5, 299, 300, 305].map((at) => ({ at, idle: 0 })))).toEqual([false, false, true, true])
})

test('the window used since, or a system that tells, is somebody here', () => {
  expect(watch([{ at: 400, idle: 0 }], 150)).toEqual([false])
  expect(
    watch([
      { at: 200, idle: 3 },
      { at: 450, idle: 0 },
      { at: 500, idle: 0 },
    ]),
  ).toEqual([false, false, true])
})
