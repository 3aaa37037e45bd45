import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import type { NewId } from '../../ports.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import { prepared } from '../prepared.ts'
import { query, type Key, type Tables } from '../tables.ts'

/** What a write needs from outside: the minute it happens at, and new identifiers. */
export interface Context {
  now: string
  newId: NewId
}

/** Fields as a form gives them: without an id, a new record; with one, all the fields of that record. */
export type Input<Fields> = Fields & { id?: string | undefined }

/** What a saving command answers; the subject names the act in the history. */
export interface Saved {
  id: string
  subject: string
}
export type Removed = Pick<Saved, 'subject'>

type RecordTable =
  | 'person'
  | 'tie'
  | 'contact'
  | 'referral'
  | 'followUp'
  | 'resource'
  | 'incident'
  | 'groupActivity'
  | 'staffSupport'
  | 'workHours'
  | 'savedFilter'
  | 'consent'
  | 'noticeReading'
  | 'rightsRequest'
  | 'disclosure'
  | 'confidentialityIncident'
  | 'fileReview'

/** The id to write under: a new one, or the given one when its record exists. */
export function idToWrite(
  writer: Writer,
  table: RecordTable,
  id: string | undefined,
  { newId }: Context,
): Result<string, 'not-found'> {
  if (id === undefined) return ok(newId())
  return exists(writer, table, id) ? ok(id) : failed('not-found')
}

/** The record being saved as it is now; undefined for a new one, and for one that is not there. */
export const recordBefore = <T extends RecordTable>(
  writer: Writer,
  table: T,
  id: string | undefined,
): Tables[T] | undefined => (id === undefined ? undefined : writer.find(table, { id } as unknown as Key<T>))

export const exists = (writer: Writer, table: RecordTable, id: string): boolean =>
  writer.find(table, { id }) !== undefined

const alias = prepared(1, (id: string) =>
  query.selectFrom('person').select('alias').where('id', '=', id).compile(),
)

export const aliasOf = (reader: Reader, personId: string | null | undefined): string =>
  (personId ? reader.all(alias(personId))[0]?.alias : undefined) ?? ''

export const parseCodes = (json: string): string[] => JSON.parse(json)
/** Order kept, doubles dropped. */
export const toCodes = (codes: readonly string[]): string => JSON.stringify([...new Set(codes)])

/** A code in a JSON array of codes. No code holds a quote, so the text of one is never part of another. */
export const holdsOneOf = (column: string, codes: readonly string[]) =>
  sql<boolean>`(${sql.join(
    codes.map((code) => sql`instr(${sql.ref(column)}, ${`"${code}"`}) > 0`),
    sql` or `,
  )})`
