import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { dutyCommands } from '#shared/contract/duties'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { act, passphrase, savedId } from '../testing/test-engine.ts'

const coordinator = 'le lundi on relit ensemble'
const alias = 'Zorglubine'
let engine: RealEngine
let her: string
beforeEach(async () => {
  engine = await createRealEngine()
  her = await person(alias)
})
afterEach(() => engine.remove())

const person = async (name: string, fields = {}) =>
  savedId(engine.handlers['people.save'](fictional.person({ aliases: [name], ...fields })))
const order = (fields = {}) => ({
  personId: her,
  mode: 'destroy' as const,
  reason: 'retention' as const,
  decidedBy: 'Coordination fictive',
  hide: [],
  nobody: [],
  emptied: [],
  act,
  passphrase,
  ...fields,
})
const close = () =>
  engine.handlers['people.saveBondStage']({
    personId: her,
    stage: 'closed',
    on: '2020-05-01',
    replaces: '2026-11-24',
  })
const decide = (fields = {}) => engine.handlers['erasures.decide'](order(fields))
const preview = async (fields = {}) => {
  const { passphrase: _, ...asked } = order(fields)
  const reply = await engine.handlers['erasures.preview'](asked)
  if (!reply.ok) throw new Error(reply.failure)
  expect(dutyCommands['erasures.preview'].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}
const left = async () => {
  const reply = await engine.handlers['erasures.copies']()
  if (!reply.ok) throw new Error(reply.failure)
  expect(dutyCommands['erasures.copies'].output.parse(reply.value)).toEqual(reply.value)
  return reply.value.map(({ name, state }) => [name, state])
}
/** A copy of the vault in a folder of that name, which the vault knows of. */
async function backUp(folder: string): Promise<string> {
  mkdirSync(join(engine.folder, folder), { recursive: true })
  const file = join(engine.folder, folder, `${folder}.filigrane-sauvegarde`)
  engine.places.newBackup = file
  const made = await engine.handlers['backups.make']({ act: uuid() })
  if (!made.ok) throw new Error(made.failure)
  return file
}
const rehearse = (file: string) => {
  engine.places.backup = file
  return engine.handlers['backups.rehearse']({
    act: uuid(),
    secret: { kind: 'passphrase', passphrase, role: 'worker' },
  })
}
const peopleIn = async (file: string) => {
  const tried = await rehearse(file)
  return tried.ok ? tried.value.copy.people : tried.failure
}
/** Every file under the test’s folder: the vault, what was made of it, what a rehearsal leaves. */
const everyFile = () =>
  readdirSync(engine.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

test('the copies within reach go, those away are listed, go once plugged in, and a copy made since stays', async () => {
  await close()
  const [near, far] = [await backUp('poste'), await backUp('cle')]
  expect(await peopleIn(near)).toBe(1)
  renameSync(join(engine.folder, 'cle'), join(engine.folder, 'cle-debranchee'))
  expect(await left()).toEqual([])
  expect(await decide()).toMatchObject({ ok: true })

  expect(existsSync(near)).toBe(false)
  expect(await left()).toEqual([['cle.filigrane-sauvegarde', 'away']])
  const since = await backUp('nouvelle')
  expect(await peopleIn(since)).toBe(0)
  expect(await engine.handlers['erasures.purge']({ act })).toEqual(ok())
  expect(await left()).toEqual([['cle.filigrane-sauvegarde', 'away']])

  renameSync(join(engine.folder, 'cle-debranchee'), join(engine.folder, 'cle'))
  expect(await left()).toEqual([['cle.filigrane-sauvegarde', 'here']])
  // control: that one does hold her
  expect(await peopleIn(far)).toBe(1)
  expect(await engine.handlers['erasures.purge']({ act })).toEqual(ok())
  expect([existsSync(far), existsSync(since)]).toEqual([false, true])
  expect(await left()).toEqual([])
})

test('a copy the disk refuses to remove, or replaced by something else, is said to be there still', async () => {
  await close()
  const [locked, replaced] = [await backUp('protegee'), await backUp('remplacee')]
  writeFileSync(replaced, 'autre chose')
  const folder = join(engine.folder, 'protegee')
  renameSync(folder, `${folder}-ailleurs`)
  expect(await decide()).toMatchObject({ ok: true })
  renameSync(`${folder}-ailleurs`, folder)
  chmodSync(folder, 0o555)
  // permissions do not hold root back: the files are then somebody else’s, and so is the act
  const isRoot = process.getuid?.() === 0
  if (isRoot)
    for (const path of [
      engine.folder,
      engine.places.vault,
      join(engine.places.vault, 'packs'),
      ...everyFile(),
    ])
      chownSync(path, 65534, 65534)
  if (isRoot) process.seteuid?.(65534)
  const purged = await engine.handlers['erasures.purge']({ act })
  if (isRoot) process.seteuid?.(0)
  expect(purged).toEqual(ok())
  expect(await left()).toEqual([
    ['protegee.filigrane-sauvegarde', 'here'],
    ['remplacee.filigrane-sauvegarde', 'changed'],
  ])
  chmodSync(join(engine.folder, 'protegee'), 0o755)
  await engine.handlers['erasures.purge']({ act })
  expect(existsSync(locked)).toBe(false)
  expect(await left()).toEqual([['remplacee.filigrane-sauvegarde', 'changed']])
})

test('no file of the whole folder tells her name: vault, copies, rehearsal, what the disk kept', async () => {
  await engine.handlers['contacts.save'](fictional.contact({ personIds: [her], note: `${alias} passera` }))
  await close()
  const file = await backUp('poste')
  await rehearse(file)
  await decide()
  engine.session.close()
  const spellings = [Buffer.from(alias), Buffer.from(alias, 'utf16le')]
  const files = everyFile()
  expect(files.length).toBeGreaterThan(3)
  for (const path of files) {
    const bytes = readFileSync(path)
    expect(
      spellings.some((spelling) => bytes.includes(spelling)),
      path,
    ).toBe(false)
  }
  // nor does what the keys open
  await engine.handlers['vault.unlock']({ act, passphrase })
  expect(await engine.handlers['search.run']({ text: alias, limit: 5 })).toEqual(ok([]))
})

test('a meeting stays without the file it reviewed; what it decided of somebody else no longer names her', async () => {
  const { handlers } = engine
  const other = await person('Sac rayé')
  const ids: string[] = []
  for (const personId of [her, other])
    ids.push(await savedId(handlers['meetings.saveOnAgenda']({ personId, question: `${alias} ?` })))
  await handlers['meetings.start']()
  const action = { title: `Appeler ${alias}`, doer: 'worker' as const, dueOn: '2026-12-01' }
  for (const id of ids)
    await handlers['meetings.decide']({ id, decision: `Avec ${alias}.`, actions: [action] })
  await handlers['meetings.close']()
  await close()
  expect(await decide()).toMatchObject({ ok: true })
  const held = await handlers['meetings.list']()
  expect(held).toMatchObject({ value: { held: [{ reviews: 1, actions: 1 }] } })
  const vault = engine.session.current()?.vault
  const rows = (table: 'fileReview' | 'reviewAction' | 'followUp') =>
    vault?.all(CompiledQuery.raw(`SELECT * FROM ${table}`))
  expect(rows('fileReview')).toMatchObject([
    { personId: other, question: '[effacé] ?', decision: 'Avec [effacé].' },
  ])
  expect(rows('reviewAction')).toMatchObject([{ title: 'Appeler [effacé]' }])
  expect(rows('followUp')).toMatchObject([{ personId: other, title: 'Appeler [effacé]' }])
})

test('what a merge of two others wrote down, and a draft whose line begins with her name, keep no word of her', async () => {
  const { handlers } = engine
  const [kept, twin] = [await person('Sac rayé'), await person('Sac à rayures')]
  await handlers['meetings.saveOnAgenda']({ personId: twin, question: `Avec ${alias} ?` })
  const told = { information: `Vue avec ${alias}`, recipient: `La sœur de ${alias}` }
  await handlers['disclosures.save'](fictionalDuties.disclosure({ personId: twin, ...told }))
  const consent = { personId: twin, givenBy: 'parent' as const, parent: `${alias}, sa mère` }
  await handlers['consents.save'](fictionalDuties.consent(consent))
  await handlers['people.merge']({ keepId: kept, duplicateId: twin })
  await handlers['draft.keep']({ note: `Au hall.\n${alias} dort.` })
  const vault = engine.session.current()?.vault
  const written = () =>
    JSON.stringify([
      vault?.all(CompiledQuery.raw('SELECT changes FROM personMerge')),
      vault?.all(CompiledQuery.raw('SELECT fields FROM contactDraft')),
    ])
  // control: before, it is there
  expect(written().split(alias)).toHaveLength(10)
  await close()
  expect(await decide()).toMatchObject({ ok: true })
  expect(written()).not.toContain(alias)
  expect(await handlers['draft.read']()).toEqual(ok(null))
  expect(await handlers['people.unmerge']({ id: twin })).toMatchObject({ ok: true })
  expect(await handlers['disclosures.list']()).toMatchObject({
    value: [{ personId: twin, information: 'Vue avec [effacé]', recipient: 'La sœur de [effacé]' }],
  })
})

test('the worker’s key reads sealed notes again, and seals them back without her', async () => {
  const { handlers } = engine
  const other = await person('Sac rayé', { safetyNote: `évite ${alias}`, safetyNoteSealed: true })
  const sealed = (personIds: string[], note: string) =>
    savedId(handlers['contacts.save'](fictional.contact({ personIds, note, noteSealed: true })))
  const shared = await sealed([her, other], `${alias} a crié, lui non`)
  const elsewhere = await sealed([other], `il parle de ${alias}`)
  const about = await sealed([other], 'il parle de lui')
  await close()
  expect(await preview()).toMatchObject({
    shared: [{ isSealed: true, isUnread: false, pieces: [] }],
    mentions: [],
    sealed: { corrected: 2, unread: 0 },
  })
  expect(await decide()).toMatchObject({ ok: true })
  const read = async (id: string) => handlers['contacts.openNote']({ id })
  expect(await read(shared)).toEqual(ok({ note: '[effacé] a crié, lui non' }))
  expect(await read(elsewhere)).toEqual(ok({ note: 'il parle de [effacé]' }))
  expect(await read(about)).toEqual(ok({ note: 'il parle de lui' }))
  expect(await handlers['people.openSafetyNote']({ id: other })).toEqual(ok({ note: 'évite [effacé]' }))
})

test('the coordinator’s key blanks a shared sealed note, or leaves the erasure to the worker; the others are counted', async () => {
  const { handlers, session } = engine
  const other = await person('Sac rayé', { safetyNote: 'un chien', safetyNoteSealed: true })
  const shared = await savedId(
    handlers['contacts.save'](fictional.contact({ personIds: [her, other], note: 'x', noteSealed: true })),
  )
  await close()
  await handlers['security.letCoordinatorIn']({ act: uuid(), passphrase, newPassphrase: coordinator })
  session.close()
  await handlers['vault.unlock']({ act, passphrase: coordinator, role: 'coordinator' })
  const key = `contact ${shared}`
  expect(await preview()).toMatchObject({
    shared: [{ key, isSealed: true, isUnread: true }],
    sealed: { corrected: 0, unread: 1 },
  })
  expect(await decide({ passphrase: coordinator })).toEqual(failed('sealed-note-unread'))
  expect(await handlers['people.read']({ id: her })).toMatchObject({ ok: true })
  expect(await decide({ passphrase: coordinator, emptied: [key] })).toMatchObject({ ok: true })
  session.close()
  await handlers['vault.unlock']({ act, passphrase })
  expect(await handlers['contacts.openNote']({ id: shared })).toEqual(failed('not-found'))
  expect(await handlers['people.openSafetyNote']({ id: other })).toEqual(ok({ note: 'un chien' }))
})
