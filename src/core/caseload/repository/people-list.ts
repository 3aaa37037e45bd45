import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { addDays } from '../calendar.ts'
import { fold } from '../folding.ts'
import type { PersonFilter } from '../filter.ts'
import type { Person } from '../person.ts'
import { openReferralStates } from '../referral.ts'
import { query } from '../tables.ts'
import { nearAliases } from './near-aliases.ts'
import type { PersonFigures } from './people.ts'
import { holdsOneOf } from './rows.ts'
import { idsIn, inOrder, readStretch, type Page, type Stretch } from './stretch.ts'

/** A person as a list shows her: what else is in her file is read when it is opened. */
export type ListedPerson = Pick<Person, 'id' | 'aliases' | 'bondStage'> &
  Pick<PersonFigures, 'lastContactAt' | 'contactCount' | 'openReferrals' | 'nextFollowUpOn'>

export interface PeopleQuestion extends Stretch {
  text?: string | undefined
  filter?: PersonFilter | undefined
}

// the database keeps what this view reads: see migrations/0019-people-met.sql
const lastSeenFirst = sql`lastContactAt desc, foldedAliases, id`

/**
 * Last seen first, or, with a text, those whose aliases hold it: aliases that begin with it come first. When none holds
 * it, those a slip of the finger away.
 */
export function listPeople(
  reader: Reader,
  { text = '', filter = {}, ...stretch }: PeopleQuestion,
): Page<ListedPerson> {
  const sought = fold(text.trim())
  const from = sql`from personInList where ${restriction(filter)}`
  const rowsOf = (ids: readonly string[]) => peopleOf(reader, ids)
  if (sought === '') {
    const columns = sql`id, lastContactAt, foldedAliases`
    return readStretch(reader, { from, order: lastSeenFirst, columns }, stretch, rowsOf)
  }
  const holding = readStretch(
    reader,
    {
      from: sql`${from} and instr(foldedAliases, ${sought}) > 0`,
      order: sql`instr(char(10) || foldedAliases, char(10) || ${sought}) = 0, ${lastSeenFirst}`,
    },
    stretch,
    rowsOf,
  )
  if (holding.total > 0) return holding
  const near = nearAliases(reader, text).map(({ id }) => id)
  if (near.length === 0) return holding
  const chosen = sql<{ id: string }>`select id ${from} and id in ${idsIn(near)}`
  const allowed = new Set(reader.all(chosen.compile(query)).map(({ id }) => id))
  const found = near.filter((id) => allowed.has(id))
  const shown = found.slice(stretch.offset, stretch.offset + stretch.limit)
  return { total: found.length, rows: inOrder(shown, rowsOf) }
}

/** Open files of persons not met for that many weeks, the longest first, then those never met. */
export function listNotSeen(
  reader: Reader,
  { weeks, today, ...stretch }: Stretch & { weeks: number; today: string },
): Page<ListedPerson> {
  const notSeen = restriction({ notSeenSince: addDays(today, -7 * weeks) })
  return readStretch(
    reader,
    {
      from: sql`from personInList where ${notSeen} and id not in (select id from person where bondStage = 'closed')`,
      order: sql`lastContactAt is null, lastContactAt, foldedAliases, id`,
    },
    stretch,
    (ids) => peopleOf(reader, ids),
  )
}

/**
 * Those of the ids that stand for somebody, in their order. A duplicate is named as the person it was merged into, under the id that was
 * asked: a draft or a kept filter may be older than the merge.
 */
export function namePeople(
  reader: Reader,
  ids: readonly string[],
): { id: string; alias: string; ageBand: string }[] {
  const named = sql<{ id: string; alias: string; ageBand: string }>`
    with recursive chain (id, at) as (
      select id, id from person where id in ${idsIn(ids)}
      union
      select chain.id, person.mergedInto from chain join person on person.id = chain.at where person.mergedInto is not null
    )
    select chain.id, alias, ageBand from chain join person on person.id = chain.at where person.mergedInto is null`
  return inOrder(ids, () => reader.all(named.compile(query)))
}

/** Everybody's aliases. */
export function everyAlias(reader: Reader): Pick<Person, 'id' | 'aliases'>[] {
  const all = sql<{ id: string; aliases: string }>`
    select id, aliases from person where mergedInto is null order by id`
  return reader.all(all.compile(query)).map(({ id, aliases }) => ({ id, aliases: aliases.split('\n') }))
}

function restriction({
  bondStages = [],
  ageBands = [],
  genders = [],
  populations = [],
  notSeenSince,
}: PersonFilter) {
  const oneOf = (column: 'bondStage' | 'ageBand' | 'gender', codes: readonly string[]) =>
    codes.length === 0 ? [] : [sql`${sql.ref(column)} in (${sql.join(codes)})`]
  const attributes = [
    ...oneOf('bondStage', bondStages),
    ...oneOf('ageBand', ageBands),
    ...oneOf('gender', genders),
    ...(populations.length === 0 ? [] : [holdsOneOf('person.populations', populations)]),
  ]
  return sql`${sql.join(
    [
      sql`true`,
      ...(attributes.length === 0
        ? []
        : [sql`id in (select id from person where ${sql.join(attributes, sql` and `)})`]),
      ...(notSeenSince === undefined
        ? []
        : [sql`(lastContactAt is null or lastContactAt < ${notSeenSince})`]),
    ],
    sql` and `,
  )}`
}

type Listed = Omit<ListedPerson, 'aliases'> & { aliases: string }

function peopleOf(reader: Reader, ids: readonly string[]): ListedPerson[] {
  const rows = sql<Listed>`
    select person.id, aliases, bondStage, lastContactAt, contactCount,
      (select count(*) from referral
        where referral.personId = person.id and state in (${sql.join(openReferralStates)})) as openReferrals,
      (select min(dueOn) from followUp where followUp.personId = person.id and doneAt is null) as nextFollowUpOn
    from person join personInList on personInList.id = person.id where person.id in ${idsIn(ids)}`
  return reader.all(rows.compile(query)).map((row) => ({ ...row, aliases: row.aliases.split('\n') }))
}
