import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import type { Reader } from '../../database.ts'
import { saveGroupActivity, saveStaffSupport } from './activities.ts'
import { removeContact, saveContact } from './contacts.ts'
import { saveFollowUp } from './follow-ups.ts'
import { saveIncident } from './incidents.ts'
import { savePerson } from './people.ts'
import { saveReferral } from './referrals.ts'
import { saveResource } from './resources.ts'
import { search, toMatch } from './search.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})
const person = (...aliases: string[]) =>
  caseload.done((writer, context) => savePerson(writer, fictional.person({ aliases }), context)).id
const contact = (fields: Parameters<typeof fictional.contact>[0]) =>
  caseload.done((writer, context) => saveContact(writer, fictional.contact(fields), context)).id
const resource = (fields: Parameters<typeof fictional.resource>[0] = {}) =>
  caseload.done((writer, context) => saveResource(writer, fictional.resource(fields), context)).id

describe('search', () => {
  const find = (text: string, limit = 10) => search(caseload.store, text, limit)

  test('two letters find persons, resources, then contacts from the newest, whatever the accents', () => {
    const personId = person('La dame', 'Élégante')
    const resourceId = resource({ organization: 'L’Élan', service: 'Écoute' })
    const older = contact({ at: '2026-11-01T08:00', note: 'ELEVE en pause' })
    const newer = contact({ at: '2026-11-02T08:00', note: 'Parle d’un éléphant', personIds: [personId] })
    expect(find('el')).toEqual([
      {
        type: 'person',
        id: personId,
        personId,
        title: 'La dame',
        excerpt: 'La dame · \u0002Élégante\u0003',
        at: null,
      },
      {
        type: 'resource',
        id: resourceId,
        personId: null,
        title: 'L’Élan – Écoute',
        excerpt: 'L’\u0002Élan\u0003',
        at: null,
      },
      {
        type: 'contact',
        id: newer,
        personId,
        title: 'La dame',
        excerpt: 'Parle d’un \u0002éléphant\u0003',
        at: '2026-11-02T08:00',
      },
      {
        type: 'contact',
        id: older,
        personId: null,
        title: '',
        excerpt: '\u0002ELEVE\u0003 en pause',
        at: '2026-11-01T08:00',
      },
    ])
    expect(find('el', 3)).toHaveLength(3)
    expect(find('e')).toEqual([])
  })

  test('resources come as a French list has them', () => {
    for (const organization of [
      'Zénith du parc',
      'écluse du parc',
      'Le Parc',
      'Étape du parc',
      'Abri du parc',
    ])
      resource({ organization, service: '' })
    const inOrder = ['Abri du parc', 'écluse du parc', 'Étape du parc', 'Le Parc', 'Zénith du parc']
    expect(find('parc').map(({ title }) => title)).toEqual(inOrder)
    expect(find('parc', 2).map(({ title }) => title)).toEqual(inOrder.slice(0, 2))
  })

  test('every word of the text begins a word of the record', () => {
    contact({ note: 'Cherche un logement près du parc' })
    expect(find('parc log')).toHaveLength(1)
    expect(find('parc auto')).toEqual([])
    expect(find('gement')).toEqual([])
  })

  test('an excerpt of a long note stays short and holds the match', () => {
    contact({ note: `${'mot '.repeat(5000)} aiguille ${'foin '.repeat(5000)}` })
    const [hit] = find('aiguille')
    expect(hit?.excerpt).toContain('\u0002aiguille\u0003')
    expect(hit?.excerpt.length).toBeLessThan(300)
  })

  test('every script is found as it is written, and accents however they are composed', () => {
    for (const note of ['قال آدم إنه بخير', 'Мария пришла', 'e\u0301cole', 'Tiếng Việt', '김민준'])
      contact({ note })
    for (const text of ['آدم', 'мария', 'écol', 'ecole', 'tieng', 'e\u0301co', '김민']) {
      expect([text, find(text).length]).toEqual([text, 1])
    }
  })

  test('either apostrophe finds the other, and two letters their ligature', () => {
    contact({ note: 'Parle de l’été chez sa sœur' })
    contact({ note: "L'ete passé, une soeur au loin" })
    for (const text of ["l'été", 'l’ete', 'soeur', 'SŒUR', "sa soe l'é"]) {
      expect([text, find(text).length]).toEqual([text, text.startsWith('sa') ? 1 : 2])
    }
    expect(find('soeur').map(({ excerpt }) => excerpt)).toContain('Parle de l’été chez sa \u0002sœur\u0003')
    const begins = person('L’été indien')
    person("Ami de l'été")
    expect(find("l'été")[0]?.id).toBe(begins)
  })

  test('what changes or goes is found accordingly', () => {
    const id = contact({ note: 'couverture' })
    caseload.done((writer, context) =>
      saveContact(writer, { ...fictional.contact({ note: 'manteau' }), id }, context),
    )
    expect(find('couverture')).toEqual([])
    expect(find('manteau')).toHaveLength(1)
    caseload.done((writer) => removeContact(writer, id))
    expect(find('manteau')).toEqual([])
    caseload.history.undo()
    expect(find('manteau')).toHaveLength(1)
  })

  test('no text is an error, an operator or a quote', () => {
    contact({ note: 'ni oui ni non' })
    const tricky = fc
      .array(
        fc.constantFrom(
          '"',
          '*',
          '(',
          ')',
          '-',
          ':',
          '^',
          '{',
          'NEAR',
          'OR',
          'AND',
          'NOT',
          'docid',
          '😀',
          '\u0000',
          ' ',
          "'",
          'ni',
          'é',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        expect(Array.isArray(find(text))).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(find('ni OR')).toEqual([])
    expect(find('"ni" NOT oui')).toEqual([])
    expect(find('ni (oui*')).toHaveLength(1)
  })

  test('letters and digits alone reach the index', () => {
    expect(toMatch('  « ÉTÉ » & 2026! ')).toBe('été* AND 2026*')
    expect(toMatch('ma sœur')).toBe('ma* AND (soeur* OR sœur*)')
    expect(toMatch('a b c')).toBeNull()
    expect(toMatch('😀😀 ❤️ **')).toBeNull()
    expect(toMatch('e\u0301')).toBeNull()
  })
})

describe('search over everything', () => {
  const find = (text: string, limit = 30) => search(caseload.store, text, limit)

  test('every kind of record is found by its words', () => {
    const personId = person('Zoé')
    const resourceId = resource()
    const done: TestCaseload['done'] = (work) => caseload.done(work)
    const ids = {
      followUp: done((writer, context) =>
        saveFollowUp(writer, fictional.followUp({ title: 'Rendre le violon', personId }), context),
      ).id,
      referral: done((writer, context) =>
        saveReferral(writer, fictional.referral({ personId, resourceId, note: 'Cours de violon' }), context),
      ).id,
      incident: done((writer, context) =>
        saveIncident(writer, fictional.incident({ note: 'Violon cassé', personId }), context),
      ).id,
      groupActivity: done((writer, context) =>
        saveGroupActivity(writer, fictional.groupActivity({ title: 'Violon et thé' }), context),
      ).id,
      staffSupport: done((writer, context) =>
        saveStaffSupport(writer, fictional.staffSupport({ note: 'Le bruit du violon' }), context),
      ).id,
      contact: contact({ note: 'Joue du violon', personIds: [personId] }),
    }
    const hits = find('violo')
    expect(Object.fromEntries(hits.map(({ type, id }) => [type, id]))).toEqual(ids)
    expect(hits.find(({ type }) => type === 'followUp')).toEqual({
      type: 'followUp',
      id: ids.followUp,
      personId,
      title: 'Rendre le violon',
      excerpt: 'Rendre le \u0002violon\u0003',
      at: '2026-11-25',
    })
    expect(hits.find(({ type }) => type === 'groupActivity')).toMatchObject({
      personId: null,
      title: 'Violon et thé',
    })
  })

  test('every kind gets its share of a short list', () => {
    for (let count = 0; count < 8; count++) person(`Rosalie ${count}`)
    for (let count = 0; count < 8; count++) contact({ note: `Roseraie ${count}` })
    const count = (limit: number, type: string) =>
      find('ros', limit).filter((hit) => hit.type === type).length
    expect([count(6, 'person'), count(6, 'contact')]).toEqual([3, 3])
    expect([count(12, 'person'), count(12, 'contact')]).toEqual([6, 6])
    expect([count(14, 'person'), count(14, 'contact')]).toEqual([7, 7])
    expect(find('ros', 30)).toHaveLength(16)
  })

  test('contacts take the room the others leave, from the newest, whatever the limit', () => {
    for (let count = 0; count < 5; count++) person(`Rosalie ${count}`)
    for (let count = 0; count < 3; count++) resource({ organization: `Roseraie ${count}` })
    const ids = Array.from({ length: 30 }, (_, n) =>
      contact({ at: `2026-10-${String(n + 1).padStart(2, '0')}T08:00`, note: 'Une rose' }),
    ).toReversed()
    for (let limit = 1; limit <= 45; limit++) {
      const found = find('ros', limit)
      const of = (type: string) => found.filter((hit) => hit.type === type)
      const contacts = of('contact').map(({ id }) => id)
      expect([limit, contacts]).toEqual([limit, ids.slice(0, contacts.length)])
      expect([limit, found.length]).toEqual([limit, Math.min(limit, 38)])
      const share = Math.floor(limit / 3)
      expect(of('person').length).toBeGreaterThanOrEqual(Math.min(5, share))
      expect(of('resource').length).toBeGreaterThanOrEqual(Math.min(3, share))
      expect(contacts.length).toBeGreaterThanOrEqual(Math.min(30, share))
    }
  })

  test('an alias a slip away is found after those that hold the text', () => {
    const near = person('La dame', 'Sylvie aux tulipes')
    const other = person('Tulpiane')
    expect(find('tulpi').map(({ id, excerpt }) => [id, excerpt])).toEqual([
      [other, '\u0002Tulpiane\u0003'],
      [near, 'Sylvie aux tulipes'],
    ])
    expect(find('sylvei').map(({ id }) => id)).toEqual([near])
    expect(find('tulipe sylvie').map(({ id }) => id)).toEqual([near])
    // one slip in four letters, two in eight
    expect(find('tlpies')).toEqual([])
    expect(find('syl')).toHaveLength(1)
    expect(find('syx')).toEqual([])
  })

  test('for a slip away the aliases are read, and not the files they are of', () => {
    const plans: string[] = []
    const watched: Reader = {
      all(query) {
        const plan = { ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` }
        if (query.sql.includes('json_group_array(foldedAliases)'))
          plans.push(...caseload.store.all(plan).map((step) => Object.values(step as object).join(' ')))
        return caseload.store.all(query)
      },
    }
    search(watched, 'tulpi', 10)
    expect(plans.filter((step) => step.includes('SCAN person'))).toEqual([
      expect.stringContaining('SCAN person USING COVERING INDEX personByAliases'),
    ])
  })

  test('everybody of one alias is a slip away, in any alphabet, and after many words', () => {
    const people = [person('Tulipe'), person('Tulipe'), person('Тюльпан')]
    expect(find('tulpie').map(({ id }) => id)).toEqual(people.slice(0, 2).sort())
    expect(find('Тюльпна').map(({ id }) => id)).toEqual([people[2]])
    expect(find('tulpie '.repeat(40)).map(({ id }) => id)).toEqual(people.slice(0, 2).sort())
  })

  test('slips are looked for in every alias, whatever it holds', () => {
    const strange = ['"],["', 'a","b', 'fin\\', '\\"', '[["', '"]]', '\u0001', 'élan']
    const people = strange.map((alias) => person(`${alias} tulipe`, `Sylvie ${alias}`))
    expect(new Set(find('tulpie', 30).map(({ id }) => id))).toEqual(new Set(people))
    expect(new Set(find('sylvei', 30).map(({ id }) => id))).toEqual(new Set(people))
    expect(find('sylvei élan').map(({ id, excerpt }) => [id, excerpt])).toEqual([
      [people.at(-1), 'Sylvie élan'],
    ])
  })

  test('an alias that begins with the text comes before one that has it inside', () => {
    person('Ami de Rose')
    const begins = person('Rose')
    expect(find('rose')[0]?.id).toBe(begins)
  })
})
