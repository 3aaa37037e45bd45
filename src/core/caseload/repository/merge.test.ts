import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { anyAct, perform } from '../../../engine/testing/random-acts.ts'
import { failed, ok } from '../../result.ts'
import type { PersonFields } from '../person.ts'
import { primaryKeys } from '../tables.ts'
import { bondStages, saveBondStage } from './bond.ts'
import { contactsOf, listContacts, saveContact } from './contacts.ts'
import { keepDraft, readDraft } from './draft.ts'
import { mergedInto, mergePeople } from './merge.ts'
import { countPeople, readPerson, savePerson } from './people.ts'
import { listPeople, namePeople } from './people-list.ts'
import { search } from './search.ts'
import { saveTie, tiesOf } from './ties.ts'
import { unmergePerson } from './unmerge.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})

const person = (alias: string, fields: Partial<PersonFields> = {}) =>
  caseload.done((writer, context) =>
    savePerson(writer, fictional.person({ aliases: [alias], ...fields }), context),
  ).id
const merge = (keepId: string, duplicateId: string) =>
  caseload.write((writer, context) => mergePeople(writer, { keepId, duplicateId }, context))
const unmerge = (id: string) => caseload.write((writer) => unmergePerson(writer, id))
const meet = (...personIds: string[]) =>
  caseload.done((writer, context) => saveContact(writer, fictional.contact({ personIds }), context)).id
const tie = (personId: string, otherId: string, kind = 'friend') =>
  caseload.done((writer, context) => saveTie(writer, { personId, otherId, kind, note: '' }, context)).id

function dump(): Record<string, unknown> {
  const tables = Object.entries(primaryKeys).map(([table, keys]) => [
    table,
    caseload.store.rows(`SELECT * FROM ${table} ORDER BY ${keys.join(', ')}`),
  ])
  return Object.fromEntries(tables)
}

describe('merging', () => {
  test('a contact with somebody merged, then merged again, is with who remains, once, under her name', () => {
    const [first, second, last] = [person('Zo'), person('Zoë'), person('Zoé')]
    merge(second, first)
    merge(last, second)
    const saved = caseload.write((writer, context) =>
      saveContact(writer, fictional.contact({ personIds: [first, last] }), context),
    )
    expect(saved).toMatchObject(ok({ subject: 'Zoé' }))
    expect(contactsOf(caseload.store, last).map(({ personIds }) => personIds)).toEqual([[last]])
    expect(
      caseload.write((writer, context) =>
        saveContact(writer, fictional.contact({ personIds: [last, 'personne'] }), context),
      ),
    ).toEqual(failed('unknown-person'))
  })

  test('the person kept takes the aliases, what it lacks, and both notes; the duplicate is hidden', () => {
    const keep = person('Zoé', { safetyNote: 'Pas de café', languages: ['fr'] })
    const duplicate = person('La grande Zoé', {
      aliases: ['La grande Zoé', 'ZOE'],
      ageBand: '35-49',
      ageEstimated: false,
      legalName: 'Zoé Fictive',
      languages: ['fr', 'es'],
      engagedOn: '2026-10-01',
      howMet: 'Au comptoir',
      safetyNote: 'Loin du bruit',
    })
    expect(merge(keep, duplicate)).toMatchObject(ok({ subject: 'Zoé' }))
    expect(readPerson(caseload.store, keep)).toMatchObject({
      aliases: ['Zoé', 'La grande Zoé'],
      ageBand: '35-49',
      ageEstimated: false,
      legalName: 'Zoé Fictive',
      languages: ['fr', 'es'],
      engagedOn: '2026-10-01',
      howMet: 'Au comptoir',
      safetyNote: 'Pas de café\n\nLoin du bruit',
    })
    expect(countPeople(caseload.store)).toBe(1)
    expect(
      listPeople(caseload.store, { text: 'grande', limit: 10, offset: 0 }).rows.map(({ id }) => id),
    ).toEqual([keep])
    expect(search(caseload.store, 'grande', 10).map(({ id }) => id)).toEqual([keep])
    expect(readPerson(caseload.store, duplicate)).toMatchObject({ id: keep })
    expect(mergedInto(caseload.store, keep)).toEqual([
      { id: duplicate, alias: 'La grande Zoé', on: '2026-11-24' },
    ])
  })

  test('everything that named the duplicate names the person kept; met together counts once', () => {
    const [keep, duplicate, mona] = [person('Zoé'), person('Zoë'), person('Mona')]
    meet(duplicate)
    meet(duplicate, keep, mona)
    tie(duplicate, mona)
    tie(mona, keep)
    tie(keep, duplicate, 'family')
    tie(mona, duplicate, 'pairing')
    merge(keep, duplicate)
    expect(contactsOf(caseload.store, keep).map(({ personIds }) => personIds)).toEqual([[keep, mona], [keep]])
    expect(tiesOf(caseload.store, keep).map(({ otherId, kind }) => [otherId, kind])).toEqual([
      [mona, 'friend'],
      [mona, 'pairing'],
    ])
    expect(tiesOf(caseload.store, mona)).toHaveLength(2)
  })

  test('the bond stays that of the person kept, with what was said before its file began', () => {
    const [keep, duplicate] = [person('Zoé', { bondStage: 'bond' }), person('Zoë')]
    const say = (personId: string, stage: string, on: string) =>
      caseload.done((writer, context) =>
        saveBondStage(writer, { personId, stage, on, replaces: null }, context),
      )
    say(duplicate, 'observation', '2026-01-10')
    say(duplicate, 'dormant', '2026-11-24')
    merge(keep, duplicate)
    expect(bondStages(caseload.store, keep).map(({ stage }) => stage)).toEqual(['observation', 'bond'])
    expect(readPerson(caseload.store, keep)?.bondStage).toBe('bond')
  })

  test('a draft and a save that still name the duplicate are about the person kept', () => {
    const [keep, duplicate] = [person('Zoé'), person('Zoë')]
    caseload.store.transact((tx) => {
      keepDraft(tx, { personIds: [duplicate, keep, 'nobody'] })
      return ok()
    })
    merge(keep, duplicate)
    expect(readDraft(caseload.store)).toEqual({ personIds: [keep, 'nobody'] })
    meet(duplicate)
    expect(contactsOf(caseload.store, keep)).toHaveLength(1)
  })

  test('a filter kept from before is named and answered as the person kept, to the end of the chain', () => {
    const [last, keep, duplicate] = [person('Zoé Fictive'), person('Zoé'), person('Zoë')]
    meet(duplicate)
    merge(keep, duplicate)
    merge(last, keep)
    expect(namePeople(caseload.store, [duplicate, last, 'nobody'])).toMatchObject([
      { id: duplicate, alias: 'Zoé Fictive' },
      { id: last, alias: 'Zoé Fictive' },
    ])
    const filter = { personId: duplicate }
    expect(listContacts(caseload.store, { filter, limit: 5, offset: 0 })).toMatchObject({ total: 1 })
    expect(listContacts(caseload.store, { filter: { personId: 'nobody' }, limit: 5, offset: 0 }).total).toBe(
      0,
    )
  })

  test('merges that overlap: a merged file is refused, a chain is followed to its end', () => {
    const [a, b, c] = [person('Un'), person('Deux'), person('Trois')]
    merge(b, a)
    expect(merge(c, a)).toEqual(failed('already-merged'))
    expect(merge(a, c)).toEqual(failed('already-merged'))
    expect(merge(b, b)).toEqual(failed('same-person'))
    merge(c, b)
    expect(readPerson(caseload.store, a)).toMatchObject({ id: c, aliases: ['Trois', 'Deux', 'Un'] })
    expect(
      mergedInto(caseload.store, c)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([a, b].toSorted())
    meet(a)
    expect(contactsOf(caseload.store, c)).toHaveLength(1)
  })

  test('nothing is cut: what one file cannot hold is refused, to the last letter', () => {
    const keep = person('Un', { strengths: 'a'.repeat(25_000) })
    const fits = person('Deux', { strengths: 'b'.repeat(24_998) })
    const tooLong = person('Trois', { strengths: 'c'.repeat(24_999) })
    expect(merge(keep, tooLong)).toEqual(failed('merge-too-long'))
    expect(merge(keep, fits).ok).toBe(true)
    const many = person('Seize', { aliases: Array.from({ length: 16 }, (_, at) => `Alias ${at}`) })
    const more = person('Quinze', { aliases: Array.from({ length: 15 }, (_, at) => `Autre ${at}`) })
    expect(merge(many, more)).toEqual(failed('merge-too-long'))
  })

  test('a child’s file does not learn a legal name by a merge, unless its basis comes with it', () => {
    const child = (alias: string) => person(alias, { ageBand: 'under-14' })
    const [one, other] = [child('Petit'), child('Puce')]
    merge(one, person('Nommé', { legalName: 'Léo Fictif' }))
    expect(readPerson(caseload.store, one)?.legalName).toBeNull()
    const identifyingBasis = { kind: 'parent-consented' as const, on: '2026-11-01', words: 'Sa mère' }
    merge(other, person('Dit', { legalName: 'Léa Fictive', identifyingBasis }))
    expect(readPerson(caseload.store, other)).toMatchObject({ legalName: 'Léa Fictive', identifyingBasis })
  })
})

describe('taking a merge back long after', () => {
  test('at once, it is as if nothing had been, save that the two are known not to be one', () => {
    const [keep, duplicate, mona] = [person('Zoé'), person('Zoë', { howMet: 'Dehors' }), person('Mona')]
    meet(duplicate, keep)
    meet(keep, duplicate, mona)
    meet(duplicate)
    tie(duplicate, mona)
    tie(keep, mona)
    tie(keep, duplicate, 'family')
    const before = dump()
    merge(keep, duplicate)
    expect(unmerge(duplicate)).toMatchObject(ok({ subject: 'Zoë' }))
    const pair = [keep, duplicate].toSorted()
    expect(dump()).toEqual({ ...before, dismissedDuplicate: [pair] })
    expect(unmerge(duplicate)).toEqual(failed('not-found'))
  })

  test('a merge made when aliases were folded another way comes back whole', () => {
    const [keep, duplicate] = [person('L’ours'), person('L’autre')]
    merge(keep, duplicate)
    const { store } = caseload
    store.rows(`UPDATE personMerge SET changes = replace(changes, '"l''', '"l’')`)
    expect(store.rows(`SELECT instr(changes, '"foldedAliases":"l’ours') > 0 FROM personMerge`)).toEqual([[1]])
    expect(unmerge(duplicate)).toMatchObject(ok({ subject: 'L’autre' }))
    expect(readPerson(store, keep)).toMatchObject({ aliases: ['L’ours'] })
    expect(store.rows('SELECT foldedAliases FROM person ORDER BY alias DESC')).toEqual([
      ["l'ours"],
      ["l'autre"],
    ])
  })

  test('what was changed since stays as it was changed', () => {
    const [keep, duplicate] = [person('Zoé'), person('Zoë')]
    const contactId = meet(duplicate)
    merge(keep, duplicate)
    caseload.done((writer, context) =>
      savePerson(writer, { ...fictional.person({ aliases: ['Zoé la vraie'] }), id: keep }, context),
    )
    caseload.done((writer, context) =>
      saveContact(writer, { ...fictional.contact(), id: contactId }, context),
    )
    const later = meet(keep)
    expect(unmerge(duplicate).ok).toBe(true)
    expect(readPerson(caseload.store, keep)?.aliases).toEqual(['Zoé la vraie'])
    expect(contactsOf(caseload.store, duplicate)).toEqual([])
    expect(contactsOf(caseload.store, keep).map(({ id }) => id)).toEqual([later])
  })

  test('the middle of a chain comes back with what came through it', () => {
    const [a, b, c] = [person('Un'), person('Deux'), person('Trois')]
    meet(a)
    merge(b, a)
    merge(c, b)
    expect(unmerge(a).ok).toBe(true)
    expect(contactsOf(caseload.store, a)).toHaveLength(1)
    expect(contactsOf(caseload.store, c)).toEqual([])
    expect(readPerson(caseload.store, b)).toMatchObject({ id: c })
  })
})

test('whatever was recorded, merging two persons and undoing it changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 20, maxLength: 40 }), fc.nat(), async (acts, choice) => {
      caseload = await createTestCaseload()
      for (const act of acts) caseload.write((writer, context) => perform(writer, act, context))
      const before = dump()
      const ids = listPeople(caseload.store, { limit: 100, offset: 0 }).rows.map(({ id }) => id)
      const [keepId, duplicateId] = [ids[choice % ids.length], ids[(choice + 1) % ids.length]]
      const merged = merge(keepId ?? '', duplicateId ?? '')
      if (!merged.ok) return
      const naming = ['contactPerson', 'referral', 'followUp', 'incident']
      for (const table of naming) {
        expect(caseload.store.rows(`SELECT 1 FROM ${table} WHERE personId = '${duplicateId}'`)).toEqual([])
      }
      expect(caseload.history.undo().ok).toBe(true)
      expect(dump()).toEqual(before)
    }),
    { numRuns: 30 },
  )
})
