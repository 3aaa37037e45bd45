import { newCaseload } from '../new-caseload.ts'
import { ended, withoutCopies } from '../testing/memory-vault.ts'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '#core/caseload/migrations'
import { query } from '#core/caseload/tables'
import { sql } from 'kysely'
import type { ErasureOrder } from '#core/duties/retention'
import { failed, ok } from '#core/result'
import { dutyCommands } from '#shared/contract/duties'
import type { SqlEngine } from '../adapters/sqljs.ts'
import { doorsOf } from '../store.ts'
import { creating, opening } from '../store/opening.ts'
import {
  cheapCosts,
  cheapPolicy,
  realPorts,
  recoveryWords,
  temporaryFolder,
} from '../store/testing/real-ports.ts'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import {
  act,
  createOpenEngine,
  createTestEngine,
  passphrase,
  savedId,
  type TestEngine,
} from '../testing/test-engine.ts'

const nowhere = '01900000-0000-7000-8000-000000000000'
const order = (personId: string, fields: Partial<ErasureOrder> = {}) => ({
  personId,
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

async function closedPerson({ handlers }: TestEngine, aliases: string[], on = '2020-05-01'): Promise<string> {
  const id = await savedId(handlers['people.save'](fictional.person({ aliases })))
  await handlers['people.saveBondStage']({ personId: id, stage: 'closed', on, replaces: '2026-11-24' })
  return id
}

describe('the clock of a closed file', () => {
  let engine: TestEngine
  beforeEach(async () => {
    engine = await createOpenEngine()
  })

  test('runs from the closing; a hold lengthens it, with a reason', async () => {
    const { handlers, wall } = engine
    const id = await closedPerson(engine, ['Fermée'], '2024-01-31')
    await handlers['people.save'](fictional.person({ aliases: ['Ouverte'] }))
    const state = async () => {
      const rows = await handlers['retention.list']()
      if (!rows.ok) throw new Error(rows.failure)
      expect(dutyCommands['retention.list'].output.parse(rows.value)).toEqual(rows.value)
      return rows.value.map(({ alias, endsOn, state }) => [alias, endsOn, state])
    }
    expect(await state()).toEqual([['Fermée', '2027-01-31', 'kept']])
    wall.now = '2027-01-31T10:00'
    expect(await state()).toEqual([['Fermée', '2027-01-31', 'due']])
    const hold = handlers['retention.hold']
    expect(await hold({ personId: id, until: '2027-06-30', words: ' ' })).toEqual(failed('reasons-needed'))
    expect(await hold({ personId: id, until: '2027-01-01', words: 'x' })).toEqual(failed('period-reversed'))
    expect(await hold({ personId: nowhere, until: null, words: '' })).toEqual(failed('not-found'))
    await hold({ personId: id, until: '2027-06-30', words: 'poursuite en cours' })
    expect(await state()).toEqual([['Fermée', '2027-01-31', 'held']])
    await hold({ personId: id, until: null, words: '' })
    expect(await state()).toEqual([['Fermée', '2027-01-31', 'due']])
  })

  test('an open obligation forbids erasing, with its reason', async () => {
    const { handlers } = engine
    const obligations = async (id: string, reason: 'retention' | 'request' = 'retention') => {
      const { passphrase: _, ...asked } = order(id, { reason })
      const preview = await handlers['erasures.preview'](asked)
      if (!preview.ok) throw new Error(preview.failure)
      expect(dutyCommands['erasures.preview'].output.parse(preview.value)).toEqual(preview.value)
      return preview.value.obligations
    }
    const open = await savedId(handlers['people.save'](fictional.person({ aliases: ['Ouverte'] })))
    expect(await obligations(open)).toEqual(['file-open'])
    expect(await obligations(await closedPerson(engine, ['Récente'], '2026-01-01'))).toEqual(['keeping-runs'])
    const id = await closedPerson(engine, ['Ancienne'])
    expect(await obligations(id)).toEqual([])
    await handlers['requests.save'](fictionalDuties.request({ personId: id }))
    await handlers['disclosures.save'](fictionalDuties.disclosure({ personId: id }))
    await handlers['confidentialityIncidents.save'](
      fictionalDuties.confidentialityIncident({ personIds: [id] }),
    )
    expect(await obligations(id, 'request')).toEqual(['request-open', 'disclosure-open', 'incident-open'])
    expect(await handlers['erasures.decide'](order(id))).toEqual(failed('obligations-open'))
    expect(await handlers['people.read']({ id })).toMatchObject({ ok: true })
  })

  test('is decided with the passphrase, about somebody, and a failed cleaning can be tried again', async () => {
    const { handlers, session, vaults } = engine
    const id = await closedPerson(engine, ['Marguerite'])
    expect(await handlers['erasures.decide'](order(id, { passphrase: 'non' } as object))).toEqual(
      failed('wrong-passphrase'),
    )
    expect(await handlers['erasures.decide'](order(nowhere))).toEqual(failed('not-found'))
    await handlers['contacts.save'](fictional.contact({ note: 'Margerite passera.' }))
    expect(await handlers['erasures.decide'](order(id))).toEqual(failed('text-may-name'))
    const vault = session.current()?.vault
    const eraseDeleted = vault?.eraseDeleted
    Object.assign(vault ?? {}, { eraseDeleted: () => ended(failed('disk-full')) })
    expect(await handlers['erasures.decide'](order(id, { nobody: ['Margerite'] }))).toEqual(
      failed('not-purged'),
    )
    expect(await handlers['erasures.list']()).toMatchObject({ value: [{ purgedOn: null }] })
    expect(await handlers['erasures.purge']({ act })).toEqual(failed('disk-full'))
    const done = { generation: 2, chunksWritten: 0, removed: 0, leftBehind: 1 }
    Object.assign(vault ?? {}, { eraseDeleted: () => ended(ok(done)) })
    expect(await handlers['erasures.purge']({ act })).toEqual(failed('not-purged'))
    expect(await handlers['erasures.list']()).toMatchObject({ value: [{ purgedOn: null }] })
    Object.assign(vault ?? {}, { eraseDeleted })
    expect(await handlers['erasures.purge']({ act })).toEqual(ok())
    expect(await handlers['erasures.list']()).toMatchObject({ value: [{ purgedOn: '2026-11-24' }] })
    expect(vaults.acts).toContain('erase')
    expect(await handlers['history.undo']({ act })).toEqual(failed('nothing-to-undo'))
    session.close()
    expect(await handlers['erasures.purge']({ act })).toEqual(failed('vault-locked'))
    expect(await handlers['erasures.decide'](order(id))).toEqual(failed('vault-locked'))
  })

  test('anonymizing leaves meetings to count, without anybody or any word', async () => {
    const { handlers, vaults } = engine
    const id = await closedPerson(engine, ['Marguerite'])
    const contactId = await savedId(
      handlers['contacts.save'](
        fictional.contact({ personIds: [id], unidentifiedCount: 0, note: 'secret', crisis: 'mourning' }),
      ),
    )
    const decided = await handlers['erasures.decide'](order(id, { mode: 'anonymize' }))
    expect(decided).toMatchObject({ ok: true })
    expect(await handlers['contacts.list']({ limit: 5, offset: 0 })).toMatchObject({
      value: { rows: [{ id: contactId, personIds: [], unidentifiedCount: 1, note: '', crisis: null }] },
    })
    expect(vaults.store.rows('SELECT mode, kept FROM erasure')).toEqual([['anonymize', 1]])
  })
})

describe('on disk', () => {
  let place: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    place = temporaryFolder()
  })
  afterEach(() => place.remove())

  const words = recoveryWords.split(' ')
  const needles = [
    'Zorglubine',
    'Philibertine',
    'Cornebuse',
    'Quenouillette',
    'canari-seul',
    'canari-force',
    'canari-suivi',
    'canari-reference',
    'canari-demande',
    'canari-communication',
    'canari-consentement',
    'canari-lien',
  ]
  const spellings = (needle: string) => [
    Buffer.from(needle),
    Buffer.from(needle, 'utf16le'),
    // the three ways its bytes may fall in base64, less the edges that depend on what is around
    ...[0, 1, 2].map((lead) =>
      Buffer.from(
        Buffer.from('x'.repeat(lead) + needle)
          .toString('base64')
          .slice(lead === 0 ? 0 : 4, -4),
      ),
    ),
  ]
  const found = (bytes: Buffer, words: readonly string[]) =>
    words.filter((word) => spellings(word).some((spelling) => bytes.includes(spelling)))

  /** The engine on a real vault, and the images SQLite works on, in the clear. */
  async function realEngine() {
    const images: Parameters<SqlEngine['open']>[0][] = []
    const real = await realPorts()
    const ports = {
      ...real,
      processes: { ...real.processes, isAlive: () => false },
      sql: {
        ...real.sql,
        open(image: Parameters<SqlEngine['open']>[0]) {
          images.push(image)
          return real.sql.open(image)
        },
      },
    }
    const kdf = { costs: cheapCosts, policy: cheapPolicy }
    const engine = await createTestEngine({
      newRecoveryWords: () => recoveryWords,
      vaults: {
        ...withoutCopies,
        create: (folder, keys) =>
          creating(ports, {
            folder,
            ...keys,
            ...kdf,
            ...newCaseload,
          }),
        doors: (folder) => doorsOf(ports, folder),
        open: (folder, secret) => opening(ports, { folder, secret, migrations, ...kdf }),
      },
    })
    engine.places.vault = join(place.path, 'carnet.filigrane')
    const clear = () => {
      const image = images.at(-1)
      if (!image) throw new Error('nothing is open')
      return Buffer.from(image.read(0, image.length()))
    }
    return { engine, clear }
  }

  test('nothing of an erased person stays: no row, index, page, generation, journal, draft or merge', async () => {
    const { engine, clear } = await realEngine()
    const { handlers, session } = engine
    await handlers['vault.proposeRecovery']()
    expect(
      await handlers['vault.create']({ act, passphrase, retyped: [words[10] ?? '', words[11] ?? ''] }),
    ).toMatchObject({ ok: true })

    const her = await savedId(
      handlers['people.save'](
        fictional.person({
          aliases: ['Zorglubine'],
          legalName: 'Philibertine Cornebuse',
          strengths: 'canari-force',
        }),
      ),
    )
    const twin = await savedId(handlers['people.save'](fictional.person({ aliases: ['Quenouillette'] })))
    const friend = await savedId(handlers['people.save'](fictional.person({ aliases: ['Mona'] })))
    const friendTwin = await savedId(handlers['people.save'](fictional.person({ aliases: ['Monique'] })))
    const resourceId = await savedId(handlers['resources.save'](fictional.resource()))
    await handlers['ties.save']({ personId: friendTwin, otherId: her, kind: 'friend', note: 'canari-lien' })
    await handlers['contacts.save'](
      fictional.contact({ personIds: [her], unidentifiedCount: 0, note: 'canari-seul' }),
    )
    const sharedId = await savedId(
      handlers['contacts.save'](
        fictional.contact({ personIds: [twin, friend], note: 'Mona et quenouillette ont mangé.' }),
      ),
    )
    await handlers['people.merge']({ keepId: her, duplicateId: twin })
    await handlers['people.merge']({ keepId: friend, duplicateId: friendTwin })
    await handlers['referrals.save'](
      fictional.referral({ personId: her, resourceId, note: 'canari-reference' }),
    )
    const othersReferral = await savedId(
      handlers['referrals.save'](
        fictional.referral({ personId: friend, resourceId, note: 'avec Zorglubine' }),
      ),
    )
    await handlers['referrals.advance']({
      id: othersReferral,
      state: 'abandoned',
      on: '2026-11-20',
      reasonCode: null,
      reason: 'à cause de Zorglubine',
    })
    await handlers['followUps.save'](fictional.followUp({ personId: her, title: 'canari-suivi' }))
    await handlers['incidents.save'](fictional.incident({ personId: her, note: 'Zorglubine criait.' }))
    await handlers['groupActivities.save'](
      fictional.groupActivity({ note: 'PHILIBERTINE CORNEBUSE aidait.' }),
    )
    await handlers['consents.save'](fictionalDuties.consent({ personId: her, words: 'canari-consentement' }))
    await handlers['notices.save']({ personId: her, readOn: '2020-01-01', handed: false, note: 'Zorglubine' })
    await handlers['requests.save'](
      fictionalDuties.request({
        personId: her,
        words: 'canari-demande',
        answeredOn: '2026-11-20',
        outcome: 'dropped',
      }),
    )
    await handlers['disclosures.save'](
      fictionalDuties.disclosure({
        personId: her,
        information: 'canari-communication',
        closedOn: '2026-11-21',
      }),
    )
    await handlers['confidentialityIncidents.save'](
      fictionalDuties.confidentialityIncident({
        personIds: [her],
        circumstances: 'Zorglubine nommée au comptoir',
        closedOn: '2026-11-21',
      }),
    )
    await handlers['filters.save']({ list: 'contacts', name: 'Elle', filter: { personId: her } })
    await handlers['draft.keep']({ note: 'Zorglubine hier' })
    await handlers['people.saveBondStage']({
      personId: her,
      stage: 'closed',
      on: '2020-05-01',
      replaces: '2026-11-24',
    })
    session.current()?.vault.transact((tx) => {
      tx.run(sql`insert into countedRecord select id from contact`.compile(query))
      return ok()
    })

    // control: before, all of it can be found by who has the keys
    expect(found(clear(), needles)).toEqual(needles)
    expect(clear().includes(her)).toBe(true)
    cpSync(engine.places.vault, join(place.path, 'copie'), { recursive: true })

    const decided = await handlers['erasures.decide'](order(her, { hide: ['ont mangé'] }))
    expect(decided).toMatchObject({ ok: true })
    const nothingLeft = () => {
      expect(found(clear(), needles)).toEqual([])
      expect(
        found(
          clear(),
          needles.map((needle) => needle.toLowerCase()),
        ),
      ).toEqual([])
    }
    nothingLeft()
    for (const name of readdirSync(engine.places.vault, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      expect(found(readFileSync(join(name.parentPath, name.name)), needles)).toEqual([])
    }
    const manifests = readdirSync(engine.places.vault).filter((name) => name.endsWith('.manifest'))
    expect(manifests).toHaveLength(1)

    // the others keep theirs
    expect(await handlers['contacts.list']({ limit: 9, offset: 0 })).toMatchObject({
      value: { rows: [{ id: sharedId, personIds: [friend], note: 'Mona et [effacé] [effacé].' }] },
    })
    expect(await handlers['referrals.list']({ filter: {}, limit: 9, offset: 0 })).toMatchObject({
      value: {
        rows: [{ personId: friend, note: 'avec [effacé]', steps: [{}, { reason: 'à cause de [effacé]' }] }],
      },
    })
    expect(await handlers['incidents.list']({ limit: 9, offset: 0 })).toMatchObject({
      value: { rows: [{ personId: null, note: '[effacé] criait.' }] },
    })
    expect(await handlers['requests.list']()).toMatchObject({
      value: [{ personId: null, words: '[effacé]' }],
    })
    expect(await handlers['draft.read']()).toEqual(ok(null))
    expect(await handlers['people.unmerge']({ id: friendTwin })).toEqual(ok({ isUndoable: true }))
    expect(await handlers['erasures.list']()).toMatchObject({
      value: [{ purgedOn: '2026-11-24', mode: 'destroy' }],
    })

    // and reopened from the disk, it is the same
    session.close()
    expect(await handlers['vault.unlock']({ act, passphrase })).toMatchObject({ ok: true })
    nothingLeft()
    expect(await handlers['search.run']({ text: 'zorglubine', limit: 5 })).toEqual(ok([]))
    session.close()

    // control: a copy made outside the program still holds everything, as the register says
    engine.places.vault = join(place.path, 'copie')
    expect(await handlers['vault.unlock']({ act, passphrase })).toMatchObject({ ok: true })
    expect(found(clear(), needles)).toEqual(needles)
    session.close()
  })
})
