import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { incidentNotices, plainDocuments, registers } from '#core/duties/documents/names'
import { failed } from '#core/result'
import type { Input } from '#shared/contract'
import { paperCommands } from '#shared/contract/papers'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

const nowhere = '01900000-0000-7000-8000-000000000000'
let engine: TestEngine
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'filigrane-preview-'))
  engine = await createOpenEngine()
})
afterEach(() => rmSync(folder, { recursive: true }))

async function shown(order: Input<'papers.preview'>): Promise<Buffer> {
  const reply = await engine.handlers['papers.preview'](order)
  if (!reply.ok) throw new Error(reply.failure)
  return Buffer.from(paperCommands['papers.preview'].output.parse(reply.value).pdf)
}
const refused = (order: Input<'papers.preview'>) => engine.handlers['papers.preview'](order)
const written = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)))

test('every document and register is shown, then written to the byte, printed once; nothing is written before', async () => {
  for (const document of plainDocuments) {
    const pdf = await shown({ paper: document })
    expect(written()).toEqual([])
    engine.places.documents = folder
    expect(await engine.handlers['documents.print']({ document })).toMatchObject({ ok: true })
    expect(written()).toEqual([pdf])
    rmSync(folder, { recursive: true })
    folder = mkdtempSync(join(tmpdir(), 'filigrane-preview-'))
  }
  for (const register of registers) {
    const pdf = await shown({ paper: register })
    expect(written()).toEqual([])
    engine.places.documents = folder
    expect(await engine.handlers['registers.print']({ register, passphrase })).toMatchObject({ ok: true })
    expect(written()).toEqual([pdf])
    rmSync(folder, { recursive: true })
    folder = mkdtempSync(join(tmpdir(), 'filigrane-preview-'))
  }
  expect(engine.printer.pages).toHaveLength(plainDocuments.length + registers.length)
})

test('a notice of an incident is shown, then written to the byte', async () => {
  const incident = fictionalDuties.confidentialityIncident({ seriousRisk: true })
  const id = await savedId(engine.handlers['confidentialityIncidents.save'](incident))
  engine.places.documents = folder
  const pdfs: Buffer[] = []
  for (const notice of incidentNotices) {
    pdfs.push(await shown({ paper: notice, id }))
    expect(await engine.handlers['documents.printIncidentNotice']({ id, notice })).toMatchObject({ ok: true })
  }
  expect(written()).toEqual(pdfs)
  expect(engine.printer.pages).toHaveLength(incidentNotices.length)
})

test('what waits to be entered in the access log is in its preview, and what is written is still what was shown', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  await engine.handlers['people.read']({ id })
  const pdf = await shown({ paper: 'accessLog' })
  expect(engine.printer.pages.at(-1)).toContain('Le grand Marc')
  engine.runLater()
  engine.places.documents = folder
  await engine.handlers['registers.print']({ register: 'accessLog', passphrase })
  expect(written()).toEqual([pdf])
})

test('a page that changed since it was shown is printed anew', async () => {
  await shown({ paper: 'consents' })
  engine.wall.now = '2026-11-25T10:00'
  engine.places.documents = folder
  await engine.handlers['registers.print']({ register: 'consents', passphrase })
  expect(engine.printer.pages).toHaveLength(2)
})

test('a person’s copy is shown once nobody else may be read in it, and enters the access log as read', async () => {
  const personId = await savedId(engine.handlers['people.save'](fictional.person()))
  const order = { personId, hide: [], nobody: [] }
  const pdf = await shown({ paper: 'copy', ...order })
  engine.places.documents = folder
  expect(await engine.handlers['copies.make']({ ...order, passphrase })).toMatchObject({ ok: true })
  expect(written()).toContainEqual(pdf)
  const log = await engine.handlers['accessLog.list']({ limit: 10, offset: 0 })
  if (!log.ok) throw new Error(log.failure)
  expect(log.value.rows.map(({ act }) => act)).not.toContain('printed')

  await engine.handlers['people.save'](fictional.person({ aliases: ['Zéphirine Tilleul'] }))
  await engine.handlers['contacts.save'](
    fictional.contact({ personIds: [personId], note: 'Tilleul le sait.' }),
  )
  expect(await refused({ paper: 'copy', ...order })).toEqual(failed('copy-reveals-another'))
})

test('each refusal has its code, and a locked vault shows nothing', async () => {
  expect(await refused({ paper: 'minutes', id: nowhere })).toEqual(failed('not-found'))
  expect(await refused({ paper: 'takeover', id: nowhere })).toEqual(failed('not-found'))
  expect(await refused({ paper: 'copy', personId: nowhere, hide: [], nobody: [] })).toEqual(
    failed('not-found'),
  )
  expect(await refused({ paper: 'releases' })).toEqual(failed('nothing-to-publish'))
  expect(await refused({ paper: 'report', period: '2026-Q4' })).toEqual(failed('period-open'))
  engine.printer.broken = true
  expect(await refused({ paper: 'notice' })).toEqual(failed('printing-failed'))
  engine.session.close()
  expect(await refused({ paper: 'notice' })).toEqual(failed('vault-locked'))
})

test('a preview tells no more of the machine than the file would', async () => {
  const document = await PDFDocument.load(await shown({ paper: 'notice' }), { updateMetadata: false })
  expect(document.getCreator()).toBe('Filigrane')
  expect(document.getTitle()).toBe('Ce que je note, et pourquoi')
})
