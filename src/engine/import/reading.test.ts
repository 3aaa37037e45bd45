import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { failed } from '#core/result'
import { readInThread } from './reading.ts'
import { readSource } from './source.ts'
import { sourceFolder } from './testing/sources.ts'

const entry = new URL('reading-thread.ts', import.meta.url)
const { folder, remove } = sourceFolder()
afterAll(remove)

const path = join(folder, 'tableau.csv')
const write = (rows: number) =>
  writeFileSync(
    path,
    `date;qui\n${Array.from({ length: rows }, (_, at) => `2026-11-20;Momo ${at}`).join('\n')}`,
  )

test('what a thread reads is what would have been read here, and the engine goes on meanwhile', async () => {
  write(1234)
  let beats = 0
  const beat = setInterval(() => beats++, 1)
  const read = await readInThread(entry, { path, kind: 'contacts' }, new AbortController().signal)
  clearInterval(beat)
  expect(read).toEqual(await readSource(path, 'contacts'))
  expect(beats).toBeGreaterThan(5)
})

test('why a file cannot be read is told the same way', async () => {
  const order = { path: join(folder, 'absent.csv'), kind: 'contacts' as const }
  expect(await readInThread(entry, order, new AbortController().signal)).toEqual(failed('import-unreadable'))
})

test('given up before it began or on its way, it says so at once', async () => {
  write(10)
  for (const delay of [0, 20]) {
    const controller = new AbortController()
    if (delay === 0) controller.abort()
    else setTimeout(() => controller.abort(), delay)
    expect(await readInThread(entry, { path, kind: 'contacts' }, controller.signal)).toEqual(
      failed('cancelled'),
    )
  }
})

test('a file that takes more memory than the thread has is too large, and the engine lives on', async () => {
  const cells = (line: number) => Array.from({ length: 30 }, (_, column) => `case ${line} ${column}`)
  writeFileSync(path, Array.from({ length: 20_000 }, (_, line) => cells(line).join(';')).join('\n'))
  const order = { path, kind: 'contacts' as const }
  const read = await readInThread(entry, order, new AbortController().signal, 16)
  expect(read).toEqual(failed('import-too-large'))
})
