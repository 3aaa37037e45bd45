import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { updateCommands } from '#shared/contract/updates'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { act, passphrase } from '../testing/test-engine.ts'
import { manifestOf, newSigningKey, running, updateFile } from '../testing/update-file.ts'
import { readPublicKeys } from '../updates/minisign.ts'

const key = newSigningKey()
const content = new Uint8Array(5000).fill(9)
let engine: RealEngine
beforeEach(async () => {
  engine = await createRealEngine({ updateKeys: () => readPublicKeys(key.publicKey) })
  const room = join(engine.folder, 'room')
  mkdirSync(room)
  const file = join(engine.folder, 'filigrane.filigrane-maj')
  writeFileSync(file, updateFile(content, key))
  engine.places.update = { file, room, running }
  engine.places.newBackup = join(engine.folder, 'copie.filigrane-sauvegarde')
})
afterEach(() => engine.remove())

const check = () => engine.handlers['updates.check']({ act: uuid() })
const prepare = (backup: string) => engine.handlers['updates.prepare']({ act: uuid(), backup })
const backUp = async () => {
  const made = await engine.handlers['backups.make']({ act: uuid() })
  if (!made.ok) throw new Error(made.failure)
  return made.value.id
}

test('it says beforehand whether it can verify any', async () => {
  expect(await engine.handlers['updates.read'](undefined)).toEqual(ok({ hasKey: true }))
  const keyless = await createRealEngine({
    updateKeys: () => readPublicKeys('untrusted comment: none yet\n'),
  })
  expect(await keyless.handlers['updates.read'](undefined)).toEqual(ok({ hasKey: false }))
  keyless.remove()
})

test('verified, then copied: main may install that very package', async () => {
  const found = await check()
  expect(found).toEqual(ok({ version: '1.5.0', size: 5000, notes: manifestOf(content).notes }))
  if (found.ok) expect(updateCommands['updates.check'].output.parse(found.value)).toEqual(found.value)
  expect(engine.installable).toEqual([])
  // what is written after the check, a draft for one, does not make the copy too old
  await engine.handlers['people.save'](fictional.person())
  expect(await prepare(await backUp())).toEqual(ok())
  const path = join(engine.places.update?.room ?? '', 'filigrane_1.5.0_amd64.deb')
  expect(engine.installable).toEqual([{ path, kind: 'deb' }])
  expect(readFileSync(path).equals(content)).toBe(true)
})

test('nothing is prepared without a check, nor without a copy made after it', async () => {
  await engine.handlers['people.save'](fictional.person())
  const before = await backUp()
  expect(await prepare(before)).toEqual(failed('update-not-ready'))
  await check()
  expect(await prepare(before)).toEqual(failed('update-needs-backup'))
  expect(await prepare(uuid())).toEqual(failed('update-needs-backup'))
  expect(engine.installable).toEqual([])
})

test('a copy of the vault that changed, or is gone, is no copy', async () => {
  await check()
  const id = await backUp()
  const file = engine.places.newBackup ?? ''
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1))
  expect(await prepare(id)).toEqual(failed('backup-damaged'))
  expect(engine.installable).toEqual([])
})

test('a package changed since it was verified is not handed over', async () => {
  await check()
  const id = await backUp()
  writeFileSync(join(engine.places.update?.room ?? '', 'filigrane_1.5.0_amd64.deb'), 'autre chose')
  expect(await prepare(id)).toEqual(failed('update-altered'))
  expect(engine.installable).toEqual([])
})

test('a check that fails takes back the one before', async () => {
  await check()
  const id = await backUp()
  writeFileSync(engine.places.update?.file ?? '', 'autre chose')
  expect(await check()).toEqual(failed('not-an-update'))
  expect(await prepare(id)).toEqual(failed('update-not-ready'))
})

test('given up before its turn, nothing is verified', async () => {
  const act = uuid()
  const checking = engine.handlers['updates.check']({ act })
  await engine.handlers['acts.cancel']({ act })
  expect(await checking).toEqual(failed('cancelled'))
  expect(await prepare(uuid())).toEqual(failed('update-not-ready'))
})

test('nobody chose a file; the vault is locked; it is opened with the coordinator’s key', async () => {
  const chosen = engine.places.update
  engine.places.update = null
  expect(await check()).toEqual(failed('cancelled'))
  engine.places.update = chosen
  const hers = 'lanterne-prairie-cuivre-hameau'
  await engine.handlers['security.letCoordinatorIn']({ act: uuid(), passphrase, newPassphrase: hers })
  engine.session.close()
  expect(await check()).toEqual(failed('vault-locked'))
  expect(await prepare(uuid())).toEqual(failed('vault-locked'))
  await engine.handlers['vault.unlock']({ act, passphrase: hers, role: 'coordinator' })
  expect(await check()).toEqual(failed('worker-only'))
})
