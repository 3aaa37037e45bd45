import { byName } from '../../caseload/folding.ts'
import { dayOf } from '../../caseload/calendar.ts'
import { contactsOf, type ContactRow } from '../../caseload/repository/contacts.ts'
import { incidentsOf } from '../../caseload/repository/incidents.ts'
import { sameAs } from '../../caseload/repository/merge.ts'
import { readPerson } from '../../caseload/repository/people.ts'
import { query } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { packagesWith, type PackageLeft } from '../../review/repository/packages.ts'
import type { Mask, Piece } from '../copy/masking.ts'
import { obligationsOf } from '../repository/retention.ts'
import type { ErasureOrder, Obligation } from '../retention.ts'
import { sealedMentionsOf, sealedNoteIn, type SealedMention, type SealedNotes } from './sealed.ts'
import { maskOf, mentionsOf, type Mention } from './mentions.ts'

/** A text kept with somebody else’s record, as it will read; `key` blanks it whole. */
export interface SharedText {
  key: string
  on: string
  pieces: Piece[]
  /** Sealed: its pieces are not for the screen. */
  isSealed: boolean
  /** Sealed, and this key does not open it: nobody can say what it holds. */
  isUnread: boolean
}

export interface ErasurePlan {
  personId: string
  alias: string
  /** The person and the duplicates merged into her. */
  ids: string[]
  obligations: Obligation[]
  /** Contacts with nobody else: they go, or stay without anybody. */
  alone: ContactRow[]
  /** Contacts with others: their participation goes. */
  shared: SharedText[]
  mentions: (Mention | SealedMention)[]
  /** Sealed notes of other files that this key does not open. */
  unread: number
  /** Words that may be this person, undecided. */
  doubts: string[]
  /** Review packages with this file, away from here, that still open. */
  packages: PackageLeft[]
  mask: Mask
}

/** What erasing a person would do; null when nobody has that id. */
export function planErasure(
  reader: Reader,
  order: ErasureOrder,
  today: string,
  notes: SealedNotes,
): ErasurePlan | null {
  const person = readPerson(reader, order.personId)
  if (!person) return null
  const ids = sameAs(reader, person.id)
  const mask = maskOf(reader, ids, order)
  const contacts = contactsOf(reader, person.id)
  const isAlone = (contact: ContactRow) => contact.people.length <= 1 && contact.unidentifiedCount === 0
  const alone = contacts.filter(isAlone)
  const sharedContacts = contacts.filter((contact) => !isAlone(contact))
  const incidents = incidentsOf(reader, person.id)
  const shared = [
    ...sharedContacts.map(({ id, at, note, noteSealed }) => ({
      key: `contact ${id}`,
      on: dayOf(at),
      text: noteSealed ? notes.open(sealedNoteIn(reader, id)) : note,
      isSealed: noteSealed,
    })),
    ...incidents.map(({ id, at, note }) => ({
      key: `incident ${id}`,
      on: dayOf(at),
      text: note,
      isSealed: false,
    })),
  ]
    .filter(({ text }) => text !== '')
    .map(({ text, ...rest }) => ({
      ...rest,
      isUnread: text === null,
      pieces: text === null ? [] : mask.pieces(text),
    }))
  const going = goingKeys(reader, person.id, ids, alone)
  const listed = new Set(shared.map(({ key }) => key))
  const sealed = sealedMentionsOf(
    reader,
    mask,
    notes,
    (table, key) => going.has(`${table} ${key}`) || listed.has(`${table} ${key}`),
  )
  const plain = mentionsOf(reader, mask, (table, key) => going.has(`${table} ${key}`)).filter(
    ({ table, key, column }) => !(column === 'note' && listed.has(`${table} ${key}`)),
  )
  const mentions = [...plain, ...sealed.mentions]
  const kept = shared.filter(({ key }) => !order.emptied.includes(key))
  const pieces = [...kept, ...mentions].flatMap(({ pieces }) => pieces)
  const doubts = pieces.filter(({ mark }) => mark === 'doubtful').map(({ text }) => text)
  return {
    personId: person.id,
    alias: person.aliases[0] ?? '',
    ids,
    obligations: obligationsOf(reader, { personId: person.id, reason: order.reason }, today),
    alone,
    shared,
    mentions,
    unread: sealed.unread,
    doubts: byName([...new Set(doubts)], (word) => word),
    packages: packagesWith(reader, ids, today),
    mask,
  }
}

/** Rows about her alone: what they say is not looked through, since they go or are blanked. */
function goingKeys(
  reader: Reader,
  personId: string,
  ids: readonly string[],
  alone: readonly ContactRow[],
): ReadonlySet<string> {
  const owned = [
    'referral',
    'followUp',
    'consent',
    'noticeReading',
    'rightsRequest',
    'disclosure',
    'fileReview',
  ] as const
  const rows = owned.flatMap((table) =>
    reader
      .all(query.selectFrom(table).select('id').where('personId', 'in', ids).compile())
      .map(({ id }) => `${table} ${id}`),
  )
  const ties = reader.all(
    query
      .selectFrom('tie')
      .select('id')
      .where((eb) => eb.or([eb('personId', 'in', ids), eb('otherId', 'in', ids)]))
      .compile(),
  )
  return new Set([
    ...rows,
    ...ties.map(({ id }) => `tie ${id}`),
    ...alone.map(({ id }) => `contact ${id}`),
    ...ids.map((id) => `person ${id}`),
    `retentionHold ${personId}`,
  ])
}
