import { sql } from 'kysely'
import { query } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import type { Mask, Piece } from '../copy/masking.ts'

/** What a session may do with sealed notes: the worker’s opens them, the coordinator’s only seals. */
export interface SealedNotes {
  /** Null when this key does not open it. */
  open: (sealed: string) => string | null
  seal: (text: string) => string
}

const places = [
  { table: 'contact', column: 'sealedNote' },
  { table: 'person', column: 'sealedSafetyNote' },
] as const

/** A sealed note that stays, and names who goes. */
export interface SealedMention {
  table: (typeof places)[number]['table']
  key: string
  column: (typeof places)[number]['column']
  pieces: Piece[]
  isSealed: true
}

/** Those of other files that this key opens and that name the person; `unread` counts those it does not open. */
export function sealedMentionsOf(
  reader: Reader,
  mask: Mask,
  { open }: SealedNotes,
  isGoing: (table: 'contact' | 'person', key: string) => boolean,
): { mentions: SealedMention[]; unread: number } {
  const mentions: SealedMention[] = []
  let unread = 0
  for (const { table, column } of places) {
    const rows = sql<{ key: string; sealed: string }>`
      select id as key, ${sql.ref(column)} as sealed from ${sql.table(table)} where ${sql.ref(column)} is not null`
    for (const { key, sealed } of reader.all(rows.compile(query))) {
      if (isGoing(table, key)) continue
      const text = open(sealed)
      if (text === null) {
        unread += 1
        continue
      }
      const pieces = mask.pieces(text)
      if (pieces.some(({ mark }) => mark !== 'plain'))
        mentions.push({ table, key, column, pieces, isSealed: true })
    }
  }
  return { mentions, unread }
}

/** The sealed note of a contact, in base64. */
export function sealedNoteIn(reader: Reader, contactId: string): string {
  const row = query.selectFrom('contact').select('sealedNote').where('id', '=', contactId)
  return reader.all(row.compile())[0]?.sealedNote ?? ''
}
