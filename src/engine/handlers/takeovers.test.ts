import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { readIdentity } from '#core/review/repository/packages'
import { sealedNoteOf } from '#core/caseload/repository/contacts'
import type { Input } from '#shared/contract'
import { takeoverCommands } from '#shared/contract/takeovers'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, lastTwo, newSheet, type RealEngine } from '../testing/real-engine.ts'
import { act, passphrase, savedId } from '../testing/test-engine.ts'

const fresh = 'la phrase de la nouvelle'
const coordinator = 'la phrase de la coordination'
const again = 'une autre pour la coordination'
const present = { organization: 'Gisèle Fictive', coordinator: 'Nadia Fictive', worker: 'Lou Fictive' }
let engine: RealEngine
let marc: string
let sealedId: string
let papers: string

/** A notebook whose worker is gone: a coordinator has a way in, a note is sealed, the review key is made. */
beforeEach(async () => {
  engine = await createRealEngine()
  papers = mkdtempSync(join(tmpdir(), 'filigrane-takeover-'))
  const { handlers } = engine
  marc = await savedId(handlers['people.save'](fictional.person()))
  const note = fictional.contact({
    personIds: [marc],
    unidentifiedCount: 0,
    note: 'pour elle',
    noteSealed: true,
  })
  sealedId = await savedId(handlers['contacts.save'](note))
  await handlers['security.letCoordinatorIn']({ act: uuid(), passphrase, newPassphrase: coordinator })
  engine.places.newCard = join(papers, 'ma-cle.filigrane-cle')
  await handlers['packages.writeCard']()
  engine.places.documents = papers
})
afterEach(() => {
  engine.remove()
  rmSync(papers, { recursive: true, force: true })
})

const unlocks = async (typed: string, role: 'worker' | 'coordinator' = 'worker') => {
  engine.session.close()
  return engine.handlers['vault.unlock']({ act, passphrase: typed, role })
}
const recovers = async (words: string, newPassphrase = fresh) => {
  engine.session.close()
  return engine.handlers['vault.recover']({ act, words, newPassphrase })
}
async function run(fields: Partial<Input<'takeovers.run'>> = {}) {
  const words = await newSheet(engine)
  const asked = {
    act: uuid(),
    passphrase: fresh,
    newPassphrase: null,
    coordinator: again,
    retyped: lastTwo(words),
    notes: 'pass' as const,
    present,
    ...fields,
  }
  const reply = await engine.handlers['takeovers.run'](takeoverCommands['takeovers.run'].input.parse(asked))
  return { reply, words: words.join(' ') }
}
const read = async () => {
  const found = await engine.handlers['takeovers.read']()
  if (!found.ok) throw new Error(found.failure)
  return takeoverCommands['takeovers.read'].output.parse(found.value)
}
const vaultNow = () => {
  const vault = engine.session.current()?.vault
  if (!vault) throw new Error('locked')
  return vault
}

describe('from the recovery sheet alone', () => {
  test('the new worker opens; the old passphrase, the old sheet and the coordinator’s old one do not', async () => {
    await recovers(engine.words)
    const { reply, words } = await run()
    expect(reply).toMatchObject({ ok: true, value: { removed: 0, outOfReach: [] } })
    expect(await unlocks(passphrase)).toEqual(failed('wrong-passphrase'))
    expect(await unlocks(coordinator, 'coordinator')).toEqual(failed('wrong-passphrase'))
    expect(await recovers(engine.words)).toEqual(failed('recovery-words-other'))
    expect(await unlocks(again, 'coordinator')).toMatchObject({ ok: true, value: { role: 'coordinator' } })
    expect(await unlocks(fresh)).toMatchObject({ ok: true, value: { role: 'worker' } })
    expect(await engine.handlers['contacts.openNote']({ id: sealedId })).toEqual(ok({ note: 'pour elle' }))
    expect(await recovers(words)).toMatchObject({ ok: true })
  })

  test('is entered, once, in the register and in the access log; the review key is new', async () => {
    await recovers(engine.words)
    await run({ coordinator: null })
    const { held, sealedNotes } = await read()
    expect(held).toMatchObject([{ ...present, notes: 'pass', noteCount: 1, coordinatorLetIn: false }])
    expect(sealedNotes).toBe(1)
    expect(readIdentity(vaultNow())).toBeUndefined()
    const log = await engine.handlers['accessLog.list']({ limit: 5, offset: 0 })
    expect(log.ok && log.value.rows[0]).toMatchObject({ act: 'takenOver', recordId: held[0]?.id })
    expect(await unlocks(again, 'coordinator')).toEqual(failed('wrong-passphrase'))
  })

  test('the notes destroyed are nowhere any more, whatever is undone', async () => {
    await recovers(engine.words)
    await engine.handlers['people.save']({ id: marc, ...fictional.person({ howMet: 'au parc' }) })
    const { reply } = await run({ notes: 'destroy' })
    expect(reply).toMatchObject({ ok: true })
    expect(sealedNoteOf(vaultNow(), sealedId)).toBeNull()
    expect(await engine.handlers['contacts.openNote']({ id: sealedId })).toEqual(failed('not-found'))
    expect(await engine.handlers['history.undo']({ act })).toEqual(failed('nothing-to-undo'))
    const { held, sealedNotes } = await read()
    expect(held).toMatchObject([{ notes: 'destroy', noteCount: 1 }])
    expect(sealedNotes).toBe(0)
    expect(readdirSync(engine.places.vault).filter((name) => name.endsWith('.manifest'))).toHaveLength(1)
  })

  test('given up on the way, it leaves everything as it was', async () => {
    await recovers(engine.words)
    const words = await newSheet(engine)
    const act = uuid()
    const under = engine.handlers['takeovers.run']({
      act,
      passphrase: fresh,
      newPassphrase: null,
      coordinator: again,
      retyped: lastTwo(words),
      notes: 'destroy',
      present,
    })
    await Promise.resolve()
    await engine.handlers['acts.cancel']({ act })
    expect(await under).toEqual(failed('cancelled'))
    expect(await read()).toMatchObject({ held: [], sealedNotes: 1 })
    expect(readIdentity(vaultNow())).toBeDefined()
    expect(await recovers(words.join(' '))).toEqual(failed('recovery-words-other'))
    expect(await unlocks(coordinator, 'coordinator')).toMatchObject({ ok: true })
    expect(await unlocks(fresh)).toMatchObject({ ok: true })
  })
})

test('she who leaves may hand over herself, to somebody with another passphrase', async () => {
  expect((await run({ passphrase })).reply).toEqual(failed('same-passphrase'))
  expect((await run({ passphrase, newPassphrase: passphrase })).reply).toEqual(failed('same-passphrase'))
  expect((await run({ passphrase, newPassphrase: fresh })).reply).toMatchObject({ ok: true })
  expect(await unlocks(passphrase)).toEqual(failed('wrong-passphrase'))
  expect(await unlocks(fresh)).toMatchObject({ ok: true })
})

test('is refused for a wrong passphrase, words not retyped, or the coordinator alone', async () => {
  expect((await run({ passphrase: 'fausse' })).reply).toEqual(failed('wrong-passphrase'))
  expect((await run({ passphrase, newPassphrase: fresh, retyped: ['x', 'y'] })).reply).toEqual(
    failed('recovery-words-mismatch'),
  )
  await unlocks(coordinator, 'coordinator')
  expect((await run({ passphrase: coordinator })).reply).toEqual(failed('worker-only'))
  engine.session.close()
  expect((await run()).reply).toEqual(failed('vault-locked'))
  expect(await engine.handlers['takeovers.read']()).toEqual(failed('vault-locked'))
  expect(await engine.handlers['obligations.list']()).toEqual(failed('vault-locked'))
  expect(await engine.handlers['takeovers.print']({ id: uuid() })).toEqual(failed('vault-locked'))
})

test('tells what waits, and prints it without a name', async () => {
  const { handlers } = engine
  await handlers['requests.save'](
    fictionalDuties.request({ personId: marc, receivedOn: '2026-10-01', lateWords: 'absence' }),
  )
  await handlers['disclosures.save'](fictionalDuties.disclosure({ personId: marc }))
  await handlers['confidentialityIncidents.save'](fictionalDuties.confidentialityIncident())
  await handlers['followUps.save'](fictional.followUp({ personId: marc, title: 'Rappeler Le grand Marc' }))
  await handlers['meetings.saveOnAgenda']({ personId: marc, question: '' })
  await run({ passphrase, newPassphrase: fresh })
  const { held } = await read()
  const open = await handlers['obligations.list']()
  if (!open.ok) throw new Error(open.failure)
  expect(takeoverCommands['obligations.list'].output.parse(open.value)).toMatchObject({
    requests: [{ alias: 'Le grand Marc', daysLeft: -24 }],
    disclosures: [{ alias: 'Le grand Marc' }],
    incidents: [{ knownOn: '2026-11-18' }],
    followUps: [{ title: 'Rappeler Le grand Marc' }],
    openReferrals: 0,
    agenda: 1,
  })
  expect(await handlers['takeovers.print']({ id: uuid() })).toEqual(failed('not-found'))
  expect(await handlers['takeovers.print']({ id: held[0]?.id ?? '' })).toMatchObject({ ok: true })
  const page = engine.printer.pages.at(-1) ?? ''
  expect(page).toContain('Gisèle Fictive')
  expect(page).toContain('1, dont 1 en retard')
  expect(page).toContain('1 note scellée passe à la nouvelle intervenante sans être lue.')
  // no copy is known: none is spoken of as if it were named
  expect(page).toContain('toute copie dont Filigrane ne sait rien')
  expect(page).not.toMatch(/grand Marc/u)
  expect(readdirSync(papers).some((name) => /^relais-.*\.pdf$/u.test(name))).toBe(true)
})
