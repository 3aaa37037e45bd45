import { sql } from 'kysely'
import type { Change } from '../../caseload/changes.ts'
import { query } from '../../caseload/tables.ts'
import type { Reader, Transaction } from '../../database.ts'
import type { LeftCopy, NoteFate, Present } from '../takeover.ts'

export interface Takeover extends Present {
  id: string
  /** Local minute. */
  at: string
  openedWith: 'worker' | 'recovery'
  notes: NoteFate
  noteCount: number
  coordinatorLetIn: boolean
  removedCopies: number
  leftCopies: LeftCopy[]
}

type TakeoverRow = Omit<Takeover, 'coordinatorLetIn' | 'leftCopies'> & {
  coordinatorLetIn: number
  leftCopies: string
}
const tables = query.withTables<{ takeover: TakeoverRow }>()

/** The latest first. */
export function takeovers(reader: Reader): Takeover[] {
  const all = tables.selectFrom('takeover').selectAll().orderBy('at', 'desc').orderBy('id', 'desc')
  return reader.all(all.compile()).map((row) => ({
    ...row,
    coordinatorLetIn: row.coordinatorLetIn === 1,
    leftCopies: JSON.parse(row.leftCopies) as LeftCopy[],
  }))
}

/** Stays in the register: nothing removes it. */
export function rememberTakeover(tx: Transaction, takeover: Takeover): void {
  const row: TakeoverRow = {
    ...takeover,
    coordinatorLetIn: takeover.coordinatorLetIn ? 1 : 0,
    leftCopies: JSON.stringify(takeover.leftCopies),
  }
  tx.run(tables.insertInto('takeover').values(row).compile())
}

/** Notes of contacts and of files that only the worker’s or the recovery key opens. */
export function countSealedNotes(reader: Reader): number {
  const count = sql<{ count: number }>`
    select (select count(*) from contact where sealedNote is not null)
      + (select count(*) from person where sealedSafetyNote is not null) as count`
  return reader.all(count.compile(query))[0]?.count ?? 0
}

/**
 * Takes every sealed note away, from the rows, from what merges wrote down and from the draft. What is older than now still holds them: to be
 * followed by the erasure of that.
 */
export function destroySealedNotes(tx: Transaction): void {
  const clears = [
    sql`update contact set sealedNote = null where sealedNote is not null`,
    sql`update person set sealedSafetyNote = null where sealedSafetyNote is not null`,
    sql`delete from contactDraft`,
  ]
  for (const clear of clears) tx.run(clear.compile(query))
  for (const { duplicateId, changes } of tx.all(query.selectFrom('personMerge').selectAll().compile())) {
    const written = JSON.parse(changes) as Change[]
    const clean = JSON.stringify(
      written.map(({ table, before, after }) => ({
        table,
        before: unsealed(before),
        after: unsealed(after),
      })),
    )
    if (clean === changes) continue
    const update = query.updateTable('personMerge').set({ changes: clean })
    tx.run(update.where('duplicateId', '=', duplicateId).compile())
  }
}

/** The row without what is sealed in it. */
function unsealed(row: Change['before']): Change['before'] {
  if (row === null) return null
  const sealed = ['sealedNote', 'sealedSafetyNote'].filter((column) => column in row)
  return { ...row, ...Object.fromEntries(sealed.map((column) => [column, null])) }
}
