import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { commands } from '#shared/contract'
import { dutyCommands } from '#shared/contract/duties'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import { act, createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
let folder: string
let personId: string
let resourceId: string
const nowhere = '01900000-0000-7000-8000-000000000000'
const today = '2026-11-24'
const tomorrow = '2026-11-25'

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'filigrane-documents-'))
  engine = await createOpenEngine()
  personId = await savedId(engine.handlers['people.save'](fictional.person()))
  resourceId = await savedId(engine.handlers['resources.save'](fictional.resource()))
})
afterEach(() => rmSync(folder, { recursive: true }))

const consent = (fields = {}) => fictionalDuties.consent({ personId, ...fields })
const refer = (fields = {}) =>
  engine.handlers['referrals.save'](
    fictional.referral({ personId, resourceId, proposedOn: '2026-11-20', ...fields }),
  )
const readConsents = async () => {
  const said = await engine.handlers['consents.read']({ personId })
  if (!said.ok) throw new Error(said.failure)
  return dutyCommands['consents.read'].output.parse(said.value)
}

describe('consents', () => {
  test('are saved, listed with their state, withdrawn, corrected, removed; each of it can be undone', async () => {
    const id = await savedId(
      engine.handlers['consents.save'](consent({ resourceId, validUntil: '2026-12-10' })),
    )
    expect(await engine.handlers['consents.list']()).toMatchObject({
      value: [
        { id, alias: 'Le grand Marc', resourceName: 'La Passerelle', state: 'expiring', lateReferrals: [] },
      ],
    })
    await engine.handlers['consents.withdraw']({ id, on: today, words: 'plus envie' })
    expect((await readConsents()).consents).toMatchObject([
      { state: 'withdrawn', withdrawnOn: today, withdrawalWords: 'plus envie' },
    ])
    // a correction does not bring it back
    await engine.handlers['consents.save']({ ...consent(), id })
    expect((await readConsents()).consents).toMatchObject([{ state: 'withdrawn', resourceName: null }])
    await engine.handlers['consents.withdraw']({ id, on: null, words: '' })
    expect((await readConsents()).consents).toMatchObject([{ state: 'valid', withdrawalWords: '' }])
    await engine.handlers['consents.remove']({ id })
    expect((await readConsents()).consents).toEqual([])
    await engine.handlers['history.undo']({ act })
    expect((await readConsents()).consents).toHaveLength(1)
  })

  test('under 14 are a parent’s', async () => {
    const child = await savedId(engine.handlers['people.save'](fictional.person({ ageBand: 'under-14' })))
    const given = fictionalDuties.consent({ personId: child, parent: 'sa mère' })
    expect(await engine.handlers['consents.save'](given)).toEqual(failed('parent-consent-needed'))
    expect(await engine.handlers['consents.save']({ ...given, givenBy: 'parent' })).toMatchObject({
      ok: true,
    })
    expect(await engine.handlers['consents.list']()).toMatchObject({ value: [{ parent: 'sa mère' }] })
  })

  test('a withdrawn one refuses a later referral and a later step; a new one allows them', async () => {
    const earlier = await savedId(refer({ proposedOn: '2026-11-03' }))
    const id = await savedId(engine.handlers['consents.save'](consent()))
    await engine.handlers['consents.withdraw']({ id, on: '2026-11-10', words: '' })
    expect(await refer()).toEqual(failed('consent-withdrawn'))
    const reach = {
      id: earlier,
      state: 'resource-reached',
      on: '2026-11-11',
      reasonCode: null,
      reason: '',
    } as const
    expect(await engine.handlers['referrals.advance'](reach)).toEqual(failed('consent-withdrawn'))
    // what was proposed before stays correctable, and may end
    expect(await refer({ id: earlier, proposedOn: '2026-11-03', note: 'relu' })).toMatchObject({ ok: true })
    expect(await engine.handlers['referrals.advance']({ ...reach, state: 'person-declined' })).toMatchObject({
      ok: true,
    })
    await engine.handlers['consents.save'](consent({ givenOn: '2026-11-15' }))
    expect(await refer()).toMatchObject({ ok: true })
  })

  test('an expired one refuses too', async () => {
    await engine.handlers['consents.save'](consent({ validUntil: '2026-11-10' }))
    expect(await refer()).toEqual(failed('consent-expired'))
    expect(await refer({ proposedOn: '2026-11-10' })).toMatchObject({ ok: true })
  })

  test('a referral that a withdrawal written late turns out to precede is shown', async () => {
    const id = await savedId(engine.handlers['consents.save'](consent()))
    const referralId = await savedId(refer())
    await engine.handlers['consents.withdraw']({ id, on: '2026-11-10', words: '' })
    expect((await readConsents()).consents).toMatchObject([
      { lateReferrals: [{ id: referralId, resourceName: 'La Passerelle', on: '2026-11-20' }] },
    ])
  })

  test('hold back their person and their resource, and follow a merge both ways', async () => {
    await engine.handlers['consents.save'](consent({ resourceId }))
    expect(await engine.handlers['people.remove']({ id: personId })).toEqual(failed('still-referenced'))
    expect(await engine.handlers['resources.remove']({ id: resourceId })).toEqual(failed('still-referenced'))
    const keepId = await savedId(engine.handlers['people.save'](fictional.person({ aliases: ['Marco'] })))
    await engine.handlers['people.merge']({ keepId, duplicateId: personId })
    expect(await engine.handlers['consents.read']({ personId: keepId })).toMatchObject({
      value: { consents: [{ personId: keepId }] },
    })
    await engine.handlers['people.unmerge']({ id: personId })
    expect((await readConsents()).consents).toMatchObject([{ personId }])
  })

  test('are refused with their reason', async () => {
    const save = engine.handlers['consents.save']
    expect(await save(consent({ personId: nowhere }))).toEqual(failed('unknown-person'))
    expect(await save(consent({ resourceId: nowhere }))).toEqual(failed('unknown-resource'))
    expect(await save({ ...consent(), id: nowhere })).toEqual(failed('not-found'))
    expect(await save(consent({ givenOn: tomorrow }))).toEqual(failed('in-the-future'))
    expect(await save(consent({ validUntil: '2026-11-01' }))).toEqual(failed('period-reversed'))
    expect(await engine.handlers['consents.read']({ personId: nowhere })).toEqual(failed('not-found'))
    expect(await engine.handlers['consents.remove']({ id: nowhere })).toEqual(failed('not-found'))
    const withdraw = engine.handlers['consents.withdraw']
    expect(await withdraw({ id: nowhere, on: null, words: '' })).toEqual(failed('not-found'))
    const id = await savedId(save(consent()))
    expect(await withdraw({ id, on: tomorrow, words: '' })).toEqual(failed('in-the-future'))
    expect(await withdraw({ id, on: '2026-11-01', words: '' })).toEqual(failed('period-reversed'))
  })
})

describe('the collection notice', () => {
  test('is read one day to a person; who has not heard it is listed', async () => {
    const { handlers } = engine
    expect(await handlers['notices.list']()).toEqual(ok([{ id: personId, alias: 'Le grand Marc' }]))
    const reading = { personId, readOn: today, handed: true, note: 'en espagnol' }
    const id = await savedId(handlers['notices.save'](reading))
    expect(await handlers['notices.list']()).toEqual(ok([]))
    expect((await readConsents()).readings).toEqual([{ ...reading, id }])
    await handlers['notices.remove']({ id })
    expect((await readConsents()).readings).toEqual([])
    expect(await handlers['notices.save']({ ...reading, readOn: tomorrow })).toEqual(failed('in-the-future'))
    expect(await handlers['notices.save']({ ...reading, personId: nowhere })).toEqual(
      failed('unknown-person'),
    )
    expect(await handlers['notices.save']({ ...reading, id: nowhere })).toEqual(failed('not-found'))
    expect(await handlers['notices.remove']({ id: nowhere })).toEqual(failed('not-found'))
  })
})

describe('paper', () => {
  test('a document that names nobody is written under a name of its own, and never over another', async () => {
    const { handlers, places, printer } = engine
    expect(await handlers['documents.print']({ document: 'notice' })).toEqual(failed('no-folder'))
    places.documents = folder
    const { organization, ...settings } = commands['settings.read'].output.parse(
      (await handlers['settings.read']()).ok
        ? ((await handlers['settings.read']()) as { value: unknown }).value
        : null,
    )
    await handlers['settings.save']({ ...settings, organization: { ...organization, name: 'L’Éclaircie' } })
    const name = `avis-de-collecte-${today}.pdf`
    expect(await handlers['documents.print']({ document: 'notice' })).toEqual(
      ok({ file: join(folder, name) }),
    )
    await handlers['documents.print']({ document: 'notice' })
    expect(readdirSync(folder).toSorted()).toEqual([`avis-de-collecte-${today} (2).pdf`, name])
    expect(printer.pages[0]).toContain('L’Éclaircie')
    expect(printer.pages[0]).toContain('3 ans')
    const pdf = await PDFDocument.load(readFileSync(join(folder, name)), { updateMetadata: false })
    expect(pdf.getCreator()).toBe('Filigrane')
    await handlers['documents.print']({ document: 'assessment' })
    expect(printer.pages.at(-1)).toContain('Évaluation des facteurs')
    expect(printer.pages.at(-1)).toContain('L’Éclaircie')
    printer.broken = true
    expect(await handlers['documents.print']({ document: 'notice' })).toEqual(failed('printing-failed'))
  })

  test('a register asks for the passphrase again', async () => {
    const { handlers, places, printer, sleeps } = engine
    places.documents = folder
    await handlers['consents.save'](consent({ words: 'rien <b>d’autre</b>' }))
    const order = { register: 'consents' as const, passphrase }
    expect(await handlers['registers.print']({ ...order, passphrase: 'non' })).toEqual(
      failed('wrong-passphrase'),
    )
    expect(sleeps).toEqual([1000])
    expect(readdirSync(folder)).toEqual([])
    expect(await handlers['registers.print'](order)).toMatchObject({ ok: true })
    expect(printer.pages.at(-1)).toContain('Le grand Marc')
    expect(printer.pages.at(-1)).toContain('rien &lt;b&gt;d’autre&lt;/b&gt;')
    expect(printer.pages.at(-1)).not.toMatch(/<script|https?:|src=|@import/u)
    engine.session.close()
    expect(await handlers['registers.print'](order)).toEqual(failed('vault-locked'))
    expect(await handlers['documents.print']({ document: 'notice' })).toEqual(failed('vault-locked'))
  })
})
