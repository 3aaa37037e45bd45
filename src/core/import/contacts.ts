import { isInTheFuture } from '../caseload/calendar.ts'
import { meetsSomebody, type ContactFields } from '../caseload/contact.ts'
import { fold } from '../caseload/folding.ts'
import { isValidOn, type ListName } from '../caseload/lists.ts'
import type { Steps } from '../steps.ts'
import { splitValues, type CodeMatcher } from './codes.ts'
import { parseDate, parseTime } from './dates.ts'
import {
  planRows,
  rowReader,
  type ImportField,
  type ImportRow,
  type ImportTable,
  type Mapping,
  type Outcome,
  type Plan,
  type RowReader,
} from './mapping.ts'
import { parsePeople } from './people.ts'
import { parseCount, parseDuration, splitQuantity } from './quantities.ts'

/** A contact as a row tells it: its persons by alias, known or not yet. */
export interface ImportedContact {
  fields: Omit<ContactFields, 'personIds'>
  people: readonly string[]
}

/** What the vault holds already, as far as an import must know. */
export interface KnownContacts {
  now: string
  /** The mandate’s first day; null when it is not told. */
  mandateStartsOn: string | null
  codes: CodeMatcher
  people: readonly { id: string; aliases: readonly string[] }[]
  /** In pages, each read when it is asked for. */
  contacts: Iterable<readonly ComparedContact[]>
}
/** What tells that two contacts are the same one. */
export type ComparedContact = Pick<ContactFields, 'at' | 'note' | 'unidentifiedCount' | 'personIds'>

/** A row without an hour is put at noon: the day is what it says. Where noon is yet to come, at the first minute of that day. */
const hourUnknown = '12:00'
const dayBegun = '00:00'
const longestLine = 200
const longestNote = 50_000
/** Fields that hold one value of their list. */
const singles: readonly ImportField[] = ['place', 'mandateAxis', 'initiative', 'crisis']
const most = { people: 50, unidentified: 200, kinds: 11, values: 20, quantity: 999 }

/**
 * What would become of each row. A contact is already there when one of the same minute, with the same persons and
 * the same note, is: as many times as it is there, so that two alike in a file are both added once, and only once.
 */
export function* planContacts(
  table: ImportTable,
  mapping: Mapping,
  known: KnownContacts,
): Steps<Plan<ImportedContact>> {
  const total = table.rows.length
  const ids = idsByAlias(known.people)
  const present = new Map<string, number>()
  for (const page of known.contacts) {
    countKeys(page, present)
    yield { done: 0, total }
  }
  const outcomeOf = (row: ImportRow): Outcome<ImportedContact> => {
    const read = readContact(row, mapping, known, ids)
    if (read.type === 'refused') return read
    const key = keyOf(read.record.fields, personKeys(read.record.people, ids))
    const left = present.get(key) ?? 0
    if (left === 0) return read
    present.set(key, left - 1)
    return { type: 'present' }
  }
  return yield* planRows(table, outcomeOf)
}

/** The aliases nobody has yet, as first typed in the rows to add. */
export function newAliases(
  plan: Plan<ImportedContact>,
  people: KnownContacts['people'],
): Map<string, string> {
  const ids = idsByAlias(people)
  const aliases = new Map<string, string>()
  for (const { outcome } of plan.rows) {
    for (const alias of outcome.type === 'add' ? outcome.record.people : []) {
      if (!ids.has(fold(alias)) && !aliases.has(fold(alias))) aliases.set(fold(alias), alias)
    }
  }
  return aliases
}

/** Who has each alias, folded: more than one person may. */
export function idsByAlias(people: KnownContacts['people']): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, aliases } of people) {
    for (const alias of new Set(aliases.map(fold))) ids.set(alias, [...(ids.get(alias) ?? []), id])
  }
  return ids
}

function readContact(
  row: ImportRow,
  mapping: Mapping,
  { now, mandateStartsOn, codes }: KnownContacts,
  ids: ReadonlyMap<string, readonly string[]>,
): Exclude<Outcome<ImportedContact>, { type: 'present' }> {
  const reader = rowReader(row, mapping)
  const at = readMinute(reader, mapping, now)
  const day = at.slice(0, 10)
  if (at !== '' && mandateStartsOn !== null && day < mandateStartsOn)
    reader.refuse('date', 'before-mandate', day)
  const one = (field: ImportField, list: ListName) => readCodes(reader, field, list, codes, day)[0]
  const { aliases, unidentified } = readPeople(reader, ids)
  const kinds = readCodes(reader, 'kinds', 'contactKind', codes, day)
  if (kinds.length > most.kinds) reader.refuse('kinds', 'too-many')
  const fields: ImportedContact['fields'] = {
    at,
    unidentifiedCount: unidentified,
    kinds,
    themes: readCodes(reader, 'themes', 'theme', codes, day),
    place: one('place', 'place') ?? '',
    durationMinutes: readDuration(reader),
    mandateAxis: one('mandateAxis', 'mandateAxis') ?? '',
    initiative: one('initiative', 'initiative') ?? null,
    crisis: one('crisis', 'crisis') ?? null,
    aidGiven: readAid(reader, codes, day),
    note: readNote(reader),
    noteSealed: false,
    incomplete: false,
  }
  for (const field of ['kinds', 'place', 'mandateAxis'] as const) {
    if (reader.text(field) === '') reader.refuse(field, 'missing-value')
  }
  if (kinds.length > 0 && !meetsSomebody({ ...fields, personIds: [...aliases] }))
    reader.refuse('people', 'nobody-met')
  if (reader.refusals.length > 0) return { type: 'refused', refusals: uniqueRefusals(reader.refusals) }
  return { type: 'add', record: { fields, people: aliases } }
}

/** A minute, or an empty text when it was refused. */
function readMinute(reader: RowReader, mapping: Mapping, now: string): string {
  const [dateText, timeText] = [reader.text('date'), reader.text('time')]
  if (dateText === '') {
    reader.refuse('date', 'missing-value')
    return ''
  }
  const date = parseDate(dateText, mapping.dateOrder)
  if (!date) {
    reader.refuse('date', 'bad-date', dateText)
    return ''
  }
  const time = timeText === '' ? (date.time ?? hourUnknown) : parseTime(timeText)
  if (time === null) {
    reader.refuse('time', 'bad-time', timeText)
    return ''
  }
  const stated = `${date.day}T${time}`
  const isDayAlone = timeText === '' && date.time === null
  const at = isDayAlone && date.day === now.slice(0, 10) && stated > now ? `${date.day}T${dayBegun}` : stated
  if (isInTheFuture(at, now)) reader.refuse('date', 'in-the-future', dateText)
  return at
}

function readPeople(reader: RowReader, ids: ReadonlyMap<string, readonly string[]>) {
  const { aliases, unidentified } = parsePeople(reader.text('people'))
  if (aliases.length > most.people) reader.refuse('people', 'too-many')
  for (const alias of aliases) {
    if (alias.length > longestLine) reader.refuse('people', 'too-long', alias)
    if ((ids.get(fold(alias))?.length ?? 0) > 1) reader.refuse('people', 'ambiguous-person', alias)
  }
  const text = reader.text('unidentifiedCount')
  const counted = text === '' ? 0 : parseCount(text, most.unidentified)
  if (counted === null) reader.refuse('unidentifiedCount', 'bad-number', text)
  const total = unidentified + (counted ?? 0)
  if (total > most.unidentified) reader.refuse('unidentifiedCount', 'too-many', String(total))
  return { aliases, unidentified: total }
}

function readCodes(
  reader: RowReader,
  field: ImportField,
  list: ListName,
  codes: CodeMatcher,
  day: string,
): string[] {
  const parts = splitValues(reader.text(field), (part) => codes.find(list, part) !== null)
  const isSingle = singles.includes(field)
  if (parts.length > (isSingle ? 1 : most.values)) reader.refuse(field, 'too-many', parts.join('; '))
  return [...new Set(parts.flatMap((part) => readCode(reader, field, list, codes, part, day) ?? []))]
}

function readCode(
  reader: RowReader,
  field: ImportField,
  list: ListName,
  codes: CodeMatcher,
  text: string,
  day: string,
): string | null {
  const value = codes.find(list, text, day)
  if (!value) reader.refuse(field, 'unknown-value', text, codes.suggest(list, text))
  else if (day !== '' && !isValidOn(value, day)) reader.refuse(field, 'not-valid-then', text)
  return value?.code ?? null
}

function readDuration(reader: RowReader): number {
  const text = reader.text('durationMinutes')
  const minutes = text === '' ? 0 : parseDuration(text)
  if (minutes === null) reader.refuse('durationMinutes', 'bad-duration', text)
  return minutes ?? 0
}

function readAid(reader: RowReader, codes: CodeMatcher, day: string): ContactFields['aidGiven'] {
  const text = reader.text('aidGiven')
  if (text.length > 2000) {
    reader.refuse('aidGiven', 'too-long', text)
    return []
  }
  const given = new Map<string, number>()
  for (const part of splitValues(text, (part) => codes.find('aidItem', part) !== null)) {
    const { what, quantity } = splitQuantity(part)
    const item = readCode(reader, 'aidGiven', 'aidItem', codes, what, day)
    const total = (given.get(item ?? '') ?? 0) + quantity
    if (quantity === 0 || total > most.quantity) reader.refuse('aidGiven', 'bad-number', part)
    if (item !== null) given.set(item, total)
  }
  if (given.size > most.values) reader.refuse('aidGiven', 'too-many')
  return [...given].map(([item, quantity]) => ({ item, quantity }))
}

function readNote(reader: RowReader): string {
  const note = reader.text('note')
  if (note.length > longestNote) reader.refuse('note', 'too-long', note)
  return note
}

function personKeys(aliases: readonly string[], ids: ReadonlyMap<string, readonly string[]>): string[] {
  return aliases.map((alias) => ids.get(fold(alias))?.[0] ?? `new ${fold(alias)}`)
}

function countKeys(contacts: readonly ComparedContact[], counts: Map<string, number>): void {
  for (const contact of contacts) {
    const key = keyOf(contact, contact.personIds)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
}

function keyOf(
  { at, note, unidentifiedCount }: Omit<ComparedContact, 'personIds'>,
  people: readonly string[],
): string {
  // the same row, imported before noon of its day and again after it, is one contact
  const minute = at.endsWith(dayBegun) ? at.replace(dayBegun, hourUnknown) : at
  return JSON.stringify([minute, note.trim(), unidentifiedCount, [...new Set(people)].sort()])
}

/** A field read twice may be refused twice for the same reason. */
function uniqueRefusals(refusals: RowReader['refusals']): RowReader['refusals'] {
  const seen = new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal]))
  return [...seen.values()]
}
