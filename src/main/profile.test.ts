import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openProfile } from './profile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what cannot be kept holds until the program ends, is told, and stops nobody', () => {
  const file = join(folder, 'not-a-folder', 'settings.json')
  writeFileSync(join(folder, 'not-a-folder'), '')
  const notKept = vi.fn<(error: unknown) => void>()
  const profile = openProfile(file, notKept)
  const seen = { a: { generation: 3, sequence: 40 } }
  profile.remember({ seen })
  expect(profile.current().seen).toEqual(seen)
  expect(notKept).toHaveBeenCalledOnce()

  rmSync(join(folder, 'not-a-folder'))
  profile.remember({ language: 'en' })
  expect(openProfile(file, notKept).current()).toMatchObject({ seen, language: 'en' })
  expect(notKept).toHaveBeenCalledOnce()
})

test.skipIf(process.platform === 'win32')('it is nobody else’s to read', () => {
  mkdirSync(join(folder, 'own'))
  const file = join(folder, 'own', 'settings.json')
  openProfile(file, (error) => expect.fail(String(error))).remember({ vault: '/ailleurs' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
