import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { failed } from '#core/result'
import { readIdentity } from '#core/review/repository/packages'
import type { Input } from '#shared/contract'
import { dutyCommands } from '#shared/contract/duties'
import { packageCommands } from '#shared/contract/packages'
import { python } from '../store/testing/independent-reader.ts'
import { fictional } from '../testing/fictional.ts'
import { memoryCoordinator } from '../testing/memory-vault.ts'
import { act, createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

let folder: string
let worker: TestEngine
let coordinator: TestEngine
let marc: string
const file = () => join(folder, 'revision.filigrane-revue')
const card = (name: string) => join(folder, `${name}.filigrane-cle`)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'filigrane-packages-'))
  worker = await createOpenEngine()
  coordinator = await createOpenEngine()
  marc = await savedId(worker.handlers['people.save'](fictional.person({ legalName: 'Marc Fictif' })))
  await worker.handlers['people.save'](fictional.person({ aliases: ['Zoé'] }))
  const contact = (note: string, noteSealed: boolean) =>
    worker.handlers['contacts.save'](
      fictional.contact({ personIds: [marc], unidentifiedCount: 0, note, noteSealed }),
    )
  await contact('Zoé l’attend au parc', false)
  await contact('zorglubine, pour elle seule', true)
  await worker.handlers['people.save']({
    id: marc,
    ...fictional.person({
      legalName: 'Marc Fictif',
      safetyNote: 'zorglubine, un couteau',
      safetyNoteSealed: true,
    }),
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function writeCard(engine: TestEngine, name: string): Promise<string> {
  engine.places.newCard = card(name)
  const written = await engine.handlers['packages.writeCard']()
  if (!written.ok) throw new Error(written.failure)
  return written.value.number
}
/** The coordinator's card, compared and registered by the worker; answers its id. */
async function registerCoordinator(): Promise<string> {
  const number = await writeCard(coordinator, 'coordination')
  worker.places.card = card('coordination')
  await worker.handlers['packages.register']({ number, name: 'Coordination', replaces: false })
  return listed(worker).correspondents[0]?.id ?? ''
}
function listed({ handlers }: TestEngine) {
  const list = handlers['packages.list']()
  if (list instanceof Promise || !list.ok) throw new Error('locked')
  return z.parse(packageCommands['packages.list'].output, list.value)
}
const order = (fields: Partial<Input<'packages.make'>> = {}): Input<'packages.make'> => ({
  correspondentId: listed(worker).correspondents[0]?.id ?? '',
  files: [{ personId: marc, question: 'que faire si Zoé refuse' }],
  sinceLastReview: false,
  expiresOn: '2026-12-01',
  note: 'Parlons de Zoé et du grand Marc',
  passphrase,
  ...fields,
})
async function make(fields: Partial<Input<'packages.make'>> = {}) {
  worker.places.newPackage = file()
  return worker.handlers['packages.make'](order(fields))
}
async function makeFor() {
  await registerCoordinator()
  expect(await make()).toMatchObject({ ok: true, value: { files: 1 } })
  coordinator.places.reviewPackage = file()
}
const inspect = () => coordinator.handlers['packages.inspect']()
const open = (trust: Input<'packages.open'>['trust'] = null) =>
  coordinator.handlers['packages.open']({ trust })
async function trusted() {
  const found = await inspect()
  if (!found.ok) throw new Error(found.failure)
  return { number: found.value.sender.number, name: 'Intervenante', replaces: false }
}
const accesses = async ({ handlers }: TestEngine) => {
  const log = await handlers['accessLog.list']({ limit: 100, offset: 0 })
  return log.ok ? log.value.rows : []
}

describe('what a package holds', () => {
  test('is what the coordinator may read: no sealed note, no legal name, nobody else', async () => {
    await makeFor()
    expect(await open(await trusted())).toMatchObject({ ok: true })
    const read = await coordinator.handlers['packages.read']({ place: 0 })
    if (!read.ok) throw new Error(read.failure)
    expect(z.parse(packageCommands['packages.read'].output, read.value)).toEqual(read.value)
    expect(read.value).toMatchObject({
      sender: 'Intervenante',
      count: 1,
      note: 'Parlons de ••• et du grand Marc',
      file: {
        alias: 'Le grand Marc',
        question: 'que faire si ••• refuse',
        since: null,
        safetyNote: '',
        safetyNoteSealed: true,
      },
    })
    expect(read.value.file.entries).toContainEqual(
      expect.objectContaining({ note: '••• l’attend au parc', noteSealed: false, kinds: ['Écoute'] }),
    )
    expect(read.value.file.entries).toContainEqual(expect.objectContaining({ note: '', noteSealed: true }))
    expect(JSON.stringify(read.value)).not.toMatch(/zorglubine|Fictif|Zoé/u)
    expect(await coordinator.handlers['packages.read']({ place: 1 })).toEqual(failed('not-found'))
  })

  test('may begin at the last review', async () => {
    const { handlers } = worker
    await handlers['meetings.saveOnAgenda']({ personId: marc, question: '' })
    const meetings = await handlers['meetings.list']()
    const id = meetings.ok ? (meetings.value.agenda[0]?.id ?? '') : ''
    await handlers['meetings.start']()
    await handlers['meetings.decide']({ id, decision: 'continuer', actions: [] })
    await handlers['meetings.close']()
    await registerCoordinator()
    await make({ sinceLastReview: true })
    coordinator.places.reviewPackage = file()
    await open(await trusted())
    const read = await coordinator.handlers['packages.read']({ place: 0 })
    expect(read.ok && read.value.file.since).toBe('2026-11-24T10:00')
    expect(read.ok && read.value.file.entries.filter(({ type }) => type === 'contact')).toEqual([])
  })

  test('leaves nothing in the recipient’s caseload but that it was opened', async () => {
    await makeFor()
    const people = async () => coordinator.handlers['people.list']({ limit: 100, offset: 0 })
    const before = await people()
    await open(await trusted())
    await coordinator.handlers['packages.finish']()
    expect(await people()).toEqual(before)
    const [entry] = await accesses(coordinator)
    expect(entry).toMatchObject({ act: 'packageOpened', personId: null, at: '2026-11-24T10:00' })
    expect(entry?.detail).toMatch(/^(\d{5} ){5}\d{5}$/u)
    expect(entry?.recordId).toBe(listed(coordinator).opened[0]?.id)
  })
})

describe('making one', () => {
  test('tells the access log whose files left, before the file is there', async () => {
    await registerCoordinator()
    worker.places.newPackage = join(folder, 'nulle-part', 'x')
    expect(await worker.handlers['packages.make'](order())).toEqual(failed('write-failed'))
    expect(listed(worker).made).toEqual([])
    expect(await make()).toMatchObject({ ok: true })
    expect(listed(worker).made).toMatchObject([
      { recipient: 'Coordination', files: 1, expiresOn: '2026-12-01' },
    ])
    const [entry] = await accesses(worker)
    expect(entry).toMatchObject({ act: 'packaged', personId: marc })
    expect(readFileSync(file()).includes('grand Marc')).toBe(false)
  })

  test('refuses each bad order with its reason, and writes nothing', async () => {
    await registerCoordinator()
    const nobody = '01900000-0000-7000-8000-000000000000'
    expect(await make({ passphrase: 'fausse' })).toEqual(failed('wrong-passphrase'))
    expect(await make({ correspondentId: nobody })).toEqual(failed('not-found'))
    expect(await make({ files: [{ personId: nobody, question: '' }] })).toEqual(failed('unknown-person'))
    expect(await make({ expiresOn: '2026-11-23' })).toEqual(failed('expiry-out-of-range'))
    expect(await make({ expiresOn: '2027-01-01' })).toEqual(failed('expiry-out-of-range'))
    expect(existsSync(file())).toBe(false)
  })
})

describe('opening one', () => {
  test('an unknown sender is compared first; the number compared is the one registered', async () => {
    await makeFor()
    expect(await inspect()).toMatchObject({ ok: true, value: { sender: { name: null } } })
    expect(await open()).toEqual(failed('package-sender-unknown'))
    const trust = await trusted()
    expect(await open({ ...trust, number: '00000 00000 00000 00000 00000 00000' })).toEqual(
      failed('number-differs'),
    )
    expect(trust.number).toBe(listed(worker).ownNumber)
    expect(await open(trust)).toMatchObject({ ok: true })
    expect(await inspect()).toMatchObject({ ok: true, value: { sender: { name: 'Intervenante' } } })
  })

  test('once: finished, it is refused; interrupted, it opens again until the end of the day', async () => {
    await makeFor()
    await open(await trusted())
    coordinator.session.close()
    await coordinator.handlers['vault.unlock']({ act, passphrase })
    expect(await coordinator.handlers['packages.read']({ place: 0 })).toEqual(failed('not-found'))
    expect(await open()).toMatchObject({ ok: true })
    expect(await coordinator.handlers['packages.finish']()).toMatchObject({ ok: true })
    expect(await coordinator.handlers['packages.read']({ place: 0 })).toEqual(failed('not-found'))
    expect(await coordinator.handlers['packages.finish']()).toEqual(failed('not-found'))
    expect(await inspect()).toEqual(failed('package-already-opened'))
    expect(await open()).toEqual(failed('package-already-opened'))
  })

  test('expired, or with a clock moved back after that, it is refused', async () => {
    await makeFor()
    coordinator.wall.now = '2026-12-02T08:00'
    expect(await inspect()).toEqual(failed('package-expired'))
    coordinator.session.close()
    await coordinator.handlers['vault.unlock']({ act, passphrase })
    await coordinator.handlers['accessLog.list']({ limit: 1, offset: 0 })
    coordinator.wall.now = '2026-11-30T08:00'
    expect(await inspect()).toEqual(failed('package-clock-behind'))
    expect(await open(null)).toEqual(failed('package-clock-behind'))
  })

  test('foreign, changed, cut short, missing or something else: each its own refusal', async () => {
    await makeFor()
    const bytes = readFileSync(file())
    worker.places.reviewPackage = file()
    expect(await worker.handlers['packages.inspect']()).toEqual(failed('package-foreign'))
    const nobody = await createOpenEngine()
    nobody.places.reviewPackage = file()
    expect(await nobody.handlers['packages.inspect']()).toEqual(failed('package-foreign'))
    writeFileSync(file(), bytes.subarray(0, -1))
    expect(await inspect()).toEqual(failed('package-damaged'))
    writeFileSync(file(), Buffer.from(bytes).fill((bytes[5000] ?? 0) ^ 1, 5000, 5001))
    expect(await inspect()).toEqual(failed('package-damaged'))
    writeFileSync(file(), 'bonjour')
    expect(await inspect()).toEqual(failed('not-a-package'))
    rmSync(file())
    expect(await inspect()).toEqual(failed('file-missing'))
  })

  test('says when a newer one of the same sender was opened before', async () => {
    await makeFor()
    const older = readFileSync(file())
    worker.wall.now = '2026-11-24T11:00'
    await make()
    await open(await trusted())
    writeFileSync(file(), older)
    expect(await inspect()).toMatchObject({ ok: true, value: { isOlderThanSeen: true } })
  })
})

describe('erasing somebody whose file left', () => {
  const erasure = (personId: string) => ({
    personId,
    mode: 'destroy' as const,
    reason: 'request' as const,
    decidedBy: 'Coordination fictive',
    hide: [],
    nobody: [],
    emptied: [],
  })
  const told = async (personId: string) => {
    const preview = await worker.handlers['erasures.preview'](erasure(personId))
    if (!preview.ok) throw new Error(preview.failure)
    const { packages } = dutyCommands['erasures.preview'].output.parse(preview.value)
    return packages.map(({ recipient, expiresOn }) => [recipient, expiresOn])
  }

  test('tells the packages that hold it and still open, under a merged name too, and the record keeps them', async () => {
    await registerCoordinator()
    const { handlers, wall, printer } = worker
    const twin = await savedId(handlers['people.save'](fictional.person({ aliases: ['Quenouillette'] })))
    const other = await savedId(handlers['people.save'](fictional.person({ aliases: ['Mona'] })))
    const hold = (...ids: string[]) => ids.map((personId) => ({ personId, question: '' }))
    await make({ expiresOn: '2026-11-30' })
    await make({ files: hold(other, twin), expiresOn: '2026-12-10' })
    await make({ files: hold(other), expiresOn: '2026-12-20' })
    worker.places.newPackage = join(folder, 'nulle-part', 'x')
    expect(await handlers['packages.make'](order({ expiresOn: '2026-12-15' }))).toEqual(
      failed('write-failed'),
    )
    expect(await told(marc)).toEqual([['Coordination', '2026-11-30']])
    await handlers['people.merge']({ keepId: marc, duplicateId: twin })
    wall.now = '2026-11-30T23:59'
    expect(await told(marc)).toEqual([
      ['Coordination', '2026-11-30'],
      ['Coordination', '2026-12-10'],
    ])
    wall.now = '2026-12-01T00:00'
    expect(await told(marc)).toEqual([['Coordination', '2026-12-10']])

    await handlers['people.saveBondStage']({
      personId: marc,
      stage: 'closed',
      on: '2026-12-01',
      replaces: null,
    })
    const decided = await handlers['erasures.decide']({ ...erasure(marc), act, passphrase })
    expect(decided).toMatchObject({ ok: true })
    const record = await handlers['erasures.list']()
    expect(record).toMatchObject({
      value: [
        { packages: [{ recipient: 'Coordination', madeAt: '2026-11-24T10:00', expiresOn: '2026-12-10' }] },
      ],
    })
    worker.places.documents = folder
    await handlers['registers.print']({ register: 'erasures', passphrase })
    expect(printer.pages.at(-1)).toMatch(/Pour «\s?Coordination\s?», préparé le 24.novembre.2026/u)
    expect(printer.pages.at(-1)).toMatch(/jusqu’au 10.décembre.2026\s?: lui demander de supprimer/u)
  })
})

describe('keys', () => {
  test('another key under a known name takes its place on purpose only', async () => {
    const id = await registerCoordinator()
    const other = await createOpenEngine()
    const number = await writeCard(other, 'autre')
    worker.places.card = card('autre')
    const naming = { number, name: 'Coordination', replaces: false }
    expect(await worker.handlers['packages.readCard']()).toEqual({ ok: true, value: { number, name: null } })
    expect(await worker.handlers['packages.register'](naming)).toEqual(failed('key-differs'))
    expect(await worker.handlers['packages.register']({ ...naming, replaces: true })).toMatchObject({
      ok: true,
    })
    expect(listed(worker).correspondents).toMatchObject([{ name: 'Coordination', number }])
    expect(await worker.handlers['packages.forget']({ id })).toEqual(failed('not-found'))
    await worker.handlers['packages.forget']({ id: listed(worker).correspondents[0]?.id ?? '' })
    expect(listed(worker).correspondents).toEqual([])
  })

  test('one’s own card, a damaged one and something else are refused', async () => {
    const number = await writeCard(worker, 'mienne')
    worker.places.card = card('mienne')
    const naming = { number, name: 'Moi', replaces: false }
    expect(await worker.handlers['packages.register'](naming)).toEqual(failed('own-card'))
    const bytes = readFileSync(card('mienne'))
    writeFileSync(card('mienne'), bytes.subarray(0, 100))
    expect(await worker.handlers['packages.readCard']()).toEqual(failed('card-damaged'))
    writeFileSync(card('mienne'), Buffer.from(bytes).fill(2, 8, 9))
    expect(await worker.handlers['packages.readCard']()).toEqual(failed('card-too-new'))
    writeFileSync(card('mienne'), 'x'.repeat(138))
    expect(await worker.handlers['packages.readCard']()).toEqual(failed('not-a-card'))
    worker.places.card = null
    expect(await worker.handlers['packages.readCard']()).toEqual(failed('file-missing'))
  })

  test('a coordinator’s slot in the worker’s notebook neither signs nor opens with its keys', async () => {
    await makeFor()
    const asked = order()
    worker.session.close()
    await worker.handlers['vault.unlock']({ act, passphrase: memoryCoordinator, role: 'coordinator' })
    expect(await worker.handlers['packages.list']()).toEqual(failed('worker-only'))
    expect(await worker.handlers['packages.make'](asked)).toEqual(failed('worker-only'))
    const vault = worker.session.current()?.vault
    const sealed = vault && readIdentity(vault)?.sealedSeed
    expect(vault?.openNote(Buffer.from(sealed ?? '', 'base64'))).toBeNull()
  })

  test('a locked notebook answers nothing', async () => {
    worker.session.close()
    const locked = failed('vault-locked')
    expect(await worker.handlers['packages.list']()).toEqual(locked)
    expect(await worker.handlers['packages.writeCard']()).toEqual(locked)
    expect(await worker.handlers['packages.readCard']()).toEqual(locked)
    expect(await worker.handlers['packages.inspect']()).toEqual(locked)
    expect(await worker.handlers['packages.open']({ trust: null })).toEqual(locked)
    expect(await worker.handlers['packages.read']({ place: 0 })).toEqual(locked)
    expect(await worker.handlers['packages.finish']()).toEqual(locked)
  })
})

describe.skipIf(python === null)('a program in another language, written from the document', () => {
  const reader = new URL('../../core/review/packages/testing/reader.py', import.meta.url).pathname
  const run = (...asked: string[]) => {
    const { status, stdout, stderr } = spawnSync(python ?? '', [reader, ...asked], { encoding: 'utf8' })
    return status === 0 ? (JSON.parse(stdout) as unknown) : stderr
  }

  test('reads the card and the package, and refuses a changed one', async () => {
    await makeFor()
    const vault = coordinator.session.current()?.vault
    const sealed = Buffer.from((vault && readIdentity(vault)?.sealedSeed) ?? '', 'base64')
    const seed = Buffer.from(vault?.openNote(sealed) ?? []).toString('hex')
    expect(run(card('coordination'))).toMatchObject({ number: listed(coordinator).ownNumber })
    expect(run(file(), seed)).toMatchObject({
      createdAt: '2026-11-24T10:00',
      expiresOn: '2026-12-01',
      number: listed(worker).ownNumber,
      content: { format: 'filigrane-revue', files: [{ alias: 'Le grand Marc' }] },
    })
    const bytes = readFileSync(file())
    writeFileSync(file(), Buffer.from(bytes).fill((bytes[5000] ?? 0) ^ 1, 5000, 5001))
    expect(run(file(), seed)).toMatch(/error/iu)
  })
})
