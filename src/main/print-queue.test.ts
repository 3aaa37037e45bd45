import { expect, test } from 'vitest'
import { createPrintQueue, isGivenUp, unlessGivenUp } from './print-queue.ts'

const pdf = Uint8Array.of(1)

/** Prints that end when they are told to; which began, and which were still being shown when they ended. */
function desk() {
  const begun: string[] = []
  const ended: string[] = []
  const answers: PromiseWithResolvers<Uint8Array>[] = []
  const queue = createPrintQueue(async (html, signal) => {
    begun.push(html)
    const answer = Promise.withResolvers<Uint8Array>()
    answers.push(answer)
    try {
      return await unlessGivenUp(answer.promise, signal)
    } finally {
      ended.push(html)
    }
  })
  return { queue, begun, ended, answers }
}
const fate = (printed: Promise<Uint8Array>) =>
  printed.then(
    () => 'printed',
    (error: unknown) => (isGivenUp(error) ? 'given up' : 'failed'),
  )
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('pages are printed one after another, one that fails keeping no other', async () => {
  const { queue, begun, answers } = desk()
  const fates = ['a', 'b'].map((html) => fate(queue.print(html)))
  await settled()
  expect(begun).toEqual(['a'])
  answers[0]?.reject(new Error('no printer'))
  await settled()
  expect(begun).toEqual(['a', 'b'])
  answers[1]?.resolve(pdf)
  expect(await Promise.all(fates)).toEqual(['failed', 'printed'])
})

test('a lock ends the page being printed at once, though it never answers, and begins none of those that wait', async () => {
  const { queue, begun, ended, answers } = desk()
  const fates = ['a', 'b'].map((html) => fate(queue.print(html)))
  await settled()
  queue.giveUp()
  expect(await Promise.all(fates)).toEqual(['given up', 'given up'])
  expect([begun, ended]).toEqual([['a'], ['a']])

  const next = fate(queue.print('c'))
  await settled()
  answers[1]?.resolve(pdf)
  expect(await next).toBe('printed')
})
