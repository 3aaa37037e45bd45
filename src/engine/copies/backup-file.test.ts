import { existsSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../store/testing/real-ports.ts'
import { removeBackup } from './backup-file.ts'

let place: ReturnType<typeof temporaryFolder>
let path: string
const bytes = Buffer.from('FILIGRAB and the rest')
beforeEach(() => {
  place = temporaryFolder()
  path = `${place.path}/copie`
  writeFileSync(path, bytes)
})
afterEach(() => place.remove())

test('a copy is removed while it looks like the one that was made', () => {
  expect(removeBackup(path, bytes.length + 1)).toBe(false)
  expect(removeBackup(path, bytes.length)).toBe(true)
  expect(existsSync(path)).toBe(false)
  expect(removeBackup(path, bytes.length)).toBe(false)
})

test.skipIf(process.platform === 'win32')('a copy moved behind a link is not said to be gone', () => {
  renameSync(path, `${place.path}/ailleurs`)
  symlinkSync(`${place.path}/ailleurs`, path)
  expect(removeBackup(path, bytes.length)).toBe(false)
  expect(existsSync(path)).toBe(true)
})
