import { beforeEach, expect, test } from 'vitest'
import { failed, ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { createLongActs, type LongActs } from './long-acts.ts'
import { actOf } from './store/long-act.ts'

const [one, other] = ['0195b5a0-0000-7000-8000-000000000001', '0195b5a0-0000-7000-8000-000000000002']
let told: unknown[]
let ends: string[]
let acts: LongActs

beforeEach(() => {
  told = []
  ends = []
  acts = createLongActs(
    {
      emit: (name, payload) => void told.push([name, payload]),
      sleep: () => new Promise((resolve) => setTimeout(resolve, 0)),
    },
    { begin: () => void ends.push('begin'), end: () => void ends.push('end') },
  )
})

/** Each step lasts longer than a slice. */
function* counting(total: number, done: number[] = []): Steps<Result<number, 'disk-full'>> {
  try {
    for (let step = 1; step <= total; step++) {
      for (const until = performance.now() + 9; performance.now() < until;);
      done.push(step)
      yield { done: step, total }
    }
    return ok(total)
  } finally {
    done.push(0)
  }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

test('an act is done to its end, messages passing meanwhile, and told from its first slice', async () => {
  let turns = 0
  const beat = setInterval(() => turns++, 0)
  expect(await acts.run(one, actOf(counting(20)))).toEqual(ok(20))
  clearInterval(beat)
  expect(turns).toBeGreaterThan(5)
  expect(told[0]).toEqual(['acts.progress', { act: one, done: 1, total: 20 }])
  expect(told.length).toBeLessThan(20)
  expect(ends).toEqual(['begin', 'end'])
})

test('given up between two slices, it undoes itself and says so', async () => {
  const done: number[] = []
  const outcome = acts.run(one, actOf(counting(1000, done)))
  await turn()
  acts.cancel(one)
  expect(done.at(-1)).toBe(0)
  expect(await outcome).toEqual(failed('cancelled'))
  expect(ends).toEqual(['begin', 'end'])
})

test('acts take turns; one given up before its turn never begins', async () => {
  const [first, second]: number[][] = [[], []]
  const outcomes = [acts.run(one, actOf(counting(3, first))), acts.run(other, actOf(counting(9, second)))]
  acts.cancel(other)
  expect(await outcomes[0]).toEqual(ok(3))
  expect(await outcomes[1]).toEqual(failed('cancelled'))
  expect(second).toEqual([])
})

test('giving up what ended, or what never was, does nothing', async () => {
  expect(await acts.run(one, actOf(counting(1)))).toEqual(ok(1))
  acts.cancel(other)
  acts.cancelAll()
  expect(await acts.run(one, actOf(counting(2)))).toEqual(ok(2))
})

test('closing gives up what is under way at once', async () => {
  const done: number[] = []
  const outcome = acts.run(one, actOf(counting(1000, done)))
  await turn()
  acts.cancelAll()
  expect(done.at(-1)).toBe(0)
  expect(await outcome).toEqual(failed('cancelled'))
})

test('closing gives up what waits for its turn too: it never begins', async () => {
  const [first, second]: number[][] = [[], []]
  const outcomes = [acts.run(one, actOf(counting(9, first))), acts.runUntold(actOf(counting(9, second)))]
  await turn()
  acts.cancelAll()
  expect(await outcomes[0]).toEqual(failed('cancelled'))
  expect(await outcomes[1]).toEqual(failed('vault-locked'))
  expect(second).toEqual([])
})

/** Waits for something that goes on elsewhere, as a derivation does. */
function* waiting(until: Promise<void>, done: string[]): Steps<Result<string, 'disk-full'>> {
  try {
    yield { done: 0, total: 0, until }
    return ok('derived')
  } finally {
    done.push('end')
  }
}

test('an act may wait for what goes on elsewhere; a lock gives it up without waiting', async () => {
  const gate = Promise.withResolvers<void>()
  const done: string[] = []
  const outcome = acts.run(one, actOf(waiting(gate.promise, done)))
  await turn()
  expect(done).toEqual([])
  gate.resolve()
  expect(await outcome).toEqual(ok('derived'))

  const never = Promise.withResolvers<void>()
  const locked = acts.runUntold(actOf(waiting(never.promise, done)))
  await turn()
  acts.cancelAll()
  expect(done).toEqual(['end', 'end'])
  never.resolve()
  expect(await locked).toEqual(failed('vault-locked'))
})

test('an act whose wait breaks puts everything back, and its bug reaches who asked', async () => {
  const done: string[] = []
  const outcome = acts.run(one, actOf(waiting(Promise.reject(new RangeError('no memory')), done)))
  await expect(outcome).rejects.toThrow(RangeError)
  expect(done).toEqual(['end'])
})

test('a bug in one act reaches who asked, and the next one is done', async () => {
  // oxlint-disable-next-line require-yield
  const broken = function* (): Steps<Result<number, 'disk-full'>> {
    throw new RangeError('bug')
  }
  const outcomes = [acts.run(one, actOf(broken())), acts.run(other, actOf(counting(1)))]
  await expect(outcomes[0]).rejects.toThrow(RangeError)
  expect(await outcomes[1]).toEqual(ok(1))
})

test('work done elsewhere is waited for under the name of the act, and told when it is given up', async () => {
  expect(await acts.await(one, async () => ok(1))).toEqual(ok(1))
  let isTold = false
  const waiting = acts.await(one, async (signal) => {
    signal.addEventListener('abort', () => (isTold = true))
    await turn()
    return ok(2)
  })
  acts.cancel(one)
  expect(isTold).toBe(true)
  expect(await waiting).toEqual(failed('cancelled'))
  // the name is free again
  expect(await acts.run(one, actOf(counting(1)))).toEqual(ok(1))
})
