import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '#core/caseload/migrations'
import { query } from '#core/caseload/tables'
import { failed, ok } from '#core/result'
import { createStore, doorsOf, openStore, type OpenStore } from './store.ts'
import { foundIndependently, python, openIndependently } from './store/testing/independent-reader.ts'
import { realPorts, recoveryWords, temporaryFolder } from './store/testing/real-ports.ts'
import { fictional } from './testing/fictional.ts'
import {
  act,
  createOpenEngine,
  createTestEngine,
  lastWords,
  passphrase,
  savedId,
  type TestEngine,
} from './testing/test-engine.ts'
import { newCaseload } from './new-caseload.ts'
import { ended, withoutCopies } from './testing/memory-vault.ts'
import { finish } from './store/long-act.ts'

const coordinator = 'le lundi on relit ensemble'
const canary = 'zorglubine'
const sealedNotes = query.selectFrom('contact').select('sealedNote').orderBy('id').compile()
const place = temporaryFolder()
const folder = `${place.path}/carnet.filigrane`
let engine: TestEngine
let store: OpenStore

/** A real vault at full cost, so that the program in another language accepts it. */
beforeAll(async () => {
  const ports = await realPorts()
  const keep = (opened: OpenStore) => {
    store = opened
    return ok(opened)
  }
  engine = await createTestEngine({
    vaults: {
      ...withoutCopies,
      create: (_, { passphrase }) => {
        const made = createStore(ports, { folder, passphrase, recoveryWords, ...newCaseload })
        return ended(made.ok ? keep(made.value) : made)
      },
      open: (_, secret) => {
        const opened = openStore(ports, { folder, secret, migrations })
        return ended(opened.ok ? keep(opened.value) : opened)
      },
      doors: () => doorsOf(ports, folder),
    },
  })
  await engine.handlers['vault.proposeRecovery']()
  await engine.handlers['vault.create']({ act, passphrase, retyped: lastWords })
  expect(finish(store.setSecret({ role: 'coordinator', typed: coordinator }))).toEqual(ok())
}, 120_000)
afterAll(() => place.remove())

const listed = async () => {
  const reply = await engine.handlers['contacts.list']({ limit: 10, offset: 0 })
  return reply.ok ? reply.value.rows : []
}
/** Whether the coordinator’s key finds the text anywhere in the folder, in whatever generation. */
const coordinatorFinds = (text: string) => {
  expect(store.checkpoint()).toMatchObject({ ok: true })
  return foundIndependently(folder, 'coordinator', coordinator, [Buffer.from(text)]).length > 0
}

describe.skipIf(python === null)('read by a program in another language, with the coordinator’s key', () => {
  test('a text sealed after it was written is nowhere any more, nor its draft; what is not sealed is there', async () => {
    await engine.handlers['draft.keep']({ note: `brouillon ${canary}` })
    const contact = fictional.contact({ note: `une ${canary} en clair, et une marguerite` })
    const id = await savedId(engine.handlers['contacts.save'](contact))
    await engine.handlers['contacts.save'](fictional.contact({ note: 'bonjour monde' }))
    expect(coordinatorFinds(canary)).toBe(true)

    await engine.handlers['draft.keep']({ note: `brouillon ${canary}` })
    expect(await engine.handlers['draft.keep']({ note: `brouillon ${canary}`, noteSealed: true })).toEqual(
      ok(),
    )
    expect(await engine.handlers['draft.read']()).toEqual(
      ok({ note: `brouillon ${canary}`, noteSealed: true }),
    )
    await engine.handlers['contacts.save']({ ...contact, id, noteSealed: true })
    expect(coordinatorFinds(canary)).toBe(false)
    expect(coordinatorFinds('marguerite')).toBe(false)
    expect(coordinatorFinds('monde')).toBe(true)
  }, 120_000)

  test('a note sealed from its first word never was there', async () => {
    const sealed = fictional.contact({ note: 'une pervenche', noteSealed: true })
    await savedId(engine.handlers['contacts.save'](sealed))
    expect(coordinatorFinds('pervenche')).toBe(false)
  }, 60_000)

  test('its bytes open for the worker’s secret, not for the coordinator’s', () => {
    const sealed = store.all(sealedNotes).flatMap((row) => (row.sealedNote === null ? [] : [row.sealedNote]))
    const texts = ['une zorglubine en clair, et une marguerite', 'une pervenche']
    const opened = (role: string, secret: string) => openIndependently(folder, role, secret, ...sealed)
    expect(opened('worker', passphrase)).toEqual([texts])
    expect(opened('coordinator', coordinator)).toEqual([[null, null]])
  }, 60_000)
})

describe.skipIf(python === null)('a safety note, read so', () => {
  const sealedSafetyNotes = query
    .selectFrom('person')
    .select('sealedSafetyNote')
    .where('sealedSafetyNote', 'is not', null)
    .orderBy('id')
    .compile()

  test('sealed after it was written, and after a merge, is nowhere in plain; each key opens what it may', async () => {
    const { handlers } = engine
    const guarded = (alias: string, safetyNote: string) => fictional.person({ aliases: [alias], safetyNote })
    const kept = guarded('Casquette rayée', 'un bancolaire à la ceinture')
    const id = await savedId(handlers['people.save'](kept))
    const twin = await savedId(handlers['people.save'](guarded('Casquette à rayures', 'une hallebarde')))
    await handlers['people.merge']({ keepId: id, duplicateId: twin })
    for (const word of ['bancolaire', 'hallebarde']) expect(coordinatorFinds(word)).toBe(true)
    const sealed = { ...kept, id, safetyNote: 'un bancolaire, une hallebarde', safetyNoteSealed: true }
    expect(await handlers['people.save'](sealed)).toMatchObject({ value: { isUndoable: false } })
    for (const word of ['bancolaire', 'hallebarde']) expect(coordinatorFinds(word)).toBe(false)
    expect(coordinatorFinds('Casquette')).toBe(true)
    expect(await handlers['search.run']({ text: 'hallebarde', limit: 5 })).toEqual(ok([]))
    expect(await handlers['people.read']({ id })).toMatchObject({
      value: { person: { safetyNote: '', safetyNoteSealed: true } },
    })
    for (let undone = true; undone;) undone = (await handlers['history.undo']({ act })).ok
    expect(coordinatorFinds('hallebarde')).toBe(false)

    const bytes = store.all(sealedSafetyNotes).flatMap(({ sealedSafetyNote }) => sealedSafetyNote ?? [])
    const opened = (role: string, secret: string) => openIndependently(folder, role, secret, ...bytes)
    expect(opened('worker', passphrase)).toEqual([['un bancolaire, une hallebarde', 'une hallebarde']])
    expect(opened('coordinator', coordinator)).toEqual([[null, null]])

    // separated again, the duplicate keeps its own, sealed
    await handlers['people.unmerge']({ id: twin })
    expect(await handlers['people.openSafetyNote']({ id: twin })).toEqual(ok({ note: 'une hallebarde' }))
    expect(await handlers['people.openSafetyNote']({ id })).toEqual(
      ok({ note: 'un bancolaire, une hallebarde' }),
    )
  }, 120_000)
})

test('two sealed safety notes stay whole in a merge; left as it is, a sealed one outlives a correction', async () => {
  const { handlers } = await createOpenEngine()
  const guarded = (alias: string, safetyNote: string) =>
    fictional.person({ aliases: [alias], safetyNote, safetyNoteSealed: true })
  const id = await savedId(handlers['people.save'](guarded('Casquette rayée', 'une lance')))
  const twin = await savedId(handlers['people.save'](guarded('Casquette à rayures', 'un écu')))
  await handlers['people.save']({ ...guarded('Casquette rayée', ''), id, strengths: 'rit' })
  await handlers['people.merge']({ keepId: id, duplicateId: twin })
  expect(await handlers['people.openSafetyNote']({ id })).toEqual(ok({ note: 'une lance\n\nun écu' }))
  await handlers['people.save']({ ...guarded('Casquette rayée', 'une lance'), id, safetyNoteSealed: false })
  expect(await handlers['people.openSafetyNote']({ id })).toEqual(failed('not-found'))
})

test('the worker opens it; neither the search, the list nor an undo tells its text', async () => {
  const contact = fictional.contact({ note: 'il parle de Fantomas' })
  const id = await savedId(engine.handlers['contacts.save'](contact))
  await engine.handlers['contacts.save']({ ...contact, id, note: 'il parle de Fantomas, encore' })
  await engine.handlers['contacts.save']({ ...contact, id, noteSealed: true })
  expect(await engine.handlers['contacts.openNote']({ id })).toEqual(ok({ note: 'il parle de Fantomas' }))
  expect((await listed()).find((row) => row.id === id)).toMatchObject({ note: '', noteSealed: true })
  expect(await engine.handlers['search.run']({ text: 'Fantomas', limit: 10 })).toEqual(ok([]))
  for (let undone = true; undone;) undone = (await engine.handlers['history.undo']({ act })).ok
  expect((await listed()).filter(({ note }) => note.includes('Fantomas'))).toEqual([])
})

test('saved again without its text, it stays as it was; unsealed, it is plain and that is not undone', async () => {
  const contact = fictional.contact({ note: 'une capucine', noteSealed: true })
  const id = await savedId(engine.handlers['contacts.save'](contact))
  await engine.handlers['contacts.save']({ ...contact, id, note: '', durationMinutes: 45 })
  expect(await engine.handlers['contacts.openNote']({ id })).toEqual(ok({ note: 'une capucine' }))
  await engine.handlers['contacts.save']({ ...contact, id, noteSealed: false })
  expect(await engine.handlers['contacts.openNote']({ id })).toEqual(failed('not-found'))
  await engine.handlers['history.undo']({ act })
  expect((await listed()).find((row) => row.id === id)).toMatchObject({ note: 'une capucine' })
})

test('each save says whether it can be undone: beside one that cannot, Undo would take back the act before', async () => {
  const { handlers } = await createOpenEngine()
  const contact = fictional.contact({ note: 'une capucine' })
  const saved = (fields: object) => handlers['contacts.save']({ ...contact, ...fields })
  const plain = await saved({})
  const id = plain.ok ? plain.value.id : ''
  expect(plain).toMatchObject({ value: { isUndoable: true } })
  expect(await saved({ id, noteSealed: true })).toMatchObject({ value: { isUndoable: false } })
  expect(await saved({ id, note: '', noteSealed: true, durationMinutes: 45 })).toMatchObject({
    value: { isUndoable: true },
  })
  expect(await saved({ id, noteSealed: false })).toMatchObject({ value: { isUndoable: false } })
  expect(await saved({ note: 'neuve', noteSealed: true })).toMatchObject({ value: { isUndoable: true } })
})

test('what was sealed for another vault, or changed, is said to be unreadable', async () => {
  const id = await savedId(
    engine.handlers['contacts.save'](fictional.contact({ note: 'x', noteSealed: true })),
  )
  const foreign = query.updateTable('contact').set({ sealedNote: 'AAAA' }).where('id', '=', id)
  store.transact((tx) => {
    tx.run(foreign.compile())
    return ok()
  })
  expect(await engine.handlers['contacts.openNote']({ id })).toEqual(failed('note-unreadable'))
})

test('older copies that cannot be removed are told; the note is sealed all the same', async () => {
  const other = await createOpenEngine()
  const contact = fictional.contact({ note: 'en clair' })
  const id = await savedId(other.handlers['contacts.save'](contact))
  const vault = other.session.current()?.vault
  if (vault) Object.assign(vault, { eraseDeleted: () => ended(failed('writing-stopped')) })
  const sealed = { ...contact, id, noteSealed: true }
  expect(await other.handlers['contacts.save'](sealed)).toEqual(failed('sealed-copies-remain'))
  expect(await other.handlers['contacts.openNote']({ id })).toEqual(ok({ note: 'en clair' }))
  await other.handlers['draft.keep']({ note: 'en clair' })
  expect(await other.handlers['draft.keep']({ note: 'en clair', noteSealed: true })).toEqual(
    failed('sealed-copies-remain'),
  )
})

test('the coordinator lists it, and opens nothing, by any command', async () => {
  engine.session.close()
  await engine.handlers['vault.unlock']({ act, passphrase: coordinator, role: 'coordinator' })
  const sealed = (await listed()).filter(({ noteSealed }) => noteSealed)
  expect(sealed.length).toBeGreaterThan(0)
  for (const { id, note } of sealed) {
    expect(note).toBe('')
    expect(await engine.handlers['contacts.openNote']({ id })).toEqual(failed('worker-only'))
  }
  const people = await engine.handlers['people.list']({ limit: 100, offset: 0 })
  const ids = people.ok ? people.value.rows.map(({ id }) => id) : []
  const files = await Promise.all(ids.map(async (id) => engine.handlers['people.read']({ id })))
  const guarded = files.flatMap((file) =>
    file.ok && file.value.person.safetyNoteSealed ? [file.value.person] : [],
  )
  if (python !== null) expect(guarded.length).toBeGreaterThan(0)
  for (const { id, safetyNote } of guarded) {
    expect(safetyNote).toBe('')
    expect(await engine.handlers['people.openSafetyNote']({ id })).toEqual(failed('worker-only'))
  }
  expect(store.openNote(store.sealNote(new Uint8Array([1])))).toBeNull()
  engine.session.close()
}, 30_000)
