import type { Reader } from '../../database.ts'
import type { Change, Writer } from '../changes.ts'
import { query, type Tables } from '../tables.ts'
import { sameAs } from './merge.ts'

/** Seals a text for the worker: base64. */
export type Seal = (text: string) => string

/** The sealed safety notes of a person, in base64, one a line; null when there is none, or nobody has that id. */
export function sealedSafetyNoteOf(reader: Reader, id: string): string | null {
  const row = query.selectFrom('person').select('sealedSafetyNote').where('id', '=', id)
  return reader.all(row.compile())[0]?.sealedSafetyNote ?? null
}

/** Whether it is anywhere in plain text: in the file, in a duplicate’s, in what a merge wrote down. */
export function hasPlainSafetyNote(reader: Reader, personId: string | undefined): boolean {
  if (personId === undefined) return false
  const ids = sameAs(reader, personId)
  const plain = query.selectFrom('person').select('id').where('id', 'in', ids).where('safetyNote', '!=', '')
  if (reader.all(plain.compile()).length > 0) return true
  return mergesOf(reader, ids).some(({ changes }) =>
    changes.some(({ before, after }) => isPlain(before) || isPlain(after)),
  )
}

/** Seals what stays in plain behind a note that is sealed: in the rows of her duplicates, and in what merges wrote down. */
export function sealOlderSafetyNotes(writer: Writer, personId: string, seal: Seal): void {
  const ids = sameAs(writer, personId)
  for (const id of ids) {
    const row = id === personId ? undefined : writer.find('person', { id })
    if (row && isPlain(row)) writer.put('person', { ...row, ...sealed(row, seal) })
  }
  for (const { changes, ...merge } of mergesOf(writer, ids)) {
    const clean = (row: Change['before']) => (isPlain(row) ? { ...row, ...sealed(row, seal) } : row)
    const after = changes.map(({ table, before, after }) =>
      table === 'person' ? { table, before: clean(before), after: clean(after) } : { table, before, after },
    )
    writer.put('personMerge', { ...merge, changes: JSON.stringify(after) })
  }
}

type Notes = Pick<Tables['person'], 'safetyNote' | 'sealedSafetyNote'>

/** A row of a person, with a note in plain. */
const isPlain = (row: object | null): row is Notes =>
  row !== null && 'safetyNote' in row && row.safetyNote !== ''

const sealed = ({ safetyNote, sealedSafetyNote }: Notes, seal: Seal): Notes => ({
  safetyNote: '',
  sealedSafetyNote: [...(sealedSafetyNote ? [sealedSafetyNote] : []), seal(safetyNote)].join('\n'),
})

/** The merges these files took part in, as they were written down. */
function mergesOf(reader: Reader, ids: readonly string[]) {
  const merges = query
    .selectFrom('personMerge')
    .selectAll()
    .where((eb) => eb.or([eb('duplicateId', 'in', ids), eb('keepId', 'in', ids)]))
  return reader
    .all(merges.compile())
    .map((merge) => ({ ...merge, changes: JSON.parse(merge.changes) as Change[] }))
}
