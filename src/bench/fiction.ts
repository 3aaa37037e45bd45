import type { ContactFields } from '#core/caseload/contact'
import { fold } from '#core/caseload/folding'
import { defaultLists, defaultListValues, type ListName } from '#core/caseload/lists'
import type { TableName, Tables } from '#core/caseload/tables'
import lists from '../../resources/default-lists.json' with { type: 'json' }
import { seededRandom, type Random } from '#core/random'

/** Contacts of each size; there is one person for twenty contacts. */
export const sizes = { S: 10_000, M: 100_000, L: 1_000_000 } as const
export type Size = keyof typeof sizes

export const now = '2024-12-31T12:00'
export const year = ['2024-01-01', '2024-12-31'] as const
const firstMinute = Date.UTC(2020, 0, 1)
const span = Date.UTC(2024, 11, 31) - firstMinute
const resources = 200

export const listValues = defaultListValues(defaultLists.parse(lists))
const codesOf = (list: ListName) =>
  listValues.filter((value) => value.list === list && value.validTo === null).map(({ code }) => code)
const codes = {
  kinds: codesOf('contactKind'),
  themes: codesOf('theme'),
  places: codesOf('place'),
  axes: codesOf('mandateAxis'),
  crises: codesOf('crisis'),
  ageBands: codesOf('ageBand'),
  genders: codesOf('gender'),
  sectors: codesOf('sector'),
}

const syllables = 'ba co di fu la me no pi ru sa te vo zi gra plo tri bré chou dan fleu gil hon'.split(' ')
/** Invented words; the n-th comes up as often as 1 in n, as in a language. */
const vocabulary = Array.from({ length: 5000 }, (_, n) => {
  const random = seededRandom(n)
  return Array.from({ length: random.int(2, 4) }, () => random.pick(syllables)).join('')
})
const word = (random: Random): string =>
  vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? vocabulary[0] ?? ''
const words = (random: Random, least: number, most: number): string =>
  Array.from({ length: random.int(least, most) }, () => word(random)).join(' ')
/** Two words found in many notes. */
export const searched = `${vocabulary[60]} ${vocabulary[75]}`

type Row = { [T in TableName]: { table: T; row: Tables[T] } }[TableName]

/** A caseload of five years, the same one each time, each record after those it names. */
export function* caseloadOf(contacts: number): Generator<Row> {
  const random = seededRandom(22)
  for (const [position, { list, code, label, labels, group, validFrom, validTo }] of listValues.entries()) {
    const row = { list, code, labelFr: label.fr, labelEn: label.en, groupCode: group, validFrom, validTo }
    yield { table: 'listValue', row: { ...row, labels: JSON.stringify(labels), position } }
  }
  for (let n = 1; n <= resources; n++) yield { table: 'resource', row: resource(random, n) }
  for (let n = 1; n <= contacts / 20; n++) yield { table: 'person', row: person(random, contacts, n) }
  for (let n = 1; n <= contacts; n++) {
    const at = minuteOf((n - 0.5) / contacts)
    const {
      personIds,
      kinds,
      themes,
      aidGiven,
      incomplete,
      noteSealed: _,
      ...fields
    } = contactFields(random, contacts, at)
    const id = idOf('contact', n)
    const row = { ...fields, id, kinds: JSON.stringify(kinds), themes: JSON.stringify(themes) }
    yield {
      table: 'contact',
      row: { ...row, aidGiven: JSON.stringify(aidGiven), incomplete: Number(incomplete), sealedNote: null },
    }
    const { durationMinutes } = fields
    for (const [position, personId] of personIds.entries())
      yield { table: 'contactPerson', row: { contactId: id, personId, position, at, durationMinutes } }
    if (n % 5 === 0) yield { table: 'followUp', row: followUp(random, contacts, n) }
    if (n % 10 === 0) yield { table: 'referral', row: referral(random, contacts, n) }
    if (n % 50 === 0) yield { table: 'incident', row: incident(random, contacts, n) }
  }
}

/** What the k-th measured act saves. */
export function newContact(contacts: number, k: number): ContactFields {
  return contactFields(seededRandom(1_000_000 + k), contacts, now)
}

/** As long as the program's own identifiers, and ordered in time as they are. */
const idOf = (table: TableName, n: number): string =>
  `${n.toString(16).padStart(8, '0')}-0000-7000-8000-${table.padEnd(12, '0').slice(0, 12)}`
const minuteOf = (share: number): string => new Date(firstMinute + span * share).toISOString().slice(0, 16)
const dayOf = (share: number): string => minuteOf(share).slice(0, 10)
const anyone = (random: Random, contacts: number): string => idOf('person', random.int(1, contacts / 20))

function contactFields(random: Random, contacts: number, at: string): ContactFields {
  const persons = new Set([anyone(random, contacts)])
  if (random.chance(0.3)) persons.add(anyone(random, contacts))
  const some = (of: readonly string[]) => [...new Set([random.pick(of), random.pick(of)])]
  return {
    at,
    personIds: [...persons],
    unidentifiedCount: random.chance(0.2) ? random.int(1, 3) : 0,
    kinds: some(codes.kinds),
    themes: some(codes.themes),
    place: random.pick(codes.places),
    durationMinutes: random.int(1, 24) * 5,
    mandateAxis: random.pick(codes.axes),
    initiative: null,
    crisis: random.chance(0.05) ? random.pick(codes.crises) : null,
    aidGiven: [],
    note: words(random, 35, 55),
    noteSealed: false,
    incomplete: false,
  }
}

function person(random: Random, contacts: number, n: number): Tables['person'] {
  const alias = `${words(random, 2, 2)} ${n}`
  return {
    id: idOf('person', n),
    alias,
    aliases: alias,
    foldedAliases: fold(alias),
    legalName: null,
    identifyingBasis: null,
    ageBand: random.pick(codes.ageBands),
    ageEstimated: 1,
    gender: random.pick(codes.genders),
    genderEstimated: 1,
    populations: '[]',
    bondStage: 'bond',
    engagedOn: dayOf((n - 0.5) / (contacts / 20)),
    howMet: words(random, 3, 8),
    languages: '[]',
    strengths: words(random, 5, 15),
    safetyNote: '',
    sealedSafetyNote: null,
    mergedInto: null,
  }
}

function resource(random: Random, n: number): Tables['resource'] {
  const organization = `${words(random, 2, 3)} ${n}`
  const said = { phone: '', eligibility: words(random, 5, 10), hours: '', languages: '[]', website: '' }
  return {
    ...said,
    id: idOf('resource', n),
    organization,
    service: words(random, 1, 3),
    sector: random.pick(codes.sectors),
    address: words(random, 2, 4),
    pivotContacts: '[]',
    lastCheckedOn: null,
    taxonomyCode: '',
    note: '',
    retiredOn: null,
  }
}

/** Those of the last month are open, one in ten; she does what she promised. */
function followUp(random: Random, contacts: number, n: number): Tables['followUp'] {
  const dueOn = dayOf(n / contacts)
  const links = { contactId: idOf('contact', n), referralId: null, incidentId: null }
  return {
    ...links,
    id: idOf('followUp', n),
    title: words(random, 3, 6),
    personId: anyone(random, contacts),
    dueOn,
    dueTime: null,
    repetition: 'none',
    seriesStartsOn: dueOn,
    doneAt: dueOn > '2024-12' && random.chance(0.1) ? null : `${dueOn}T16:00`,
  }
}

function referral(random: Random, contacts: number, n: number): Tables['referral'] {
  const proposedOn = dayOf(n / contacts)
  const state =
    proposedOn > '2024-11' ? 'proposed' : random.pick(['service-obtained', 'person-declined', 'abandoned'])
  return {
    id: idOf('referral', n),
    personId: anyone(random, contacts),
    contactId: idOf('contact', n),
    resourceId: idOf('resource', random.int(1, resources)),
    theme: random.pick(codes.themes),
    proposedOn,
    accompaniedByWorker: 0,
    note: words(random, 0, 10),
    state,
    steps: JSON.stringify([{ state, on: proposedOn, reasonCode: null, reason: '' }]),
    toldBackOn: null,
    toldBackNote: '',
  }
}

function incident(random: Random, contacts: number, n: number): Tables['incident'] {
  return {
    id: idOf('incident', n),
    at: minuteOf(n / contacts),
    kinds: '[]',
    intensity: random.int(1, 4),
    place: random.pick(codes.places),
    outcome: '',
    staffConcerned: 0,
    personId: random.chance(0.5) ? anyone(random, contacts) : null,
    note: words(random, 10, 20),
  }
}
