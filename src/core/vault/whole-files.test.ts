import { expect, test } from 'vitest'
import { createMemoryFiles } from './testing/memory-files.ts'
import { crypto, flipped } from './testing/sample.ts'
import { holds, writeWhole } from './whole-files.ts'

test('a file holds these bytes and no others, however many times the room they take', () => {
  const files = createMemoryFiles()
  const bytes = Uint8Array.from({ length: 25 }, (_, at) => at)
  writeWhole(files, '/file', bytes, 'create')
  const room = new Uint8Array(10)
  expect(holds({ files, crypto }, '/file', bytes, room)).toBe(true)
  for (let at = 0; at < bytes.length; at++)
    expect(holds({ files, crypto }, '/file', flipped(bytes, at), room)).toBe(false)
  expect(holds({ files, crypto }, '/file', bytes.subarray(1), room)).toBe(false)
})
