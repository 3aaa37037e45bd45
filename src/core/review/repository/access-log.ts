import { sql } from 'kysely'
import { fold } from '../../caseload/folding.ts'
import { query } from '../../caseload/tables.ts'
import type { Reader, Transaction } from '../../database.ts'
import { hashOf, isChainWhole, type Access, type AccessEntry, type Sha256 } from '../access.ts'
import type { Role } from '../roles.ts'

export interface AccessFilter {
  /** Letters of an alias. */
  text?: string | undefined
  personId?: string | undefined
  role?: Role | undefined
  /** Days, inclusive. */
  from?: string | undefined
  to?: string | undefined
}
/** `alias` is null when no file is concerned, or when the person was erased since. */
export type AccessRow = Omit<AccessEntry, 'previous' | 'hash'> & { alias: string | null }

/** Adds them to the chain, in order. The one write this table knows. */
export function appendAccesses(
  tx: Transaction,
  accesses: readonly (Access & Pick<AccessEntry, 'at' | 'role' | 'keyMark'>)[],
  sha256: Sha256,
): void {
  const end = sql<{ sequence: number; hash: string }>`
    select sequence, hash from accessEntry order by sequence desc limit 1`
  let last = tx.all(end.compile(query))[0] ?? { sequence: 0, hash: '' }
  for (const { at, role, keyMark, act, personId, recordId, detail } of accesses) {
    const fields = { sequence: last.sequence + 1, at, role, keyMark, act, personId, recordId, detail }
    const entry: AccessEntry = { ...fields, previous: last.hash, hash: '' }
    last = { sequence: entry.sequence, hash: hashOf(entry, sha256) }
    tx.run(
      sql`
        insert into accessEntry (sequence, at, role, keyMark, act, personId, recordId, detail, previous, hash)
        values (${entry.sequence}, ${at}, ${role}, ${keyMark}, ${act}, ${personId}, ${recordId}, ${detail},
          ${entry.previous}, ${last.hash})`.compile(query),
    )
  }
}

/** Newest first. */
export function listAccesses(
  reader: Reader,
  filter: AccessFilter,
  { limit, offset }: { limit: number; offset: number },
): { total: number; rows: AccessRow[] } {
  const kept = sql`
    from accessEntry left join person on person.id = accessEntry.personId
    where ${restriction(filter)}`
  const rows = sql<AccessRow>`
    select sequence, at, role, keyMark, act, personId, recordId, detail, person.alias ${kept}
    order by sequence desc limit ${limit} offset ${offset}`
  const total = sql<{ count: number }>`select count(*) as count ${kept}`
  return {
    total: reader.all(total.compile(query))[0]?.count ?? 0,
    rows: reader.all(rows.compile(query)),
  }
}

function restriction({ text = '', personId, role, from, to }: AccessFilter) {
  const wanted = fold(text.trim())
  return sql<boolean>`${sql.join(
    [
      sql`true`,
      ...(wanted === '' ? [] : [sql`instr(person.foldedAliases, ${wanted}) > 0`]),
      ...(personId === undefined ? [] : [sql`personId = ${personId}`]),
      ...(role === undefined ? [] : [sql`role = ${role}`]),
      ...(from === undefined ? [] : [sql`at >= ${from}`]),
      ...(to === undefined ? [] : [sql`at <= ${`${to}T23:59`}`]),
    ],
    sql` and `,
  )}`
}

/** Walks the whole chain. */
export function isAccessLogWhole(reader: Reader, sha256: Sha256): boolean {
  const all = sql<AccessEntry>`select * from accessEntry order by sequence`
  return isChainWhole(reader.all(all.compile(query)), sha256)
}

/** Whose file a meeting looks at; null when nothing has that id. */
export function personOfReview(reader: Reader, reviewId: string): string | null {
  const review = query.selectFrom('fileReview').select('personId').where('id', '=', reviewId)
  return reader.all(review.compile())[0]?.personId ?? null
}

/** Whom a contact was with: reading its note is reading in their files. */
export function peopleOfContact(reader: Reader, contactId: string): string[] {
  const links = query.selectFrom('contactPerson').select('personId').where('contactId', '=', contactId)
  return reader.all(links.compile()).map(({ personId }) => personId)
}
