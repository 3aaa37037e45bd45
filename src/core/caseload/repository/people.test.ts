import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed } from '../../result.ts'
import type { PersonFilter } from '../filter.ts'
import type { PersonFields } from '../person.ts'
import { removeContact, saveContact } from './contacts.ts'
import { listFilters, saveFilter } from './filters.ts'
import { saveFollowUp } from './follow-ups.ts'
import { saveIncident } from './incidents.ts'
import { bondStages } from './bond.ts'
import { readPerson, removePerson, savePerson } from './people.ts'
import { listNotSeen, listPeople } from './people-list.ts'
import { advanceReferral, saveReferral } from './referrals.ts'
import { saveResource } from './resources.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})

const save = (fields: Partial<PersonFields> & { id?: string } = {}) =>
  caseload.done((writer, context) =>
    savePerson(writer, { ...fictional.person(fields), id: fields.id }, context),
  ).id
const all = { limit: 100, offset: 0 }
const aliases = (text: string, limit = 100, offset = 0) =>
  listPeople(caseload.store, { text, limit, offset }).rows.map((person) => person.aliases[0])

test('a person comes back as she was saved', () => {
  const fields = fictional.person({
    aliases: ['Mme « Tulipe »', 'L’aînée\taux\nlivres'],
    legalName: 'Rose Fictive',
    populations: ['seniors'],
    ageEstimated: false,
    engagedOn: '2026-10-01',
    strengths: 'Lit\ndeux livres 😀 par semaine',
  })
  const id = save(fields)
  expect(readPerson(caseload.store, id)).toEqual({
    ...fields,
    id,
    aliases: ['Mme « Tulipe »', 'L’aînée aux livres'],
    firstContactOn: null,
    lastContactAt: null,
    contactCount: 0,
    contactMinutes: 0,
    openReferrals: 0,
    nextFollowUpOn: null,
  })
  expect(readPerson(caseload.store, 'nobody')).toBeUndefined()
})

test('two persons may bear the same alias; a person who is not there cannot be saved again', () => {
  save()
  save()
  expect(listPeople(caseload.store, all).total).toBe(2)
  const again = caseload.write((writer, context) =>
    savePerson(writer, { ...fictional.person(), id: 'nobody' }, context),
  )
  expect(again).toEqual(failed('not-found'))
})

test('the figures beside a person follow her records', () => {
  const id = save()
  const meet = (at: string, durationMinutes: number) =>
    caseload.done((writer, context) =>
      saveContact(writer, fictional.contact({ at, durationMinutes, personIds: [id] }), context),
    ).id
  meet('2026-11-01T10:00', 20)
  const last = meet('2026-11-10T10:00', 5)
  const resourceId = caseload.done((writer, context) =>
    saveResource(writer, fictional.resource(), context),
  ).id
  const refer = () =>
    caseload.done((writer, context) =>
      saveReferral(writer, fictional.referral({ personId: id, resourceId }), context),
    ).id
  refer()
  const ended = refer()
  caseload.done((writer, context) =>
    advanceReferral(
      writer,
      { id: ended, state: 'abandoned', on: '2026-11-05', reasonCode: null, reason: '' },
      context,
    ),
  )
  for (const dueOn of ['2026-12-01', '2026-11-30']) {
    caseload.done((writer, context) =>
      saveFollowUp(writer, fictional.followUp({ personId: id, dueOn }), context),
    )
  }
  expect(readPerson(caseload.store, id)).toMatchObject({
    firstContactOn: '2026-11-01',
    lastContactAt: '2026-11-10T10:00',
    contactCount: 2,
    contactMinutes: 25,
    openReferrals: 1,
    nextFollowUpOn: '2026-11-30',
  })
  caseload.done((writer) => removeContact(writer, last))
  expect(readPerson(caseload.store, id)).toMatchObject({
    lastContactAt: '2026-11-01T10:00',
    contactCount: 1,
    contactMinutes: 20,
  })
})

test('the last seen comes first, those never seen last', () => {
  save({ aliases: ['Jamais vu'] })
  for (const [alias, at] of [
    ['Avant', '2026-11-01T10:00'],
    ['Après', '2026-11-02T10:00'],
  ] as const) {
    const personIds = [save({ aliases: [alias] })]
    caseload.done((writer, context) => saveContact(writer, fictional.contact({ at, personIds }), context))
  }
  expect(aliases('')).toEqual(['Après', 'Avant', 'Jamais vu'])
  expect(aliases('  ', 1)).toEqual(['Après'])
})

test('the type-ahead ignores accents and case, and puts what begins with the text first', () => {
  save({ aliases: ['Grand Émile'] })
  save({ aliases: ['La dame au foulard', 'Émilienne'] })
  save({ aliases: ['100 %_sûr'] })
  expect(aliases('emil')).toEqual(['La dame au foulard', 'Grand Émile'])
  expect(aliases('ÉMILE')).toEqual(['Grand Émile'])
  expect(aliases('%_SUR')).toEqual(['100 %_sûr'])
  expect(aliases('foulard émil')).toEqual([])
  expect(aliases("' OR 1=1 --")).toEqual([])
})

test('a child’s file takes a legal name only with its basis', () => {
  const write = (fields: Partial<PersonFields>) =>
    caseload.write((writer, context) => savePerson(writer, fictional.person(fields), context))
  const named = { legalName: 'Léo Fictif', ageBand: 'under-14' }
  expect(write(named)).toEqual(failed('identifying-field-refused'))
  const identifyingBasis = { kind: 'child-benefit' as const, on: '2026-11-24', words: 'Hébergé ce soir' }
  expect(write({ ...named, identifyingBasis }).ok).toBe(true)
  expect(write({ ...named, identifyingBasis: { ...identifyingBasis, on: '2026-11-25' } })).toEqual(
    failed('in-the-future'),
  )
  expect(write({ ...named, ageBand: '14-17' }).ok).toBe(true)
  expect(write({ ...named, legalName: '' }).ok).toBe(true)
})

test('a filter on persons lets through what it says', () => {
  const seen = save({ aliases: ['Vue'], bondStage: 'bond', gender: 'woman', populations: ['seniors'] })
  const gone = save({ aliases: ['Partie'], ageBand: '25-34', populations: ['newcomers', 'refugees'] })
  caseload.done((writer, context) =>
    saveContact(writer, fictional.contact({ at: '2026-11-20T00:00', personIds: [seen] }), context),
  )
  const found = (filter: PersonFilter) =>
    listPeople(caseload.store, { filter, ...all }).rows.map(({ id }) => id)
  expect(found({})).toEqual([seen, gone])
  expect(found({ bondStages: ['bond', 'dormant'] })).toEqual([seen])
  expect(found({ ageBands: ['25-34'] })).toEqual([gone])
  expect(found({ genders: ['woman'] })).toEqual([seen])
  expect(found({ populations: ['refugees'] })).toEqual([gone])
  expect(found({ notSeenSince: '2026-11-20' })).toEqual([gone])
  expect(found({ notSeenSince: '2026-11-21' })).toEqual([seen, gone])
  expect(listPeople(caseload.store, { text: 'vu', filter: { bondStages: ['dormant'] }, ...all }).total).toBe(
    0,
  )
})

test('not seen for weeks: the longest first, then those never met, closed files left out', () => {
  const meet = (alias: string, at: string, fields = {}) => {
    const id = save({ aliases: [alias], ...fields })
    caseload.done((writer, context) =>
      saveContact(writer, fictional.contact({ at, personIds: [id] }), context),
    )
  }
  meet('Hier', '2026-11-23T10:00')
  meet('Il y a 2 semaines', '2026-11-09T10:00')
  meet('Cet été', '2026-07-01T10:00')
  meet('Fermée', '2026-07-01T10:00', { bondStage: 'closed' })
  save({ aliases: ['Jamais'] })
  const names = (weeks: number) =>
    listNotSeen(caseload.store, { weeks, today: '2026-11-24', ...all }).rows.map(({ aliases }) => aliases[0])
  expect(names(2)).toEqual(['Cet été', 'Il y a 2 semaines', 'Jamais'])
  expect(names(3)).toEqual(['Cet été', 'Jamais'])
})

test('when no alias holds the text, those a slip away are offered', () => {
  save({ aliases: ['La dame au foulard'] })
  save({ aliases: ['Foulques'] })
  expect(aliases('foulrad')).toEqual(['La dame au foulard'])
  expect(aliases('foul')).toHaveLength(2)
  expect(aliases('fxu')).toEqual([])
  expect(
    listPeople(caseload.store, { text: 'foulrad', filter: { bondStages: ['closed'] }, ...all }).total,
  ).toBe(0)
})

test('each change of the bond is kept with its day; within a day the last one holds', () => {
  const id = save()
  caseload.context.now = '2026-11-25T09:00'
  save({ id, bondStage: 'observation' })
  save({ id, bondStage: 'bond' })
  save({ id, bondStage: 'bond', howMet: 'à l’accueil' })
  expect(bondStages(caseload.store, id)).toEqual([
    { personId: id, changedOn: '2026-11-24', stage: 'exploration' },
    { personId: id, changedOn: '2026-11-25', stage: 'bond' },
  ])
})

test('a person goes with her bond stages, unless another record speaks of her', () => {
  const remove = (id: string) => caseload.write((writer) => removePerson(writer, id))
  const personId = save()
  expect(remove(personId).ok).toBe(true)
  expect(caseload.store.rows('SELECT * FROM bondStageChange')).toEqual([])
  expect(remove(personId)).toEqual(failed('not-found'))

  const resourceId = caseload.done((writer, context) =>
    saveResource(writer, fictional.resource(), context),
  ).id
  const referring: ((id: string) => unknown)[] = [
    (id) =>
      caseload.done((writer, context) =>
        saveContact(writer, fictional.contact({ personIds: [id] }), context),
      ),
    (id) =>
      caseload.done((writer, context) =>
        saveReferral(writer, fictional.referral({ personId: id, resourceId }), context),
      ),
    (id) =>
      caseload.done((writer, context) => saveFollowUp(writer, fictional.followUp({ personId: id }), context)),
    (id) =>
      caseload.done((writer, context) => saveIncident(writer, fictional.incident({ personId: id }), context)),
  ]
  for (const refer of referring) {
    const id = save()
    refer(id)
    expect(remove(id)).toEqual(failed('still-referenced'))
    expect(readPerson(caseload.store, id)).toBeDefined()
  }
})

test('a filter on a person who is removed goes with her, and comes back with her', () => {
  const [zoe, bob] = [save(), save()]
  const keep = (personId: string, name: string) =>
    caseload.done((writer, context) =>
      saveFilter(writer, { list: 'contacts', name, filter: { personId } }, context),
    )
  keep(zoe, 'Avec Zoé')
  keep(bob, 'Avec Bob')
  caseload.done((writer) => removePerson(writer, zoe))
  expect(listFilters(caseload.store)).toMatchObject([{ name: 'Avec Bob' }])
  caseload.history.undo()
  expect(listFilters(caseload.store)).toHaveLength(2)
})
