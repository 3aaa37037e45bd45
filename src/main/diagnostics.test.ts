import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { nativeText } from '#shared/native-text'
import { stackFrames } from '#shared/stack-frames'
import { readLog, reportText } from './diagnostics.ts'
import { logFile, openEventLog } from './event-log.ts'

const around = {
  version: '1.0.0',
  electron: '45.4.1',
  chromium: '150.0.1',
  node: '24.21.0',
  system: 'linux 6.12 x64',
  memoryBytes: 8 * 2 ** 30,
  language: 'fr' as const,
}

test('what the log really writes is told, line for line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diagnostics-'))
  try {
    expect(readLog(logFile(folder))).toEqual([])
    const log = openEventLog(folder)
    log('main-bug people.save', stackFrames(new TypeError('Casquette rouge')))
    log('engine-bug contacts.save TypeError', ['saveContact contact.ts:12:3', 'index.js:1:1'])
    log('engine-bug engine NeverReady', [])
    const lines = readLog(logFile(folder))
    expect(lines).toHaveLength(3)
    const text = reportText(nativeText.fr, around, lines)
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toContain('Casquette')
    expect(text).not.toContain(nativeText.fr.diagnostics.leftOut)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a line that is not made of codes and places is left out, and counted', () => {
  const text = reportText(nativeText.fr, around, [
    '2026-11-24T10:00:00.000Z main-bug people.save Casquette rouge',
    'Casquette rouge',
    '2026-11-24T10:00:00.000Z main-bug people.save save people.ts:1:2',
  ])
  expect(text).not.toContain('Casquette')
  expect(text).toContain('save people.ts:1:2')
  expect(text).toContain(`${nativeText.fr.diagnostics.leftOut} : 2`)
})

test('whatever a message says, neither the log nor the report repeats it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diagnostics-'))
  try {
    const log = openEventLog(folder)
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (typed) => {
        const canary = `zibeline-${typed}`
        writeFileSync(logFile(folder), '')
        log('main-bug notes', stackFrames(new Error(`${canary}\n    at ${canary} (${canary}.ts:1:2)`)))
        expect(reportText(nativeText.en, around, readLog(logFile(folder)))).not.toContain('zibeline')
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
