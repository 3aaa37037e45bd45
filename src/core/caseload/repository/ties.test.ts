import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed, ok } from '../../result.ts'
import { bondStages, removeBondStage, saveBondStage } from './bond.ts'
import { readPerson, savePerson } from './people.ts'
import { removeTie, saveTie, tiesOf } from './ties.ts'

let caseload: TestCaseload
let zoe: string
let bob: string
beforeEach(async () => {
  caseload = await createTestCaseload()
  const person = (alias: string) =>
    caseload.done((writer, context) => savePerson(writer, fictional.person({ aliases: [alias] }), context)).id
  zoe = person('Zoé')
  bob = person('Bob')
})

const tie = (fields: Partial<Parameters<typeof saveTie>[1]> = {}) =>
  caseload.write((writer, context) =>
    saveTie(writer, { personId: zoe, otherId: bob, kind: 'pairing', note: 'échecs', ...fields }, context),
  )

test('a tie is on both files, each naming the other', () => {
  const saved = tie()
  if (!saved.ok) throw new Error(saved.failure)
  const { id } = saved.value
  const common = { id, kind: 'pairing', note: 'échecs' }
  expect(tiesOf(caseload.store, zoe)).toEqual([{ ...common, otherId: bob, alias: 'Bob' }])
  expect(tiesOf(caseload.store, bob)).toEqual([{ ...common, otherId: zoe, alias: 'Zoé' }])
  expect(caseload.write((writer) => removeTie(writer, id))).toMatchObject(ok({ subject: 'Zoé' }))
  expect(tiesOf(caseload.store, bob)).toEqual([])
  expect(caseload.write((writer) => removeTie(writer, id))).toEqual(failed('not-found'))
})

test('two persons are tied once a kind, whichever is named first', () => {
  const saved = tie()
  if (!saved.ok) throw new Error(saved.failure)
  expect(tie({ personId: bob, otherId: zoe })).toEqual(failed('already-tied'))
  expect(tie({ kind: 'friend' }).ok).toBe(true)
  expect(tie({ id: saved.value.id, note: 'le mardi' }).ok).toBe(true)
  expect(tie({ id: saved.value.id, kind: 'friend' })).toEqual(failed('already-tied'))
  expect(tie({ otherId: zoe })).toEqual(failed('same-person'))
  expect(tie({ otherId: 'nobody' })).toEqual(failed('unknown-person'))
})

const stages = () => bondStages(caseload.store, zoe).map(({ changedOn, stage }) => [changedOn, stage])
const say = (stage: string, on: string, replaces: string | null = null) =>
  caseload.write((writer, context) => saveBondStage(writer, { personId: zoe, stage, on, replaces }, context))

test('the history of the bond can be corrected; the last one said is the present stage', () => {
  expect(say('bond', '2026-11-25')).toEqual(failed('in-the-future'))
  say('observation', '2026-10-01')
  expect(readPerson(caseload.store, zoe)?.bondStage).toBe('exploration')
  say('bond', '2026-10-15', '2026-11-24')
  expect(stages()).toEqual([
    ['2026-10-01', 'observation'],
    ['2026-10-15', 'bond'],
  ])
  expect(readPerson(caseload.store, zoe)?.bondStage).toBe('bond')
  expect(say('bond', '2026-10-02', '2026-11-24')).toEqual(failed('not-found'))
})

test('a stage goes, never the last one left', () => {
  const remove = (on: string) => caseload.write((writer) => removeBondStage(writer, { personId: zoe, on }))
  say('observation', '2026-10-01')
  expect(remove('2026-11-24').ok).toBe(true)
  expect(readPerson(caseload.store, zoe)?.bondStage).toBe('observation')
  expect(remove('2026-10-01')).toEqual(failed('only-bond-stage'))
  expect(remove('2026-10-02')).toEqual(failed('not-found'))
  caseload.history.undo()
  expect(readPerson(caseload.store, zoe)?.bondStage).toBe('exploration')
})
