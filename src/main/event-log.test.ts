import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { stackFrames } from '#shared/stack-frames'
import { openEventLog } from './event-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'event-log-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('keeps where a bug happened, never its message', () => {
  const log = openEventLog(folder)
  log('main-bug people.save', stackFrames(new TypeError('Casquette rouge')))
  const text = readFileSync(join(folder, 'filigrane.log'), 'utf8')
  expect(text).toContain('main-bug people.save')
  expect(text).toContain('event-log.test.ts:')
  expect(text).not.toContain('Casquette')
  expect(text).not.toContain(tmpdir())
})

test('a log that cannot be written stops nobody, and goes on once it can', () => {
  const place = join(folder, 'logs')
  mkdirSync(folder, { recursive: true })
  writeFileSync(place, 'a file where its folder would be')
  const log = openEventLog(place)
  log('main-bug people.save', [])
  rmSync(place)
  log('main-bug people.read', [])
  expect(readFileSync(join(place, 'filigrane.log'), 'utf8')).toMatch(/main-bug people\.read/)
})
