import { sql } from 'kysely'
import type { Reader, Transaction } from '../database.ts'
import { query } from '../caseload/tables.ts'

/** A copy this vault knows it made. The list says where a copy was left, not that it still is there. */
export interface KnownBackup {
  id: string
  /** Of the file, absolute. */
  path: string
  /** Local minute. */
  madeAt: string
  /** Number of the last transaction it holds. */
  sequence: number
  /** Bytes of the file, and their digest in hexadecimal. */
  size: number
  digest: string
  /** Of the vault key it is sealed under. */
  keyMark: string
}

const backups = query.withTables<{ backup: KnownBackup }>()

/** The latest first. */
export function knownBackups(reader: Reader): KnownBackup[] {
  return reader.all(
    backups
      .selectFrom('backup')
      .selectAll()
      .orderBy('madeAt', 'desc')
      .orderBy('sequence', 'desc')
      .orderBy('id', 'desc')
      .compile(),
  )
}

/** Those made before the last erasure was done: somebody erased is in them still. */
export function backupsHoldingErased(reader: Reader): KnownBackup[] {
  const holds = sql<boolean>`exists (
    select 1 from erasure where purgedOn is null or backup.sequence <= coalesce(purgedSequence, 0))`
  const made = backups.selectFrom('backup').selectAll().where(holds).orderBy('madeAt', 'desc').orderBy('id')
  return reader.all(made.compile())
}

export function knownBackup(reader: Reader, id: string): KnownBackup | undefined {
  return reader.all(backups.selectFrom('backup').selectAll().where('id', '=', id).compile())[0]
}

/** A file written over an earlier copy takes its place in the list. */
export function rememberBackup(tx: Transaction, backup: KnownBackup): void {
  tx.run(backups.deleteFrom('backup').where('path', '=', backup.path).compile())
  tx.run(backups.insertInto('backup').values(backup).compile())
}

export function forgetBackups(tx: Transaction, ids: readonly string[]): void {
  for (const id of ids) tx.run(backups.deleteFrom('backup').where('id', '=', id).compile())
}
