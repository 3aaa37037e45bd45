import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'check-'))
beforeAll(() => {
  const scripts = {
    quick: 'echo well',
    bad: 'echo before && echo the reason >&2 && exit 3',
    late: `node -e "setTimeout(() => console.log('in the end'), 1500)"`,
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, scripts }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (...scripts: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'check.mjs'), ...scripts],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

test('what passes says so, with all it printed', () => {
  const { status, stdout, stderr } = check('quick', 'late')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/quick: passed[^]*\nwell\n[^]*late: passed[^]*\nin the end\n[^]*All passed/)
})

test('one that fails, or that is not there, fails the whole; the others are told all the same', () => {
  const { status, stdout, stderr } = check('bad', 'missing', 'late')
  expect(status).toBe(1)
  expect(stdout).toMatch(/late: passed[^]*\nin the end\n[^]*Failed: (bad, missing|missing, bad)/)
  expect(stderr).toMatch(/bad: FAILED \(3\)[^]*\nbefore\nthe reason\n/)
  expect(stderr).toMatch(/missing: FAILED \(1\)\n[^]*Missing script/)
})

test('nothing to check is no success', () => {
  expect(check().status).toBe(1)
})
