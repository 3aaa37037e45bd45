import type { CheckpointReport } from '#core/vault/checkpoint'
import { saveGeneration, type Session } from './store-session.ts'

/**
 * Makes what was deleted unfindable: the full-text indexes are built again from what is left (their segments keep deleted terms
 * until a merge), and a new generation is made with nothing before it. `secure_delete` has already overwritten the rows.
 */
export function eraseDeleted(session: Session): CheckpointReport {
  const { database } = session
  const indexes = database.rows(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts%'",
    [],
  )
  for (const { name } of indexes) {
    const table = `"${String(name).replaceAll('"', '""')}"`
    database.run(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`, [])
  }
  return saveGeneration(session, { purge: true })
}
