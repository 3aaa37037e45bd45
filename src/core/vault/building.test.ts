import { beforeEach, expect, test } from 'vitest'
import { beginBuilding, discardVault, finishBuilding, makeVaultFolder } from './building.ts'
import { createMemoryFiles, type MemoryFiles } from './testing/memory-files.ts'
import { failureIn } from './testing/sample.ts'

let files: MemoryFiles
beforeEach(() => {
  files = createMemoryFiles()
})

test('a vault is built beside its place, then takes it, an empty folder giving way', () => {
  files.makeFolder('/v')
  const building = beginBuilding(files, '/v')
  expect(building).toBe('/v.creating')
  makeVaultFolder(files, building)
  expect(files.list(building)).toEqual(['packs'])
  finishBuilding(files, building, '/v')
  expect(files.list('')).toEqual(['v'])
  expect(files.list('/v')).toEqual(['packs'])
  expect(files.operations.at(-1)).toEqual({ kind: 'sync-folder', path: '' })
})

test('a folder somebody filled meanwhile keeps its place', () => {
  files.makeFolder('/v')
  const building = beginBuilding(files, '/v')
  makeVaultFolder(files, building)
  files.makeFolder('/v/autre')
  expect(failureIn(() => finishBuilding(files, building, '/v'))).toBe('already-exists')
  expect(files.list('/v')).toEqual(['autre'])
})

test('discarding removes what a vault has, whether whole or half built, and needs nothing there', () => {
  discardVault(files, '/v')
  files.makeFolder('/v')
  files.open('/v/0001.journal', 'create').close()
  discardVault(files, '/v')
  expect(files.list('')).toEqual([])
  makeVaultFolder(files, '/v')
  for (const path of ['/v/ballast', '/v/packs/a', '/v/packs/b']) files.open(path, 'create').close()
  discardVault(files, '/v')
  expect([...files.all().keys(), ...files.list('')]).toEqual([])
})

test('of a link only the link goes: what it leads to is somebody’s', () => {
  makeVaultFolder(files, '/v')
  files.open('/v/ballast', 'create').close()
  files.open('/photo', 'create').close()
  // in memory, what is said to be a link leads nowhere: removed as a link, the folder would stay behind the name
  files.removeFolder('/v/packs')
  files.open('/v/packs', 'create').close()
  files.makeLink('/v/packs')
  discardVault(files, '/v')
  expect([...files.all().keys()]).toEqual(['/photo'])

  files.open('/w', 'create').close()
  files.makeLink('/w')
  discardVault(files, '/w')
  expect([...files.all().keys()]).toEqual(['/photo'])
})

test('what cannot be made or removed is told as it is', () => {
  expect(failureIn(() => makeVaultFolder(files, '/nulle/part'))).toBe('vault-missing')
  files.refuse = () => 'no-permission'
  expect(failureIn(() => makeVaultFolder(files, '/v'))).toBe('no-permission')
  files.refuse = () => null
  files.makeFolder('/v')
  files.refuse = ({ kind }) => (kind === 'remove-folder' ? 'no-permission' : null)
  expect(failureIn(() => discardVault(files, '/v'))).toBe('no-permission')
})
