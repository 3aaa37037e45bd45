import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
let folder: string

/** Another vault, and an empty folder for its releases. */
async function startAfresh() {
  rmSync(folder, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'filigrane-release-'))
  engine = await createOpenEngine()
  engine.places.releases = folder
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'filigrane-release-'))
  await startAfresh()
})
afterEach(() => rmSync(folder, { recursive: true }))

async function publish() {
  const order = { period: '2026-Q3', purpose: 'Reddition de comptes', approver: 'Coordination', passphrase }
  const published = await engine.handlers['releases.publish'](order)
  if (!published.ok) throw new Error(published.failure)
}

test('a withheld first quarter has the same bytes whether or not anybody was met', async () => {
  const withheld = async () => {
    await publish()
    const of = (name: string) => readFileSync(join(folder, '2026-Q3', name))
    const files = readdirSync(join(folder, '2026-Q3'))
    const chained = ['publication.json', 'sommes.sha256']
    return files.filter((name) => !chained.includes(name)).map((name) => [name, of(name).toString('hex')])
  }
  const nobody = await withheld()
  const pages = engine.printer.pages
  await startAfresh()
  const personId = await savedId(engine.handlers['people.save'](fictional.person({})))
  await savedId(
    engine.handlers['contacts.save'](fictional.contact({ personIds: [personId], at: '2026-07-10T14:00' })),
  )
  expect(await withheld()).toEqual(nobody)
  expect(engine.printer.pages).toEqual(pages)
})

test('its hash confirms no guess of the approver, the purpose or the minute', async () => {
  const publishedHash = async () => {
    await publish()
    const text = readFileSync(join(folder, '2026-Q3', 'publication.json'), 'utf8')
    return z.object({ ledgerHash: z.string() }).parse(JSON.parse(text)).ledgerHash
  }
  const first = await publishedHash()
  await startAfresh()
  expect(await publishedHash()).not.toBe(first)
})
