import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPlaces } from './places.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
const settings = join(folder, 'profile', 'settings.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('starts in the documents folder, then remembers the vault chosen last, and tells only its name', () => {
  const first = openPlaces(settings, folder)
  expect(first.vault()).toEqual({ name: 'carnet.filigrane', exists: false })

  const chosen = join(folder, 'équipe.filigrane')
  mkdirSync(chosen)
  first.chooseVault(chosen)
  first.chooseReleases(folder)
  first.chooseImportFile(settings)
  expect(first.current()).toEqual({ vault: chosen, releases: folder, importFile: settings })

  const second = openPlaces(settings, folder)
  expect(second.vault()).toEqual({ name: 'équipe.filigrane', exists: true })
  expect(second.current()).toEqual({ vault: chosen, releases: null, importFile: null })
})

test.each(['', '{', '[]', '{"vault":3}', 'null'])('ignores unreadable settings: %j', (text) => {
  writeFileSync(settings, text)
  expect(openPlaces(settings, folder).vault().name).toBe('carnet.filigrane')
})
