import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileFault } from '#core/vault/ports'
import { asOrdinaryUser, temporaryFolder } from '../store/testing/real-ports.ts'
import { files } from './files.ts'

let place: ReturnType<typeof temporaryFolder>
let path: string

beforeEach(() => {
  place = temporaryFolder()
  path = `${place.path}/file`
})
afterEach(() => place.remove())

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'nothing'
  } catch (fault) {
    return fault instanceof FileFault ? fault.code : String(fault)
  }
}

test('bytes are written and read where they are asked', () => {
  const file = files.open(path, 'create')
  file.write(4, Uint8Array.of(1, 2, 3))
  file.sync()
  file.syncData()
  expect(file.size()).toBe(7)
  expect([...file.read(3, 3)]).toEqual([0, 1, 2])
  expect([...file.read(6, 10)]).toEqual([3])
  file.truncate(5)
  expect(file.size()).toBe(5)
  file.close()
  files.syncFolder(place.path)
  files.syncParent(path)
})

test('a file is made, kept or emptied as asked', () => {
  expect(codeOf(() => files.open(path, 'write'))).toBe('missing')
  expect(codeOf(() => files.open(path, 'read'))).toBe('missing')
  writeFileSync(path, 'abc')
  expect(codeOf(() => files.open(path, 'create'))).toBe('exists')
  expect(files.open(path, 'write').size()).toBe(3)
  expect(files.open(path, 'replace').size()).toBe(0)
})

test('folders and names', () => {
  const folder = `${place.path}/folder`
  files.makeFolder(folder)
  writeFileSync(`${folder}/a`, '')
  expect(files.list(folder)).toEqual(['a'])
  expect(codeOf(() => files.removeFolder(folder))).toBe('exists')
  files.rename(`${folder}/a`, `${folder}/b`)
  files.removeFile(`${folder}/b`)
  files.removeFolder(folder)
  expect(existsSync(folder)).toBe(false)
})

test('each refusal has its code', () => {
  writeFileSync(path, '')
  expect(codeOf(() => files.list(path))).toBe('not-a-folder')
  expect(codeOf(() => files.list(`${path}-none`))).toBe('missing')
  expect(codeOf(() => files.makeFolder(path))).toBe('exists')
  expect(codeOf(() => files.open(place.path, 'write'))).toBe('unwritable')
})

test.skipIf(process.platform === 'win32')('what is no file keeps nobody waiting', () => {
  execFileSync('/usr/bin/mkfifo', [path])
  expect(codeOf(() => files.open(path, 'read'))).toBe('unreadable')
  expect(codeOf(() => files.open(place.path, 'read'))).toBe('unreadable')
  expect(codeOf(() => files.open(place.path, 'replace'))).toBe('unwritable')
})

test.skipIf(process.platform === 'win32')('replacing a link writes nothing where it leads', () => {
  const elsewhere = `${place.path}/elsewhere`
  writeFileSync(elsewhere, 'somebody’s')
  for (const link of [symlinkSync, linkSync]) {
    link(elsewhere, path)
    expect(files.isLink(path)).toBe(link === symlinkSync)
    const file = files.open(path, 'replace')
    file.write(0, Uint8Array.of(1))
    file.close()
    expect(files.isLink(path)).toBe(false)
    expect(readFileSync(elsewhere, 'utf8')).toBe('somebody’s')
    files.removeFile(path)
  }
  expect(files.isLink(`${path}-none`)).toBe(false)
})

test.runIf(process.platform === 'linux')('a full disk', () => {
  const file = files.open('/dev/full', 'write')
  expect(codeOf(() => file.write(0, Uint8Array.of(1)))).toBe('disk-full')
})

test.skipIf(process.platform === 'win32')('no permission', () => {
  const locked = `${place.path}/locked`
  mkdirSync(locked, { mode: 0o500 })
  expect(codeOf(() => asOrdinaryUser(() => files.open(`${locked}/file`, 'create')))).toBe('no-permission')
})
