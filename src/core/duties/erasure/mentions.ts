import { sql } from 'kysely'
import { query, type TableName, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { createMask, type Mask, type Piece } from '../copy/masking.ts'
import type { ErasureOrder } from '../retention.ts'

type FreeTexts = { [T in TableName]?: readonly Extract<keyof Tables[T], string>[] }

/** Where somebody may have written about anybody: each is looked through for the names of who is erased. */
export const freeTexts = {
  person: ['howMet', 'strengths', 'safetyNote'],
  tie: ['note'],
  contact: ['note'],
  referral: ['note', 'toldBackNote'],
  followUp: ['title'],
  incident: ['note'],
  groupActivity: ['title', 'note'],
  staffSupport: ['note'],
  workHours: ['note'],
  resource: ['note'],
  consent: ['words', 'parent', 'withdrawalWords'],
  noticeReading: ['note'],
  rightsRequest: ['requester', 'words', 'extensionWords', 'answer', 'lateWords'],
  disclosure: ['recipient', 'information', 'reasons', 'sequel'],
  confidentialityIncident: [
    'information',
    'circumstances',
    'misuse',
    'consequences',
    'conclusion',
    'notToldWords',
    'measures',
  ],
  retentionHold: ['words'],
  fileReview: ['question', 'decision'],
  reviewAction: ['title'],
} as const satisfies FreeTexts
type FreeTable = keyof typeof freeTexts

/** A text that stays and may speak of who goes. */
export interface Mention {
  table: FreeTable
  /** The row’s own identifier: `id`, or whose hold it is. */
  key: string
  column: string
  pieces: Piece[]
  isSealed: false
}

/** The mask that finds who is erased, and nobody else. */
export function maskOf(
  reader: Reader,
  ids: readonly string[],
  { hide, nobody }: Pick<ErasureOrder, 'hide' | 'nobody'>,
): Mask {
  const rows = reader.all(
    query.selectFrom('person').select(['aliases', 'legalName']).where('id', 'in', ids).compile(),
  )
  const names = rows.flatMap(({ aliases, legalName }) => [
    ...aliases.split('\n'),
    ...(legalName ? [legalName] : []),
  ])
  return createMask({ others: names, own: nobody, hide, nobody, common: new Set() })
}

/** Texts of records that stay where the person is named, or may be. */
export function mentionsOf(
  reader: Reader,
  mask: Mask,
  isGoing: (table: FreeTable, key: string) => boolean,
): Mention[] {
  return (Object.keys(freeTexts) as FreeTable[]).flatMap((table) =>
    freeTexts[table].flatMap((column) =>
      textsOf(reader, table, column)
        .filter(({ key }) => !isGoing(table, key))
        .map(({ key, text }) => ({
          table,
          key,
          column,
          pieces: mask.pieces(text),
          isSealed: false as const,
        }))
        .filter(({ pieces }) => pieces.some(({ mark }) => mark !== 'plain')),
    ),
  )
}

function textsOf(reader: Reader, table: FreeTable, column: string): { key: string; text: string }[] {
  const key = table === 'retentionHold' ? 'personId' : 'id'
  const written = sql<{ key: string; text: string }>`
    select ${sql.ref(key)} as key, ${sql.ref(column)} as text from ${sql.table(table)}
    where ${sql.ref(column)} <> ''`
  return reader.all(written.compile(query))
}
