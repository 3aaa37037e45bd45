import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import { defaultSettings, settings, type Settings } from '../settings.ts'
import { prepared } from '../prepared.ts'
import { query } from '../tables.ts'
import type { Removed } from './rows.ts'

/** Made once: a schema costs far more to make than to use. */
const stored = settings.strip()

/** Those of the vault over the usual ones; what is no longer a setting is left out. */
export function readSettings(reader: Reader): Settings {
  const row = reader.all(query.selectFrom('settings').select('fields').compile())[0]
  return stored.parse({ ...defaultSettings, ...(row && JSON.parse(row.fields)) })
}

const mandateStart = prepared(0, () =>
  query
    .selectFrom('settings')
    .select(sql<string | null>`fields ->> 'mandateStartsOn'`.as('day'))
    .compile(),
)

/** The same as `readSettings` says, alone: each save asks for it. */
export function readMandateStart(reader: Reader): string | null {
  return reader.all(mandateStart())[0]?.day ?? null
}

export function saveSettings(writer: Writer, settings: Settings): Result<Removed, never> {
  writer.put('settings', { slot: 1, fields: JSON.stringify(settings) })
  return ok({ subject: '' })
}
