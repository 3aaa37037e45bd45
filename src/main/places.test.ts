import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPlaces } from './places.ts'
import { openProfile } from './profile.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
const settings = join(folder, 'profile', 'settings.json')
const ownProfile = () => openProfile(settings, (error) => expect.fail(String(error)))
const open = () => openPlaces(ownProfile(), folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('starts in the documents folder, then remembers the vault chosen last, and tells only its name', () => {
  const first = open()
  expect(first.vault()).toEqual({ name: 'carnet.filigrane', exists: false, wasDamaged: false })

  const chosen = join(folder, 'équipe.filigrane')
  const register = join(folder, 'registre-interne.pdf')
  mkdirSync(chosen)
  first.chooseVault(chosen)
  first.chooseReleases(folder)
  first.chooseRegisterFile(register)
  first.chooseImportFile(settings)
  first.chooseDocuments(folder)
  first.chooseNewBackup(register)
  first.chooseBackup(settings)
  first.chooseRestored(chosen)
  const update = {
    file: register,
    room: folder,
    running: { version: '0.1.0', platform: 'linux', arch: 'x64', kind: 'deb' },
  } as const
  first.chooseUpdate(update)
  expect(first.current()).toEqual({
    vault: chosen,
    releases: folder,
    registerFile: register,
    importFile: settings,
    documents: folder,
    newBackup: register,
    backup: settings,
    restored: chosen,
    update,
    newCard: null,
    card: null,
    newPackage: null,
    reviewPackage: null,
    seen: {},
  })

  const second = open()
  expect(second.vault()).toEqual({ name: 'équipe.filigrane', exists: true, wasDamaged: false })
  expect(second.current()).toEqual({
    vault: chosen,
    releases: null,
    registerFile: null,
    importFile: null,
    documents: null,
    newBackup: null,
    backup: null,
    restored: null,
    update: null,
    newCard: null,
    card: null,
    newPackage: null,
    reviewPackage: null,
    seen: {},
  })
})

test('tells of damage in the vault it was found in, until it is left behind', () => {
  const places = open()
  places.noteDamage(true)
  expect(places.vault().wasDamaged).toBe(true)
  places.chooseVault(join(folder, 'sain.filigrane'))
  expect(places.vault().wasDamaged).toBe(false)
  places.noteDamage(true)
  places.noteDamage(false)
  expect(places.vault().wasDamaged).toBe(false)
})

test('remembers how far each vault was', () => {
  const seen = { '0a': { generation: 3, sequence: 12 } }
  ownProfile().remember({ seen })
  expect(open().current().seen).toEqual(seen)
})

test('remembers the language beside the vault, each without touching the other', () => {
  const vault = join(folder, 'autre.filigrane')
  ownProfile().remember({ vault, language: 'fr' })
  ownProfile().remember({ language: 'en' })
  expect(ownProfile().current()).toMatchObject({ vault, language: 'en' })
  ownProfile().remember({ vault: folder })
  expect(ownProfile().current()).toMatchObject({ vault: folder, language: 'en' })
})

test.each(['', '{', '[]', '"fr"', '{"vault":3,"language":"de","seen":{"0a":{"sequence":-1}}}', 'null'])(
  'ignores unreadable settings: %j',
  (text) => {
    writeFileSync(settings, text)
    expect(ownProfile().current()).toEqual({
      vault: null,
      language: 'fr',
      window: null,
      seen: {},
    })
    expect(open().vault().name).toBe('carnet.filigrane')
  },
)
