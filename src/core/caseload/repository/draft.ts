import type { Reader, Transaction } from '../../database.ts'
import type { ContactFields } from '../contact.ts'
import { query } from '../tables.ts'

/** The note éclair as far as it is written. */
export type Draft = { [Field in keyof ContactFields]?: ContactFields[Field] | undefined }

export function readDraft(reader: Reader): Draft | null {
  const row = reader.all(query.selectFrom('contactDraft').select('fields').compile())[0]
  return row ? JSON.parse(row.fields) : null
}

export function keepDraft(tx: Transaction, draft: Draft): void {
  const row = { slot: 1, fields: JSON.stringify(draft) }
  tx.run(query.replaceInto('contactDraft').values(row).compile())
}

export function dropDraft(tx: Transaction): void {
  if (readDraft(tx)) tx.run(query.deleteFrom('contactDraft').compile())
}
