import { seededRandom, type Random } from '../proof/random.ts'

/** Contacts of each size; there is one person for twenty contacts. */
export const sizes = { S: 10_000, M: 100_000, L: 1_000_000 } as const
export type Size = keyof typeof sizes

export interface Contact {
  id: number
  at: string
  minutes: number
  place: string
  note: string
  persons: number[]
  themes: string[]
}

const themes = ['logement', 'santé', 'droits', 'emploi', 'justice', 'famille', 'alimentation', 'hygiène']
const places = ['hall', 'rayons', 'terrasse', 'parc', 'métro']
const ageBands = ['16-24', '25-34', '35-54', '55-64', '65+']
const syllables = 'ba co di fu la me no pi ru sa te vo zi gra plo tri bré chou dan fleu gil hon'.split(' ')
const firstDay = Date.UTC(2020, 0, 1)
const span = Date.UTC(2025, 0, 1) - firstDay
export const today = '2024-12-31'
export const year = ['2024-01-01', '2025-01-01'] as const

/** Invented words; the n-th comes up as often as 1 in n, as in a language. */
const vocabulary = Array.from({ length: 5000 }, (_, n) => {
  const random = seededRandom(n)
  return Array.from({ length: random.int(2, 4) }, () => random.pick(syllables)).join('')
})
const word = (random: Random): string =>
  vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? vocabulary[0] ?? ''
/** Two words found in many notes. */
export const searched = `${vocabulary[60]} ${vocabulary[75]}`

export function* personsOf(contacts: number): Generator<[number, string, string]> {
  const random = seededRandom(11)
  for (let id = 1; id <= contacts / 20; id++) yield [id, `Personne ${id}`, random.pick(ageBands)]
}

export function* contactsOf(count: number): Generator<Contact> {
  const random = seededRandom(22)
  for (let id = 1; id <= count; id++) yield contact(random, count, id, firstDay + (span * (id - 0.5)) / count)
}

export function* followUpsOf(contacts: number): Generator<[number, number, string, number]> {
  const random = seededRandom(44)
  for (let id = 1; id <= contacts / 5; id++) {
    const due = new Date(firstDay + span * random.next()).toISOString().slice(0, 10)
    yield [id, random.int(1, contacts / 20), due, random.chance(0.9) ? 1 : 0]
  }
}

/** The k-th contact saved by the measure. */
export function newContact(contacts: number, k: number): Contact {
  return contact(seededRandom(1_000_000 + k), contacts, contacts + 1 + k, Date.UTC(2024, 11, 31, 12))
}

function contact(random: Random, contacts: number, id: number, time: number): Contact {
  const persons = new Set([random.int(1, contacts / 20)])
  if (random.chance(0.3)) persons.add(random.int(1, contacts / 20))
  const about = new Set([random.pick(themes), random.pick(themes)])
  return {
    id,
    at: new Date(time).toISOString().slice(0, 16),
    minutes: random.int(5, 120),
    place: random.pick(places),
    note: Array.from({ length: random.int(35, 55) }, () => word(random)).join(' '),
    persons: [...persons],
    themes: [...about],
  }
}

const tables = `
CREATE TABLE person (id INTEGER PRIMARY KEY, alias TEXT, age_band TEXT);
CREATE TABLE contact (id INTEGER PRIMARY KEY, at TEXT, minutes INTEGER, place TEXT, note TEXT);
CREATE TABLE contact_person (contact_id INTEGER, person_id INTEGER, PRIMARY KEY (contact_id, person_id)) WITHOUT ROWID;
CREATE TABLE contact_theme (contact_id INTEGER, theme TEXT, PRIMARY KEY (contact_id, theme)) WITHOUT ROWID;
CREATE TABLE follow_up (id INTEGER PRIMARY KEY, person_id INTEGER, due TEXT, done INTEGER);
CREATE INDEX contact_at ON contact (at);
CREATE INDEX contact_person_person ON contact_person (person_id, contact_id);
CREATE INDEX follow_up_due ON follow_up (done, due);`
/** The same caseload for both; each has the full-text index that suits it best. */
export const schema = {
  ours: `${tables} CREATE VIRTUAL TABLE search USING fts4(content="contact", note, tokenize=unicode61 "remove_diacritics=2", order=desc);`,
  peer: `${tables} CREATE VIRTUAL TABLE search USING fts5(note, content='contact', content_rowid='id', tokenize='unicode61 remove_diacritics 2');`,
}

export const queries = {
  today:
    'SELECT f.id, f.due, p.alias FROM follow_up f JOIN person p ON p.id = f.person_id WHERE f.done = 0 AND f.due = ? ORDER BY p.alias',
  latest: `SELECT c.id, c.at, c.place, c.minutes, c.note,
      (SELECT group_concat(p.alias, ', ') FROM contact_person cp JOIN person p ON p.id = cp.person_id WHERE cp.contact_id = c.id) AS persons,
      (SELECT group_concat(t.theme, ', ') FROM contact_theme t WHERE t.contact_id = c.id) AS themes
    FROM contact c ORDER BY c.at DESC LIMIT 50`,
  search:
    'SELECT c.id, c.at, c.note FROM search JOIN contact c ON c.id = search.rowid WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT 50',
  year: `SELECT substr(c.at, 6, 2) AS month, ct.theme, p.age_band, count(DISTINCT c.id) AS contacts, count(DISTINCT cp.person_id) AS persons
    FROM contact c JOIN contact_theme ct ON ct.contact_id = c.id JOIN contact_person cp ON cp.contact_id = c.id
      JOIN person p ON p.id = cp.person_id
    WHERE c.at >= ? AND c.at < ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
}

/** The statements of one save, in order. */
export function insertionsOf(contact: Contact): [string, (string | number)[]][] {
  const { id, at, minutes, place, note, persons, themes } = contact
  return [
    ['INSERT INTO contact VALUES (?, ?, ?, ?, ?)', [id, at, minutes, place, note]],
    ...persons.map((person): [string, number[]] => [
      'INSERT INTO contact_person VALUES (?, ?)',
      [id, person],
    ]),
    ...themes.map((theme): [string, (string | number)[]] => [
      'INSERT INTO contact_theme VALUES (?, ?)',
      [id, theme],
    ]),
    ['INSERT INTO search (rowid, note) VALUES (?, ?)', [id, note]],
  ]
}
