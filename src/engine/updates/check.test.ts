import * as fc from 'fast-check'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { finish } from '#core/steps'
import type { Manifest } from '#core/updates/manifest'
import { manifestOf, newSigningKey, running, updateFile } from '../testing/update-file.ts'
import { checking, checkingAgain } from './check.ts'
import { beginningOf } from './container.ts'
import { readPublicKeys } from './minisign.ts'

const key = newSigningKey()
const keys = readPublicKeys(key.publicKey)
/** Three slices and a bit, no two alike. */
const content = Uint8Array.from({ length: 3 * 1024 * 1024 + 17 }, (_, at) => (at * 7 + (at >> 12)) & 255)
const small = new Uint8Array(100).fill(7)
const schema = 12

let folder: string
let file: string
let room: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'filigrane-update-'))
  file = join(folder, 'filigrane.filigrane-maj')
  room = join(folder, 'room')
  mkdirSync(room)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const check = (trusted = keys) => finish(checking({ file, room, running }, trusted, schema))
const put = (manifest: Partial<Manifest> = {}, bytes = small) =>
  writeFileSync(file, updateFile(bytes, key, manifestOf(bytes, manifest)))
const refuses = (failure: string) => {
  expect(check()).toEqual(failed(failure as 'not-an-update'))
  expect(readdirSync(room)).toEqual([])
}

test('a good update is copied, to the byte, under the name it was signed with', () => {
  put({}, content)
  const outcome = check()
  const path = join(room, 'filigrane_1.5.0_amd64.deb')
  expect(outcome).toEqual(ok({ manifest: manifestOf(content), path }))
  expect(readdirSync(room)).toEqual(['filigrane_1.5.0_amd64.deb'])
  expect(readFileSync(path).equals(content)).toBe(true)
  // again, over the first
  expect(check()).toEqual(outcome)
})

test('it goes by slices, tells how far it is, and given up leaves nothing', () => {
  put({}, content)
  const steps = checking({ file, room, running }, keys, schema)
  expect(steps.next().value).toEqual({ done: 1, total: 4 })
  expect(steps.next().value).toEqual({ done: 2, total: 4 })
  expect(readdirSync(room)).toHaveLength(1)
  steps.return(undefined as never)
  expect(readdirSync(room)).toEqual([])
})

describe('is refused', () => {
  test.each<[what: string, failure: string, manifest: Partial<Manifest>]>([
    ['the version that runs', 'update-same-version', { version: '1.4.0' }],
    ['an older one', 'update-downgrade', { version: '1.3.9' }],
    ['one for another system', 'update-other-platform', { platform: 'win32', kind: 'nsis', file: 'a.exe' }],
    ['one for another processor', 'update-other-platform', { arch: 'arm64' }],
    ['another kind of package', 'update-other-platform', { kind: 'AppImage', file: 'a.AppImage' }],
    [
      'one that cannot bring this caseload up to date',
      'update-skips-version',
      { schema: { oldest: 13, newest: 20 } },
    ],
    ['one that does not know this caseload', 'update-loses-records', { schema: { oldest: 1, newest: 11 } }],
  ])('%s', (_what, failure, manifest) => {
    put(manifest)
    refuses(failure)
  })

  test('one signed by somebody else, before anything is made of its words', () => {
    const other = newSigningKey()
    writeFileSync(file, updateFile(small, other, { anything: 'at all' }))
    refuses('update-other-key')
    writeFileSync(file, updateFile(small, key, { anything: 'at all' }))
    refuses('update-unreadable')
  })

  test.each<[what: string, manifest: object]>([
    ['a path instead of a name', { file: '../a.deb' }],
    ['a hidden file', { file: '.a.deb' }],
    ['an ending of another kind', { file: 'a.sh' }],
    ['an unfinished version', { version: '2.0.0-beta' }],
    ['a field nobody knows', { run: 'something' }],
    ['no notes', { notes: { fr: [], en: [] } }],
    ['a later format', { format: 2 }],
  ])('a signed manifest with %s', (_what, instead) => {
    writeFileSync(file, updateFile(small, key, { ...manifestOf(small), ...instead }))
    refuses('update-unreadable')
  })

  test('one that no key could sign', () => {
    put()
    expect(check([])).toEqual(failed('update-key-missing'))
  })

  test('a file that is not there, or is a folder', () => {
    refuses('update-missing')
    mkdirSync(file)
    refuses('update-missing')
  })

  test('any other file', () => {
    writeFileSync(file, '')
    refuses('not-an-update')
    writeFileSync(file, 'Nouvelle version !')
    refuses('not-an-update')
    // lengths that no update has are not followed
    writeFileSync(file, Buffer.concat([Buffer.from('FILMAJ01'), Buffer.alloc(8, 255), small]))
    refuses('not-an-update')
  })

  test('another package behind the signed words', () => {
    const bytes = Buffer.from(JSON.stringify(manifestOf(small)))
    const beginning = beginningOf(bytes, Buffer.from(key.sign(bytes)))
    writeFileSync(file, Buffer.concat([beginning, new Uint8Array(100).fill(8)]))
    refuses('update-altered')
    writeFileSync(file, Buffer.concat([beginning, small, small]))
    refuses('update-altered')
  })

  test('one cut at any length', () => {
    put()
    const whole = readFileSync(file).length
    for (let length = whole - 1; length >= 0; length--) {
      truncateSync(file, length)
      const outcome = check()
      expect(outcome.ok ? 'accepted' : outcome.failure).toBe(
        length < 16 ? 'not-an-update' : 'update-truncated',
      )
    }
    expect(readdirSync(room)).toEqual([])
  })

  test('one with any bit changed, but in the words that nobody signs', () => {
    put()
    const whole = readFileSync(file)
    const untrusted = whole.indexOf('untrusted comment: ') + 'untrusted comment: '.length
    const unsigned = [untrusted, whole.indexOf('\n', untrusted)]
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        if (at >= (unsigned[0] ?? 0) && at <= (unsigned[1] ?? 0)) return
        writeFileSync(file, whole.with(at, (whole[at] ?? 0) ^ (1 << bit)))
        expect(check().ok).toBe(false)
      }),
      { numRuns: 400 },
    )
    expect(readdirSync(room)).toEqual([])
  })

  test('anything at all behind the magic, with an answer each time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(300), fc.nat(300), (bytes, first, second) => {
        const lengths = Buffer.alloc(8)
        lengths.writeUInt32LE(first, 0)
        lengths.writeUInt32LE(second, 4)
        writeFileSync(file, Buffer.concat([Buffer.from('FILMAJ01'), lengths, bytes]))
        expect(check().ok).toBe(false)
      }),
    )
  })
})

test('the disk refuses the copy: it is said, and the file chosen is intact', () => {
  put()
  rmSync(room, { recursive: true })
  expect(check()).toEqual(failed('write-failed'))
  expect(existsSync(file)).toBe(true)
})

test('the copy is read again before it is handed over', () => {
  put({}, content)
  const checked = check()
  if (!checked.ok) throw new Error(checked.failure)
  expect(finish(checkingAgain(checked.value))).toEqual(ok())
  const bytes = readFileSync(checked.value.path)
  writeFileSync(checked.value.path, bytes.with(2_000_000, (bytes[2_000_000] ?? 0) ^ 1))
  expect(finish(checkingAgain(checked.value))).toEqual(failed('update-altered'))
  rmSync(checked.value.path)
  expect(finish(checkingAgain(checked.value))).toEqual(failed('update-altered'))
})
