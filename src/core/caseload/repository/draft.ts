import type { Reader, Transaction } from '../../database.ts'
import type { ContactFields } from '../contact.ts'
import { prepared } from '../prepared.ts'
import { query } from '../tables.ts'
import { presentPerson } from './people.ts'

/** The note éclair as far as it is written. */
export type Draft = { [Field in keyof ContactFields]?: ContactFields[Field] | undefined } & {
  /** In base64, in the place of the note’s text. */
  sealedNote?: string | undefined
}

/** Somebody merged since it was written stands under the file that remains; who is no more is left as written. */
export function readDraft(reader: Reader): Draft | null {
  const draft = storedDraft(reader)
  if (!draft?.personIds) return draft
  const personIds = draft.personIds.map((id) => presentPerson(reader, id) ?? id)
  return { ...draft, personIds: [...new Set(personIds)] }
}

const stored = prepared(0, () => query.selectFrom('contactDraft').select('fields').compile())

function storedDraft(reader: Reader): Draft | null {
  const row = reader.all(stored())[0]
  return row ? JSON.parse(row.fields) : null
}

/** Whether the draft’s note is there in plain text. */
export const hasPlainDraft = (reader: Reader): boolean => (storedDraft(reader)?.note ?? '') !== ''

export function keepDraft(tx: Transaction, draft: Draft): void {
  const row = { slot: 1, fields: JSON.stringify(draft) }
  tx.run(query.replaceInto('contactDraft').values(row).compile())
}

export function dropDraft(tx: Transaction): void {
  if (storedDraft(tx)) tx.run(query.deleteFrom('contactDraft').compile())
}
