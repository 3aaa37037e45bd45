import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestCaseload } from '../../engine/testing/caseload.ts'
import { fictional } from '../../engine/testing/fictional.ts'
import { fold } from './folding.ts'
import { migrations } from './migrations.ts'
import { savePerson } from './repository/people.ts'
import { listPeople } from './repository/people-list.ts'

test('accents, case, ligatures and the shape of apostrophes and spaces do not count', () => {
  for (const [typed, kept] of [
    ["l'ete", 'L’Été'],
    ['l‘été', 'LʼETE'],
    ['soeur', 'Sœur'],
    ['ex aequo', 'EX ÆQUO'],
    ['lien : 1 000', 'Lien\u00a0: 1\u202f000'],
  ] as const) {
    expect(fold(typed)).toBe(fold(kept))
  }
})

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
})

test('aliases folded before apostrophes and ligatures were are brought up to date', async () => {
  const caseload = await createTestCaseload()
  const strange = ['L’ours', 'D‘en haut', 'LʼAutre', 'Ma sœur', 'Ex æquo', "L'ami", 'Zoé']
  const ids = strange.map(
    (alias) =>
      caseload.done((writer, context) => savePerson(writer, fictional.person({ aliases: [alias] }), context))
        .id,
  )
  const kept = () => caseload.store.rows('SELECT foldedAliases FROM personInList ORDER BY id')
  const now = kept()
  const before = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  for (const [at, alias] of strange.entries()) {
    const old = before(alias).replaceAll("'", "''")
    caseload.store.rows(`UPDATE person SET foldedAliases = '${old}' WHERE id = '${ids[at]}'`)
  }
  expect(kept()).not.toEqual(now)
  const folding = migrations.find(({ version }) => version === 21)
  caseload.store.rows(folding?.sql ?? '')
  expect(kept()).toEqual(now)
  const found = listPeople(caseload.store, { text: "l'our", limit: 5, offset: 0 }).rows
  expect(found.map(({ aliases }) => aliases[0])).toEqual(['L’ours'])
})
