import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { personCopy } from '#core/duties/copy/format'
import { failed, ok } from '#core/result'
import { dutyCommands } from '#shared/contract/duties'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
let folder: string
let personId: string
const nowhere = '01900000-0000-7000-8000-000000000000'
const today = '2026-11-24'
const tomorrow = '2026-11-25'

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'filigrane-registers-'))
  engine = await createOpenEngine()
  engine.places.documents = folder
  personId = await savedId(engine.handlers['people.save'](fictional.person()))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('requests', () => {
  test('are listed with their clock, answered, never removed', async () => {
    const { handlers, wall } = engine
    const id = await savedId(handlers['requests.save'](fictionalDuties.request({ personId })))
    expect(await handlers['requests.list']()).toMatchObject({
      value: [{ id, alias: 'Le grand Marc', state: 'open', dueOn: '2026-12-10', daysLeft: 16 }],
    })
    wall.now = '2026-12-12T10:00'
    expect(await handlers['requests.list']()).toMatchObject({ value: [{ state: 'overdue', daysLeft: -2 }] })
    const answer = fictionalDuties.request({
      personId,
      identityCheckedOn: '2026-12-12',
      answeredOn: '2026-12-12',
      outcome: 'granted',
    })
    expect(await handlers['requests.save']({ ...answer, id })).toEqual(failed('late-reason-needed'))
    expect(await handlers['requests.save']({ ...answer, id, lateWords: 'vacances' })).toMatchObject({
      ok: true,
    })
    const rows = await handlers['requests.list']()
    expect(rows).toMatchObject({ value: [{ state: 'answered-late', lateWords: 'vacances' }] })
    if (rows.ok) expect(dutyCommands['requests.list'].output.parse(rows.value)).toEqual(rows.value)
    expect(await handlers['people.remove']({ id: personId })).toEqual(failed('still-referenced'))
  })

  test.each([
    ['unknown-person', { personId: nowhere }],
    ['in-the-future', { receivedOn: tomorrow }],
    ['period-reversed', { extendedTo: '2026-11-20', extensionWords: 'x' }],
    ['outcome-needed', { answeredOn: today }],
    ['reasons-needed', { answeredOn: today, outcome: 'refused' }],
    ['identity-not-checked', { answeredOn: today, outcome: 'granted' }],
    ['too-late-to-extend', { receivedOn: '2026-10-01', extendedTo: '2026-12-31', extensionWords: 'x' }],
    ['late-reason-needed', { receivedOn: '2026-10-01', answeredOn: today, outcome: 'refused', answer: 'x' }],
  ] as const)('are refused: %s', async (failure, fields) => {
    expect(await engine.handlers['requests.save'](fictionalDuties.request(fields))).toEqual(failed(failure))
  })

  test('an unknown one is not written', async () => {
    expect(await engine.handlers['requests.save']({ ...fictionalDuties.request(), id: nowhere })).toEqual(
      failed('not-found'),
    )
  })
})

describe('disclosures', () => {
  test('say to whom, what and why, and are followed to their end', async () => {
    const { handlers } = engine
    const id = await savedId(handlers['disclosures.save'](fictionalDuties.disclosure({ personId })))
    await handlers['disclosures.save']({ ...fictionalDuties.disclosure({ personId, closedOn: today }), id })
    expect(await handlers['disclosures.list']()).toMatchObject({
      value: [{ id, alias: 'Le grand Marc', recipient: 'le 911', closedOn: today }],
    })
    const save = (fields = {}) => handlers['disclosures.save'](fictionalDuties.disclosure(fields))
    expect(await save({ at: '2026-11-24T11:00' })).toEqual(failed('in-the-future'))
    expect(await save({ closedOn: '2026-11-19' })).toEqual(failed('period-reversed'))
    expect(await save({ personId: nowhere })).toEqual(failed('unknown-person'))
    expect(await handlers['disclosures.save']({ ...fictionalDuties.disclosure(), id: nowhere })).toEqual(
      failed('not-found'),
    )
    expect(
      dutyCommands['disclosures.save'].input.safeParse(fictionalDuties.disclosure({ reasons: ' ' })).success,
    ).toBe(false)
  })
})

describe('confidentiality incidents', () => {
  const incident = fictionalDuties.confidentialityIncident

  test('name known persons, keep their state, follow a merge both ways', async () => {
    const { handlers } = engine
    const id = await savedId(handlers['confidentialityIncidents.save'](incident({ personIds: [personId] })))
    expect(await handlers['confidentialityIncidents.list']()).toMatchObject({
      value: [{ id, state: 'open', keptUntil: '2031-11-18', people: [{ alias: 'Le grand Marc' }] }],
    })
    const keepId = await savedId(handlers['people.save'](fictional.person({ aliases: ['Marco'] })))
    await handlers['people.merge']({ keepId, duplicateId: personId })
    expect(await handlers['confidentialityIncidents.list']()).toMatchObject({
      value: [{ personIds: [keepId] }],
    })
    await handlers['people.unmerge']({ id: personId })
    expect(await handlers['confidentialityIncidents.list']()).toMatchObject({
      value: [{ personIds: [personId] }],
    })
    await handlers['confidentialityIncidents.save']({ ...incident(), id })
    expect(await handlers['confidentialityIncidents.list']()).toMatchObject({ value: [{ personIds: [] }] })
  })

  test('are kept five years, then may go', async () => {
    const { handlers, wall } = engine
    const id = await savedId(handlers['confidentialityIncidents.save'](incident({ personIds: [personId] })))
    const remove = () => handlers['confidentialityIncidents.remove']({ id })
    wall.now = '2031-11-17T10:00'
    expect(await remove()).toEqual(failed('kept-five-years'))
    wall.now = '2031-11-18T10:00'
    expect(await remove()).toEqual(ok({ isUndoable: true }))
    expect(await remove()).toEqual(failed('not-found'))
  })

  test.each([
    ['unknown-person', { personIds: [nowhere] }],
    ['in-the-future', { knownOn: tomorrow }],
    ['period-reversed', { knownOn: '2026-11-17' }],
    ['reasons-needed', { sensitivity: 'high', probability: 'high' }],
    ['notices-missing', { seriousRisk: true, closedOn: today }],
  ] as const)('are refused: %s', async (failure, fields) => {
    const refused = await engine.handlers['confidentialityIncidents.save'](
      incident({ ...fields, personIds: 'personIds' in fields ? [...fields.personIds] : [] }),
    )
    expect(refused).toEqual(failed(failure))
  })
})

describe('the notices of an incident', () => {
  const serious = (fields = {}) =>
    fictionalDuties.confidentialityIncident({
      personIds: [personId],
      seriousRisk: true,
      circumstances: 'carnet oublié sur une table, le grand Marc y est nommé',
      consequences: 'Le grand Marc perdrait son hébergement',
      misuse: 'chantage',
      conclusion: 'un proche violent',
      personCount: 4,
      isCountApproximate: true,
      happenedUntil: '2026-11-19',
      knownOn: '2026-11-20',
      measures: 'carnet repris',
      ...fields,
    })
  const page = async (id: string, notice: 'commissionNotice' | 'personsNotice') => {
    expect(await engine.handlers['documents.printIncidentNotice']({ id, notice })).toMatchObject({ ok: true })
    // the typeface is in base64, where any letters are; a line to fill stays a line
    return (engine.printer.pages.at(-1) ?? '')
      .replaceAll(/<style>.*?<\/style>/gsu, '')
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
  }

  test('are pre-filled from its entry, in the order of the regulation, and name nobody', async () => {
    const { handlers } = engine
    const settings = await handlers['settings.read']()
    if (!settings.ok) throw new Error(settings.failure)
    const organization = {
      ...settings.value.organization,
      name: 'La Maison fictive',
      responsible: 'A. Fictif',
      contact: '819 555-0100',
      address: '1, rue Fictive',
    }
    await handlers['settings.save']({ ...settings.value, organization })
    const id = await savedId(handlers['confidentialityIncidents.save'](serious()))
    const commission = await page(id, 'commissionNotice')
    const said = [
      '1. Organisme La Maison fictive 1, rue Fictive',
      'Numéro d’entreprise du Québec à remplir',
      '2. Personne à joindre A. Fictif 819 555-0100',
      'ou pourquoi ils ne sont pas connus un surnom',
      '4. Circonstances carnet oublié sur une table, ••• y est nommé',
      'Cause, si elle est connue à remplir',
      '5. Date ou période de l’incident du 18 novembre 2026 au 19 novembre 2026',
      '6. Connu de l’organisme le 20 novembre 2026',
      '7. Personnes concernées environ 4 Dont résidant au Québec à remplir',
      'Utilisations malveillantes possibles : chantage',
      'Conséquences appréhendées : ••• perdrait son hébergement',
      'il y a un risque qu’un préjudice sérieux soit causé. un proche violent',
      '9. Avis aux personnes concernées Personnes concernées : pas encore avisées Comment et quand elles le seront à remplir',
      '10. Mesures prises carnet repris Mesures à venir, et pour quand à remplir',
      '11. Autorité semblable avisée hors du Québec',
    ]
    let from = 0
    for (const words of said) {
      expect(commission).toContain(words)
      expect(commission.indexOf(words)).toBeGreaterThanOrEqual(from)
      from = commission.indexOf(words)
    }
    const persons = await page(id, 'personsNotice')
    for (const words of [
      'Ce qui est arrivé carnet oublié sur une table, ••• y est nommé',
      'Ce qui est touché un surnom',
      'Ce que nous avons fait carnet repris',
      'A. Fictif, 819 555-0100',
    ])
      expect(persons).toContain(words)
    for (const text of [commission, persons]) expect(text).not.toMatch(/marc/iu)
    // what was weighed is the organization’s, not said to whoever it may hurt
    expect(persons).not.toContain('un proche violent')
  })

  test('say whether the persons were told, or why not', async () => {
    const { handlers } = engine
    const told = serious({ personsToldOn: today, publicNotice: true })
    const id = await savedId(handlers['confidentialityIncidents.save'](told))
    expect(await page(id, 'commissionNotice')).toContain(
      'Personnes concernées : avisées le 24 novembre 2026 Un avis public a été donné. 10. Mesures prises',
    )
    await handlers['confidentialityIncidents.save']({ ...serious({ notToldWords: 'une enquête' }), id })
    expect(await page(id, 'commissionNotice')).toContain('non avisées : une enquête 10. Mesures prises')
  })

  test('are for an incident that asks for them', async () => {
    const { handlers } = engine
    const id = await savedId(handlers['confidentialityIncidents.save'](serious({ seriousRisk: false })))
    const print = (id: string) =>
      handlers['documents.printIncidentNotice']({ id, notice: 'commissionNotice' })
    expect(await print(id)).toEqual(failed('no-notice-due'))
    expect(await print(nowhere)).toEqual(failed('not-found'))
    expect(await handlers['papers.preview']({ paper: 'personsNotice', id })).toEqual(failed('no-notice-due'))
    engine.session.close()
    expect(await print(id)).toEqual(failed('vault-locked'))
  })
})

describe('the copy of a file', () => {
  const order = { hide: [] as string[], nobody: [] as string[] }

  beforeEach(async () => {
    const { handlers } = engine
    const otherId = await savedId(
      handlers['people.save'](fictional.person({ aliases: ['Zoé Tremble'], legalName: 'Zénobie Fictive' })),
    )
    const tie = { personId, otherId, kind: 'friend', note: 'logée chez Zoé Tremble' }
    await handlers['ties.save'](tie)
    await handlers['contacts.save'](
      fictional.contact({
        personIds: [personId, otherId],
        note: 'ZOE TREMBLE l’a hébergé. Tremble doit partir ; ZÉNOBIE FICTIVE au téléphone.',
      }),
    )
    await handlers['consents.save'](fictionalDuties.consent({ personId }))
    await handlers['disclosures.save'](fictionalDuties.disclosure({ personId }))
    await handlers['requests.save'](fictionalDuties.request({ personId }))
  })

  test('masks the others, and is refused while a word may still be one of them', async () => {
    const { handlers, printer } = engine
    const preview = await handlers['copies.preview']({ personId, ...order })
    expect(preview).toMatchObject({ value: { doubts: ['Tremble'], maskedPassages: 3, sealedNotes: [] } })
    if (preview.ok) expect(dutyCommands['copies.preview'].output.parse(preview.value)).toEqual(preview.value)
    const make = (decisions: Partial<typeof order>) =>
      handlers['copies.make']({ personId, ...order, ...decisions, passphrase })
    expect(await make({})).toEqual(failed('copy-reveals-another'))
    expect(readdirSync(folder)).toEqual([])
    expect(await make({ hide: ['Tremble doit partir'] })).toEqual(
      ok({ file: join(folder, `dossier-${today}.pdf`) }),
    )
    const json = readFileSync(join(folder, `dossier-${today}.json`), 'utf8')
    const copy = personCopy.parse(JSON.parse(json))
    expect(copy.contacts[0]?.note).toBe(
      '[une autre personne] l’a hébergé. [masqué] ; [une autre personne] au téléphone.',
    )
    expect(copy).toMatchObject({
      person: { aliases: ['Le grand Marc'] },
      contacts: [{ others: 2 }],
      disclosures: [{ recipient: 'le 911' }],
      requests: [{ kind: 'Accès à son dossier' }],
    })
    // the typeface is in base64, where any three letters are
    const pages = printer.pages.map((page) => page.replaceAll(/url\([^)]*\)/gu, ''))
    for (const text of [json, ...pages]) expect(text).not.toMatch(/zoé|zoe|tremble|zénobie/iu)
  })

  test('says all that was written of her: what the team decided, why her file is kept, how a disclosure ended', async () => {
    const { handlers } = engine
    const reviewId = await savedId(
      handlers['meetings.saveOnAgenda']({ personId, question: 'que faire de Zoé Tremble ?' }),
    )
    await handlers['meetings.start']()
    await handlers['meetings.decide']({ id: reviewId, decision: 'La voir avec Zoé Tremble.', actions: [] })
    await handlers['meetings.close']()
    await handlers['confidentialityIncidents.save'](
      fictionalDuties.confidentialityIncident({ personIds: [personId], circumstances: 'lu par Zoé Tremble' }),
    )
    await handlers['disclosures.save'](
      fictionalDuties.disclosure({ personId, sequel: 'rejointe le soir', personToldOn: '2026-11-21' }),
    )
    await handlers['requests.save'](
      fictionalDuties.request({
        personId,
        identityCheckedOn: '2026-11-12',
        extendedTo: '2026-12-20',
        extensionWords: 'vu avec Zoé Tremble',
      }),
    )
    const stage = { personId, stage: 'closed', on: today, replaces: null }
    await handlers['people.saveBondStage'](stage)
    const held = await handlers['retention.hold']({ personId, until: '2030-01-01', words: 'une plainte' })
    expect(held).toMatchObject({ ok: true })
    expect(
      await handlers['copies.make']({ personId, hide: ['Tremble doit partir'], nobody: [], passphrase }),
    ).toMatchObject({ ok: true })
    const copy = personCopy.parse(JSON.parse(readFileSync(join(folder, `dossier-${today}.json`), 'utf8')))
    expect(copy).toMatchObject({
      reviews: [
        {
          on: today,
          question: 'que faire de [une autre personne] ?',
          decision: 'La voir avec [une autre personne].',
        },
      ],
      confidentialityIncidents: [{ circumstances: 'lu par [une autre personne]' }],
      hold: { until: '2030-01-01', words: 'une plainte' },
    })
    expect(copy.requests.map(({ extensionWords }) => extensionWords).toSorted()).toEqual([
      '',
      'vu avec [une autre personne]',
    ])
    expect(copy.disclosures.map(({ sequel }) => sequel).toSorted()).toEqual(['', 'rejointe le soir'])
    const page = engine.printer.pages.at(-1) ?? ''
    for (const words of ['Ce que l’équipe s’est demandé', 'une plainte', 'en attente d’une réponse'])
      expect(page).toContain(words)
    // what each line is, said before it
    for (const line of [
      /On vous l’a dit le 21/u,
      /Identité vérifiée le 12/u,
      /Prolongation\s: jusqu’au 20/u,
      /À qui\s: le 911/u,
      /Suites\s: rejointe le soir/u,
      /Ce qui est arrivé\s: lu par/u,
    ])
      expect(page).toMatch(line)
  })

  test('of a child’s name, says why it is written, and not who consented', async () => {
    const { handlers } = engine
    const child = (identifyingBasis: {
      kind: 'parent-consented' | 'child-benefit'
      on: string
      words: string
    }) =>
      handlers['people.save']({
        ...fictional.person({
          aliases: ['Puce'],
          ageBand: 'under-14',
          legalName: 'Puce Fictive',
          identifyingBasis,
        }),
        id: personId,
      })
    const basis = async () => {
      await handlers['copies.make']({ personId, hide: ['Tremble doit partir'], nobody: [], passphrase })
      const [last] = readdirSync(folder).filter((name) => name.endsWith('.json'))
      const copy = personCopy.parse(JSON.parse(readFileSync(join(folder, last ?? ''), 'utf8')))
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      return copy.person.identifyingBasis
    }
    await child({ kind: 'parent-consented', on: today, words: 'sa mère, Line Fictive' })
    expect(await basis()).toBe('Un parent, ou la personne tutrice, y a consenti.')
    await child({ kind: 'child-benefit', on: today, words: 'inscription à l’école, avec Zoé Tremble' })
    expect(await basis()).toBe('inscription à l’école, avec [une autre personne]')
  })

  test('tells the days of the notes that only the worker can read, for her to decide', async () => {
    const { handlers } = engine
    await handlers['contacts.save'](
      fictional.contact({ personIds: [personId], note: 'à elle seule', noteSealed: true }),
    )
    await handlers['people.save']({
      ...fictional.person({ safetyNote: 'à elle seule', safetyNoteSealed: true }),
      id: personId,
    })
    const preview = await handlers['copies.preview']({ personId, ...order })
    const [contact] = [fictional.contact({})]
    expect(preview).toMatchObject({ value: { sealedNotes: [null, contact?.at.slice(0, 10)] } })
    expect(JSON.stringify(preview)).not.toContain('à elle seule')
  })

  test('the worker may say that a word is nobody', async () => {
    const made = await engine.handlers['copies.make']({ personId, ...order, nobody: ['tremble'], passphrase })
    expect(made).toMatchObject({ ok: true })
    expect(readFileSync(join(folder, `dossier-${today}.json`), 'utf8')).toContain('Tremble doit partir')
  })

  test('needs the passphrase, and somebody', async () => {
    const { handlers } = engine
    expect(await handlers['copies.make']({ personId, ...order, passphrase: 'non' })).toEqual(
      failed('wrong-passphrase'),
    )
    expect(await handlers['copies.make']({ personId: nowhere, ...order, passphrase })).toEqual(
      failed('not-found'),
    )
    expect(await handlers['copies.preview']({ personId: nowhere, ...order })).toEqual(failed('not-found'))
  })
})
