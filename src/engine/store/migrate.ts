import type { Migration } from '#core/database'
import { VaultFault } from '#core/vault/fault'
import type { Database } from '../adapters/sqljs.ts'
import { refuseIfUnrepeatable } from './statements.ts'

/** The steps a database still needs, in order. A database ahead of this program is `vault-too-new`. */
export function pendingMigrations(database: Database, migrations: readonly Migration[]): Migration[] {
  const current = database.number('PRAGMA user_version')
  const newest = Math.max(0, ...migrations.map(({ version }) => version))
  if (current > newest) throw new VaultFault('vault-too-new')
  return migrations.filter(({ version }) => version > current).sort((a, b) => a.version - b.version)
}

/** Applies steps, one transaction each. They are not journaled: a checkpoint must follow. */
export function migrate(database: Database, pending: readonly Migration[]): void {
  for (const { version, sql } of pending) {
    refuseIfUnrepeatable(sql)
    database.script('BEGIN IMMEDIATE')
    try {
      database.script(`${sql}\n;PRAGMA user_version = ${version}; COMMIT`)
    } catch (error) {
      database.script('ROLLBACK')
      throw error
    }
  }
}
