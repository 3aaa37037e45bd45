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

function filterFrom({ id, list, name, filter }: Tables['savedFilter']): SavedFilter {
  const fields = list === 'people' ? ('people' as const) : ('contacts' as const)
  return { id, list: fields, name, filter: JSON.parse(filter) }
}
