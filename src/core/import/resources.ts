import type * as z from 'zod'
import { fold } from '../caseload/folding.ts'
import { resourceFields, resourceName, type PivotContact, type ResourceFields } from '../caseload/resource.ts'
import type { Steps } from '../steps.ts'
import { simplify, splitValues, type CodeMatcher } from './codes.ts'
import { parseDate } from './dates.ts'
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
import { resourceNote } from './text/fr/resource-note.ts'

export interface KnownResources {
  today: string
  codes: CodeMatcher
  resources: readonly Pick<ResourceFields, 'organization' | 'service'>[]
}

const longestLine = 200
const longestParagraph = 2000
const longestNote = 50_000
/** How directories say that a service is no more; HSDS says `inactive` and `defunct`. */
const closed = ['inactive', 'defunct', 'inactif', 'ferme', 'closed', 'archive']

/** What would become of each row. A resource is already there when its organization and service are, accents and case ignored. */
export function* planResources(
  table: ImportTable,
  mapping: Mapping,
  known: KnownResources,
): Steps<Plan<ResourceFields>> {
  const present = new Set(known.resources.map(keyOf))
  const outcomeOf = (row: ImportRow): Outcome<ResourceFields> => {
    const read = readResource(row, mapping, known)
    if (read.type === 'refused') return read
    const key = keyOf(read.record)
    if (present.has(key)) return { type: 'present' }
    present.add(key)
    return read
  }
  return yield* planRows(table, outcomeOf)
}

const keyOf = (resource: KnownResources['resources'][number]): string =>
  simplify(fold(resourceName(resource)))

function readResource(
  row: ImportRow,
  mapping: Mapping,
  known: KnownResources,
): Exclude<Outcome<ResourceFields>, { type: 'present' }> {
  const reader = rowReader(row, mapping)
  const status = reader.text('status')
  if (closed.includes(simplify(status))) reader.refuse('status', 'closed-service', status)
  const organization = readName(reader, 'organization')
  // the service tells which row it is, where lines are not numbered
  if (organization === '') reader.refuse('organization', 'missing-value', reader.text('service'))
  const record = {
    organization,
    service: readName(reader, 'service'),
    sector: readSector(reader, known),
    ...readDetails(reader, mapping, known),
  }
  if (record.note.length > longestNote) reader.refuse('note', 'too-long', record.note)
  return reader.refusals.length > 0 ? { type: 'refused', refusals: reader.refusals } : { type: 'add', record }
}

function readName(reader: RowReader, field: 'organization' | 'service'): string {
  const name = oneLine(reader.text(field))
  if (name.length > longestLine) reader.refuse(field, 'too-long', name)
  return name
}

function readSector(reader: RowReader, { codes, today }: KnownResources): string {
  const text = reader.text('sector')
  const value = codes.find('sector', text, today)
  if (text === '') reader.refuse('sector', 'missing-value')
  else if (!value) reader.refuse('sector', 'unknown-value', text, codes.suggest('sector', text))
  return value?.code ?? ''
}

type Details = Omit<ResourceFields, 'organization' | 'service' | 'sector'>

/** What a field has no room for is kept in the note: nothing of the row is lost. */
function readDetails(reader: RowReader, mapping: Mapping, { codes, today }: KnownResources): Details {
  const overflow: { field: ImportField; text: string }[] = []
  const fitting = (field: ImportField, longest: number, tidy: (text: string) => string): string => {
    const text = tidy(reader.text(field))
    if (text.length <= longest) return text
    overflow.push({ field, text })
    return ''
  }
  const several = <T>(field: ImportField, schema: z.ZodType<T>, parts: (text: string) => unknown): T | [] => {
    const text = reader.text(field)
    const read = schema.safeParse(parts(text))
    if (read.success) return read.data
    overflow.push({ field, text })
    return []
  }
  const fields = {
    phone: fitting('phone', longestLine, oneLine),
    eligibility: fitting('eligibility', longestParagraph, String),
    hours: fitting('hours', longestParagraph, String),
    website: fitting('website', longestLine, oneLine),
    address: fitting('address', longestLine, oneLine),
    taxonomyCode: fitting('taxonomyCode', longestLine, oneLine),
    languages: several('languages', resourceFields.shape.languages, (text) => languagesOf(text, codes)),
    pivotContacts: several('pivotContact', resourceFields.shape.pivotContacts, pivotContactsOf),
    lastCheckedOn: readCheckedOn(reader, mapping, today),
  }
  return { ...fields, note: resourceNote(reader.text('note'), overflow) }
}

/** Codes where the list knows the language, the words as written elsewhere. */
function languagesOf(text: string, codes: CodeMatcher): string[] {
  const parts = splitValues(text, (part) => codes.find('language', part) !== null)
  return [...new Set(parts.map((part) => codes.find('language', part)?.code ?? part))]
}

/** « Ann Persona (accueil), 819 555-0100; Momo »: each a name, a role, a number. */
function pivotContactsOf(text: string): PivotContact[] {
  return text
    .split(/[;|\r\n]+/u)
    .map(oneLine)
    .filter((part) => part !== '')
    .map((part) => {
      const comma = part.lastIndexOf(', ')
      const phone = comma > 0 && /\d{3}/.test(part.slice(comma)) ? part.slice(comma + 2) : ''
      const person = phone === '' ? part : part.slice(0, comma)
      const opening = person.endsWith(')') ? person.indexOf(' (') : -1
      if (opening < 1) return { name: person, role: '', phone }
      return { name: person.slice(0, opening), role: person.slice(opening + 2, -1), phone }
    })
}

function readCheckedOn(reader: RowReader, { dateOrder }: Mapping, today: string): string | null {
  const text = reader.text('lastCheckedOn')
  if (text === '') return null
  const day = parseDate(text, dateOrder)?.day ?? null
  if (day === null) reader.refuse('lastCheckedOn', 'bad-date', text)
  else if (day > today) reader.refuse('lastCheckedOn', 'in-the-future', text)
  return day
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
