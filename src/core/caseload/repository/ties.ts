import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import type { Tie, TieFields } from '../person.ts'
import { query, type Tables } from '../tables.ts'
import { presentPerson } from './people.ts'
import { aliasOf, idToWrite, type Context, type Input, type Removed, type Saved } from './rows.ts'

/** A tie as the file of one of its persons shows it: `otherId` and `alias` are those of the other one. */
export type TieRow = Pick<Tie, 'id' | 'kind' | 'note' | 'otherId'> & { alias: string }

/** Whichever is named first; by alias. */
export function tiesOf(reader: Reader, personId: string): TieRow[] {
  const theirs = sql<TieRow>`
    select tie.id, tie.kind, tie.note, other.id as otherId, other.alias
    from tie join person as other
      on other.id = case tie.personId when ${personId} then tie.otherId else tie.personId end
    where tie.personId = ${personId} or tie.otherId = ${personId}
    order by other.foldedAliases, tie.kind, tie.id`
  return reader.all(theirs.compile(query))
}

/** The ties that join two persons, whichever is named first. */
export function tiesBetween(reader: Reader, one: string, other: string): Tables['tie'][] {
  const between = query
    .selectFrom('tie')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('personId', '=', one), eb('otherId', '=', other)]),
        eb.and([eb('personId', '=', other), eb('otherId', '=', one)]),
      ]),
    )
  return reader.all(between.compile())
}

export function saveTie(
  writer: Writer,
  { id: given, ...fields }: Input<TieFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'same-person' | 'already-tied'> {
  const personId = presentPerson(writer, fields.personId)
  const otherId = presentPerson(writer, fields.otherId)
  if (personId === null || otherId === null) return failed('unknown-person')
  if (personId === otherId) return failed('same-person')
  const target = idToWrite(writer, 'tie', given, context)
  if (!target.ok) return target
  const id = target.value
  const alike = tiesBetween(writer, personId, otherId).filter(({ kind }) => kind === fields.kind)
  if (alike.some((tie) => tie.id !== id)) return failed('already-tied')
  writer.put('tie', { ...fields, id, personId, otherId })
  return ok({ id, subject: aliasOf(writer, personId) })
}

export function removeTie(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const tie = writer.find('tie', { id })
  if (!tie) return failed('not-found')
  writer.remove('tie', { id })
  return ok({ subject: aliasOf(writer, tie.personId) })
}
