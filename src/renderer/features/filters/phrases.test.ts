import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactFilter, personFilter } from '#core/caseload/filter'
import { contactsSaidBy, phrasesOfContacts } from './contact-phrases.ts'
import { peopleSaidBy, phrasesOfPeople } from './people-phrases.ts'

const code = fc.constantFrom('housing', 'grief', 'hall', 'bond', 'aid')
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 5 })
const day = fc.constantFrom('2026-01-01', '2026-11-03', '2026-11-30')
const optional = { requiredKeys: [] as never[] }

const contacts = fc.record(
  {
    from: day,
    to: day,
    kinds: codes,
    themes: codes,
    places: codes,
    mandateAxis: code,
    personId: fc.uuid(),
    incomplete: fc.boolean(),
  },
  optional,
)
const people = fc.record(
  { bondStages: codes, ageBands: codes, genders: codes, populations: codes, notSeenSince: day },
  optional,
)

test('a filter said in phrases is the same filter, and a valid one', () => {
  fc.assert(
    fc.property(contacts, people, (ofContacts, ofPeople) => {
      expect(contactsSaidBy(phrasesOfContacts(ofContacts))).toEqual(contactFilter.parse(ofContacts))
      expect(peopleSaidBy(phrasesOfPeople(ofPeople))).toEqual(personFilter.parse(ofPeople))
    }),
  )
})

test('a second period replaces the first; a second theme is one more', () => {
  expect(
    contactsSaidBy([
      'period:2026-10-01/2026-10-31',
      'theme:housing',
      'theme:grief',
      'theme:housing',
      'period:2026-11-01/',
    ]),
  ).toEqual({ from: '2026-11-01', themes: ['housing', 'grief'] })
})
