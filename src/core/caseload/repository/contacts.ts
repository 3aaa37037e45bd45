import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import { meetsSomebody, type Contact, type ContactFields } from '../contact.ts'
import type { ContactFilter } from '../filter.ts'
import { prepared } from '../prepared.ts'
import { query, type Tables } from '../tables.ts'
import { dropDraft } from './draft.ts'
import { unlinkFollowUps } from './follow-ups.ts'
import { readMandate, type Mandate, type MomentRefusal } from './moments.ts'
import { presentPeople, presentPerson } from './people.ts'
import { idsIn, readStretch, type Page, type Stretch } from './stretch.ts'
import {
  aliasOf,
  holdsOneOf,
  idToWrite,
  recordBefore,
  parseCodes,
  toCodes,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from './rows.ts'

/** A contact with its known persons as other records name them. */
export type ContactRow = Contact & { people: { id: string; alias: string }[] }

const contactsWithPeople = query
  .selectFrom('contact')
  .selectAll('contact')
  .select(
    sql<string>`(
      select json_group_array(json_object('id', person.id, 'alias', person.alias) order by contactPerson.position)
      from contactPerson join person on person.id = contactPerson.personId
      where contactPerson.contactId = contact.id
    )`.as('people'),
  )

/** Newest first, among those the filter lets through; one kept from before a merge is about the person kept. */
export function listContacts(
  reader: Reader,
  { filter = {}, ...stretch }: Stretch & { filter?: ContactFilter | undefined },
): Page<ContactRow> {
  const { personId } = filter
  const wanted =
    personId === undefined ? filter : { ...filter, personId: presentPerson(reader, personId) ?? personId }
  return readStretch(
    reader,
    { from: sql`from contact where ${restriction(wanted)}`, order: sql`at desc, id desc` },
    stretch,
    (ids) => reader.all(contactsWithPeople.where('contact.id', 'in', idsIn(ids)).compile()).map(contactFrom),
  )
}

/** The newest ones, without counting the others. */
export function latestContacts(reader: Reader, limit: number, filter: ContactFilter = {}): ContactRow[] {
  const chosen = contactsWithPeople.where(restriction(filter))
  const latest = chosen.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
  return reader.all(latest.compile()).map(contactFrom)
}

export function countContacts(reader: Reader, filter: ContactFilter = {}): number {
  const counted = query
    .selectFrom('contact')
    .where(restriction(filter))
    .select((eb) => eb.fn.countAll<number>().as('count'))
  return reader.all(counted.compile())[0]?.count ?? 0
}

const pageLength = 1000

/** What tells contacts apart, of all of them, a page at a time. */
export function* contactPages(
  reader: Reader,
): Generator<Pick<Contact, 'at' | 'note' | 'unidentifiedCount' | 'personIds'>[], void> {
  for (let last = ''; ;) {
    const page = reader.all(
      query
        .selectFrom('contact')
        .select(['id', 'at', 'note', 'unidentifiedCount'])
        .select(
          sql<string>`(select json_group_array(personId) from contactPerson where contactId = contact.id)`.as(
            'personIds',
          ),
        )
        .where('id', '>', last)
        .orderBy('id')
        .limit(pageLength)
        .compile(),
    )
    yield page.map((row) => ({ ...row, personIds: JSON.parse(row.personIds) }))
    if (page.length < pageLength) return
    last = page.at(-1)?.id ?? ''
  }
}

function restriction(filter: ContactFilter) {
  const { from, to, kinds = [], themes = [], places = [], mandateAxis, personId, incomplete } = filter
  return sql<boolean>`${sql.join(
    [
      sql`true`,
      ...(from === undefined ? [] : [sql`contact.at >= ${from}`]),
      ...(to === undefined ? [] : [sql`contact.at <= ${`${to}T23:59`}`]),
      ...(kinds.length === 0 ? [] : [holdsOneOf('contact.kinds', kinds)]),
      ...(themes.length === 0 ? [] : [holdsOneOf('contact.themes', themes)]),
      ...(places.length === 0 ? [] : [sql`contact.place in (${sql.join(places)})`]),
      ...(mandateAxis === undefined ? [] : [sql`contact.mandateAxis = ${mandateAxis}`]),
      ...(personId === undefined
        ? []
        : [sql`contact.id in (select contactId from contactPerson where personId = ${personId})`]),
      // a literal: the partial index of the incomplete ones needs one
      ...(incomplete === undefined
        ? []
        : [incomplete ? sql`contact.incomplete = 1` : sql`contact.incomplete = 0`]),
    ],
    sql` and `,
  )}`
}

/** Newest first. */
export function contactsOf(reader: Reader, personId: string): ContactRow[] {
  const theirs = contactsWithPeople
    .innerJoin('contactPerson', 'contactPerson.contactId', 'contact.id')
    .where('contactPerson.personId', '=', personId)
    .orderBy('contactPerson.at', 'desc')
    .orderBy('contact.id', 'desc')
  return reader.all(theirs.compile()).map(contactFrom)
}

/** `sealedNote` takes the place of the note’s text, in base64; left out, the one there stays while the note is to be sealed. */
export type ContactToSave = Input<ContactFields> & { sealedNote?: string | undefined }

/** What a contact says, whoever it is about. */
type WordsRefusal = 'nobody-met' | 'axis-not-valid' | MomentRefusal
type Refusal = 'not-found' | 'unknown-person' | WordsRefusal

/** A new contact takes the place of the draft: both in one transaction. */
export function saveContact(
  writer: Writer,
  { id: given, sealedNote, ...written }: ContactToSave,
  context: Context,
): Result<Saved, Refusal> {
  const before = recordBefore(writer, 'contact', given)
  const refusal = refusalOf(written, readMandate(writer), context, before)
  if (refusal) return failed(refusal)
  const people = presentPeople(writer, written.personIds)
  if (people === null) return failed('unknown-person')
  const fields = { ...written, personIds: people.map((person) => person.id) }
  const target = idToWrite(writer, 'contact', given, context)
  if (!target.ok) return target
  const id = target.value
  const sealed = sealedNote ?? before?.sealedNote ?? null
  const row = toRow(id, fields, fields.noteSealed ? sealed : null)
  if (given === undefined) {
    addContact(writer, row, fields)
    dropDraft(writer)
  } else {
    writer.put('contact', row)
    linkPeople(writer, id, fields)
  }
  return ok({ id, subject: people[0]?.alias ?? '' })
}

/**
 * How to add contacts by the thousand, their persons known to be there and none of them merged: what allows one is read once for
 * all. The note being written keeps its place.
 */
export function contactAdder(
  writer: Writer,
  context: Context,
): (fields: ContactFields) => Result<undefined, WordsRefusal> {
  const mandate = readMandate(writer)
  return (fields) => {
    const refusal = refusalOf(fields, mandate, context)
    if (refusal) return failed(refusal)
    addContact(writer, toRow(context.newId(), fields, null), fields)
    return ok()
  }
}

function addContact(writer: Writer, row: Tables['contact'], fields: ContactFields): void {
  writer.add('contact', row)
  for (const link of linksTo(row.id, fields)) writer.add('contactPerson', link)
}

function refusalOf(
  fields: ContactFields,
  mandate: Mandate,
  { now }: Context,
  before?: Pick<ContactFields, 'at' | 'mandateAxis'>,
): WordsRefusal | null {
  if (!meetsSomebody(fields)) return 'nobody-met'
  const hasAxis = mandate.hasAxis(fields, before)
  return mandate.refusal(fields.at, now, before?.at) ?? (hasAxis ? null : 'axis-not-valid')
}

/** The sealed note of a contact, in base64; null when it has none. */
export function sealedNoteOf(reader: Reader, id: string): string | null {
  const row = query.selectFrom('contact').select('sealedNote').where('id', '=', id)
  return reader.all(row.compile())[0]?.sealedNote ?? null
}

/** Whether the note of a contact is there in plain text. */
export function hasPlainNote(reader: Reader, id: string | undefined): boolean {
  if (id === undefined) return false
  const plain = query.selectFrom('contact').select('id').where('id', '=', id).where('note', '!=', '')
  return reader.all(plain.compile()).length > 0
}

/** Its referrals and follow-ups stay, no longer tied to it. */
export function removeContact(writer: Writer, id: string): Result<Removed, 'not-found'> {
  if (!writer.find('contact', { id })) return failed('not-found')
  const subject = aliasOf(writer, linksOf(writer, id)[0]?.personId)
  for (const referral of writer.all(
    query.selectFrom('referral').selectAll().where('contactId', '=', id).compile(),
  )) {
    writer.put('referral', { ...referral, contactId: null })
  }
  unlinkFollowUps(writer, 'contactId', id)
  for (const { personId } of linksOf(writer, id)) writer.remove('contactPerson', { contactId: id, personId })
  writer.remove('contact', { id })
  return ok({ subject })
}

const links = prepared(1, (contactId: string) =>
  query
    .selectFrom('contactPerson')
    .selectAll()
    .where('contactId', '=', contactId)
    .orderBy('position')
    .compile(),
)

const linksOf = (reader: Reader, contactId: string): Tables['contactPerson'][] => reader.all(links(contactId))

/** In place of the links it has. */
function linkPeople(writer: Writer, contactId: string, fields: ContactFields): void {
  const after = linksTo(contactId, fields)
  for (const { personId } of linksOf(writer, contactId)) {
    if (!after.some((link) => link.personId === personId))
      writer.remove('contactPerson', { contactId, personId })
  }
  for (const link of after) writer.put('contactPerson', link)
}

function linksTo(
  contactId: string,
  { personIds, at, durationMinutes }: ContactFields,
): Tables['contactPerson'][] {
  return [...new Set(personIds)].map((personId, position) => ({
    contactId,
    personId,
    position,
    at,
    durationMinutes,
  }))
}

function toRow(id: string, fields: ContactFields, sealedNote: string | null): Tables['contact'] {
  return {
    id,
    at: fields.at,
    unidentifiedCount: fields.unidentifiedCount,
    kinds: toCodes(fields.kinds),
    themes: toCodes(fields.themes),
    place: fields.place,
    durationMinutes: fields.durationMinutes,
    mandateAxis: fields.mandateAxis,
    initiative: fields.initiative,
    crisis: fields.crisis,
    aidGiven: JSON.stringify(fields.aidGiven),
    note: fields.note,
    sealedNote,
    incomplete: Number(fields.incomplete),
  }
}

function contactFrom(row: Tables['contact'] & { people: string }): ContactRow {
  const people: ContactRow['people'] = JSON.parse(row.people)
  return {
    id: row.id,
    at: row.at,
    personIds: people.map((person) => person.id),
    people,
    unidentifiedCount: row.unidentifiedCount,
    kinds: parseCodes(row.kinds),
    themes: parseCodes(row.themes),
    place: row.place,
    durationMinutes: row.durationMinutes,
    mandateAxis: row.mandateAxis,
    initiative: row.initiative,
    crisis: row.crisis,
    aidGiven: JSON.parse(row.aidGiven),
    note: row.note,
    noteSealed: row.sealedNote !== null,
    incomplete: row.incomplete === 1,
  }
}
