import type { Migration } from '#core/database'
import { finish, type Steps } from '#core/steps'
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

/**
 * Applies steps of the schema, one transaction each, a statement at a time. They are not journaled: a checkpoint must follow. Given up, the
 * database is left between two of them.
 */
export function* migrateInSteps(database: Database, pending: readonly Migration[]): Steps<void> {
  for (const [done, { version, sql }] of pending.entries()) {
    refuseIfUnrepeatable(sql)
    database.script('BEGIN IMMEDIATE')
    let isDone = false
    try {
      for (const _ of database.statements(sql)) yield { done, total: pending.length }
      database.script(`PRAGMA user_version = ${version}; COMMIT`)
      isDone = true
    } finally {
      if (!isDone) database.script('ROLLBACK')
    }
  }
}

/** The same at once. */
export function migrate(database: Database, pending: readonly Migration[]): void {
  finish(migrateInSteps(database, pending))
}
