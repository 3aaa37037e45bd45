import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import type { SavedFilter, SavedFilterFields } from '../filter.ts'
import { byName } from '../folding.ts'
import { query, type Tables } from '../tables.ts'
import { idToWrite, type Context, type Input, type Removed, type Saved } from './rows.ts'

/** By name, accents and case ignored. */
export function listFilters(reader: Reader): SavedFilter[] {
  const rows = reader.all(query.selectFrom('savedFilter').selectAll().orderBy('id').compile())
  return byName(rows, ({ name }) => name).map(filterFrom)
}

export function saveFilter(
  writer: Writer,
  { id: given, ...fields }: Input<SavedFilterFields>,
  context: Context,
): Result<Saved, 'not-found'> {
  const target = idToWrite(writer, 'savedFilter', given, context)
  if (!target.ok) return target
  const id = target.value
  const { list, name, filter } = fields
  writer.put('savedFilter', { id, list, name, filter: JSON.stringify(filter) })
  return ok({ id, subject: name })
}

export function removeFilter(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const filter = writer.find('savedFilter', { id })
  if (!filter) return failed('not-found')
  writer.remove('savedFilter', { id })
  return ok({ subject: filter.name })
}

/** Those about a person who goes: they would show nothing any more, under a name that tells hers. */
export function removeFiltersOn(writer: Writer, personId: string): void {
  for (const { id, list, filter } of listFilters(writer))
    if (list === 'contacts' && filter.personId === personId) writer.remove('savedFilter', { id })
}

function filterFrom({ id, list, name, filter }: Tables['savedFilter']): SavedFilter {
  const kept = { id, name, filter: JSON.parse(filter) }
  return list === 'people' ? { list, ...kept } : { list: 'contacts', ...kept }
}
