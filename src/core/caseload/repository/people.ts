import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { fold } from '../folding.ts'
import type { Person, PersonFields } from '../person.ts'
import { openReferralStates } from '../referral.ts'
import { query, type Tables } from '../tables.ts'
import { idToWrite, parseCodes, toCodes, type Context, type Input, type Removed, type Saved } from './rows.ts'

export interface PersonFigures {
  firstContactOn: string | null
  lastContactAt: string | null
  contactCount: number
  contactMinutes: number
  openReferrals: number
  nextFollowUpOn: string | null
}

const peopleWithFigures = query
  .selectFrom('person')
  .selectAll('person')
  .select((eb) => {
    const contacts = eb.selectFrom('contactPerson').whereRef('contactPerson.personId', '=', 'person.id')
    return [
      contacts.select((eb) => eb.fn.min('at').as('at')).as('firstContactAt'),
      contacts.select((eb) => eb.fn.max('at').as('at')).as('lastContactAt'),
      contacts.select((eb) => eb.fn.countAll<number>().as('count')).as('contactCount'),
      contacts
        .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('durationMinutes'), sql.lit(0)).as('sum'))
        .as('contactMinutes'),
      eb
        .selectFrom('referral')
        .whereRef('referral.personId', '=', 'person.id')
        .where('state', 'in', openReferralStates)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .as('openReferrals'),
      eb
        .selectFrom('followUp')
        .whereRef('followUp.personId', '=', 'person.id')
        .where('doneAt', 'is', null)
        .select((eb) => eb.fn.min('dueOn').as('dueOn'))
        .as('nextFollowUpOn'),
    ]
  })

/** Last seen first, or, with a text, those whose aliases hold it: aliases that begin with it come first. */
export function listPeople(
  reader: Reader,
  { text = '', limit }: { text?: string | undefined; limit?: number | undefined } = {},
): (Person & PersonFigures)[] {
  return reader.all(listPeopleQuery(text, limit)).map(personFrom)
}

function listPeopleQuery(text: string, limit: number | undefined) {
  const sought = fold(text.trim())
  const all = peopleWithFigures.orderBy('lastContactAt', 'desc').orderBy('foldedAliases').orderBy('id')
  const matching = peopleWithFigures
    .where((eb) => eb(sql<number>`instr(foldedAliases, ${sought})`, '>', 0))
    .orderBy(sql`instr(char(10) || foldedAliases, char(10) || ${sought}) = 0`)
    .orderBy('lastContactAt', 'desc')
    .orderBy('foldedAliases')
    .orderBy('id')
  const chosen = sought === '' ? all : matching
  return (limit === undefined ? chosen : chosen.limit(limit)).compile()
}

export function readPerson(reader: Reader, id: string): (Person & PersonFigures) | undefined {
  return reader.all(peopleWithFigures.where('id', '=', id).compile()).map(personFrom)[0]
}

/** Bond stages, oldest first. */
export function bondStages(reader: Reader, personId: string): Tables['bondStageChange'][] {
  return reader.all(
    query
      .selectFrom('bondStageChange')
      .selectAll()
      .where('personId', '=', personId)
      .orderBy('changedOn')
      .compile(),
  )
}

export function countPeople(reader: Reader): number {
  const counted = query.selectFrom('person').select((eb) => eb.fn.countAll<number>().as('count'))
  return reader.all(counted.compile())[0]?.count ?? 0
}

/** Whom an id stands for: a merged duplicate is the person it was merged into. Null when nobody has it. */
export function presentPerson(reader: Reader, id: string): string | null {
  const chain = sql<{ id: string }>`
    with recursive chain (id, mergedInto) as (
      select id, mergedInto from person where id = ${id}
      union all
      select person.id, person.mergedInto from person join chain on person.id = chain.mergedInto
    )
    select id from chain where mergedInto is null`
  return reader.all(chain.compile(query))[0]?.id ?? null
}

/** The same for each, in order; null when one is nobody. */
export function presentPeople(reader: Reader, ids: readonly string[]): string[] | null {
  const present = ids.map((id) => presentPerson(reader, id))
  return present.every((id) => id !== null) ? present : null
}

export function savePerson(
  writer: Writer,
  { id: given, ...fields }: Input<PersonFields>,
  context: Context,
): Result<Saved, 'not-found'> {
  const target = idToWrite(writer, 'person', given, context)
  if (!target.ok) return target
  const id = target.value
  const stageBefore = writer.find('person', { id })?.bondStage
  const row = toRow(id, fields, null)
  writer.put('person', row)
  if (stageBefore !== fields.bondStage) {
    const changedOn = dayOf(context.now)
    writer.put('bondStageChange', { personId: id, changedOn, stage: fields.bondStage })
  }
  return ok({ id, subject: row.alias })
}

/** Their bond stages go with them; contacts, referrals, follow-ups or incidents that name them hold them back. */
export function removePerson(writer: Writer, id: string): Result<Removed, 'not-found' | 'still-referenced'> {
  const person = writer.find('person', { id })
  if (!person) return failed('not-found')
  if (isReferenced(writer, id)) return failed('still-referenced')
  for (const { personId, changedOn } of bondStages(writer, id)) {
    writer.remove('bondStageChange', { personId, changedOn })
  }
  writer.remove('person', { id })
  return ok({ subject: person.alias })
}

function isReferenced(reader: Reader, id: string): boolean {
  const tables = ['contactPerson', 'referral', 'followUp', 'incident'] as const
  return tables.some((table) => {
    const found = query.selectFrom(table).select('personId').where('personId', '=', id).limit(1)
    return reader.all(found.compile()).length > 0
  })
}

/** An alias is one line: a pasted line break becomes a space. */
const tidy = (alias: string): string => alias.replaceAll(/\s+/gu, ' ').trim()

function toRow(id: string, fields: PersonFields, mergedInto: string | null): Tables['person'] {
  const aliases = fields.aliases.map(tidy)
  return {
    ...fields,
    id,
    identifyingBasis: fields.identifyingBasis && JSON.stringify(fields.identifyingBasis),
    languages: JSON.stringify([...new Set(fields.languages)]),
    alias: aliases[0] ?? '',
    aliases: aliases.join('\n'),
    foldedAliases: fold(aliases.join('\n')),
    ageEstimated: Number(fields.ageEstimated),
    genderEstimated: Number(fields.genderEstimated),
    populations: toCodes(fields.populations),
    mergedInto,
  }
}

type PersonSelection = Tables['person'] & { firstContactAt: string | null } & {
  [Figure in keyof Omit<PersonFigures, 'firstContactOn'>]: PersonFigures[Figure] | null
}

function personFrom(row: PersonSelection): Person & PersonFigures {
  return {
    id: row.id,
    aliases: row.aliases.split('\n'),
    legalName: row.legalName,
    identifyingBasis: row.identifyingBasis === null ? null : JSON.parse(row.identifyingBasis),
    ageBand: row.ageBand,
    ageEstimated: row.ageEstimated === 1,
    gender: row.gender,
    genderEstimated: row.genderEstimated === 1,
    populations: parseCodes(row.populations),
    bondStage: row.bondStage,
    engagedOn: row.engagedOn,
    howMet: row.howMet,
    languages: parseCodes(row.languages),
    strengths: row.strengths,
    safetyNote: row.safetyNote,
    firstContactOn: row.firstContactAt && dayOf(row.firstContactAt),
    lastContactAt: row.lastContactAt,
    contactCount: row.contactCount ?? 0,
    contactMinutes: row.contactMinutes ?? 0,
    openReferrals: row.openReferrals ?? 0,
    nextFollowUpOn: row.nextFollowUpOn,
  }
}
