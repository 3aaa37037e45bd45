import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guardClipboard } from './clipboard.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The system's clipboard: whoever writes last. */
function memoryClipboard(text = '') {
  return {
    text,
    readText() {
      return Promise.resolve(this.text)
    },
    writeText(next: string) {
      this.text = next
      return Promise.resolve()
    },
  }
}
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

test('what was copied in the window is gone after thirty seconds, not before', async () => {
  const clipboard = memoryClipboard('du papier')
  const guard = guardClipboard(clipboard)
  guard.copied()
  clipboard.text = 'une note'
  await seconds(29)
  expect(clipboard.text).toBe('une note')
  await seconds(1.1)
  expect(clipboard.text).toBe('')
})

test('a second copy has thirty seconds of its own', async () => {
  const clipboard = memoryClipboard()
  const guard = guardClipboard(clipboard)
  guard.copied()
  clipboard.text = 'une note'
  await seconds(20)
  guard.copied()
  clipboard.text = 'une autre'
  await seconds(20)
  expect(clipboard.text).toBe('une autre')
  await seconds(11)
  expect(clipboard.text).toBe('')
})

test('what another program put there since is left alone', async () => {
  const clipboard = memoryClipboard()
  const guard = guardClipboard(clipboard)
  guard.copied()
  clipboard.text = 'une note'
  await seconds(10)
  clipboard.text = 'd’ailleurs'
  await seconds(60)
  expect(clipboard.text).toBe('d’ailleurs')
})

test('a lock clears at once, and no later timer touches what comes after', async () => {
  const clipboard = memoryClipboard()
  const guard = guardClipboard(clipboard)
  guard.copied()
  clipboard.text = 'une note'
  await seconds(1)
  await guard.clear()
  expect(clipboard.text).toBe('')
  clipboard.text = 'une note'
  await seconds(60)
  expect(clipboard.text).toBe('une note')
})

test('what was only selected goes with a lock too, where the system keeps it', async () => {
  const clipboard = memoryClipboard('une note')
  const selection = memoryClipboard('une autre')
  await guardClipboard(clipboard, selection).clear()
  expect([clipboard.text, selection.text]).toEqual(['', ''])
})

test('the end of the program does not wait: what was copied here is gone, however lately, and nothing else', async () => {
  const clipboard = memoryClipboard('du papier')
  const guard = guardClipboard(clipboard)
  await guard.leave()
  expect(clipboard.text).toBe('du papier')

  guard.copied()
  clipboard.text = 'une note'
  await seconds(10)
  await guard.leave()
  expect(clipboard.text).toBe('')

  guard.copied()
  clipboard.text = 'une autre'
  await guard.leave()
  expect(clipboard.text).toBe('')

  guard.copied()
  clipboard.text = 'une note'
  await seconds(10)
  clipboard.text = 'd’ailleurs'
  await guard.leave()
  expect(clipboard.text).toBe('d’ailleurs')
})
