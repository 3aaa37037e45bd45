import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { fold } from '../folding.ts'
import { mayBeIdentified, type Person, type PersonFields } from '../person.ts'
import { openReferralStates } from '../referral.ts'
import { prepared } from '../prepared.ts'
import { query, type Tables } from '../tables.ts'
import { bondStages } from './bond.ts'
import { removeFiltersOn } from './filters.ts'
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

/** A merged duplicate reads as the person it was merged into. */
export function readPerson(reader: Reader, id: string): (Person & PersonFigures) | undefined {
  const present = presentPerson(reader, id)
  if (present === null) return undefined
  return reader.all(peopleWithFigures.where('id', '=', present).compile()).map(personFrom)[0]
}

const peopleCount = prepared(0, () => sql<{ people: number }>`select people from peopleCount`.compile(query))

/** Those merged into another are not counted. */
export function countPeople(reader: Reader): number {
  return reader.all(peopleCount())[0]?.people ?? 0
}

const held = prepared(1, (id: string) =>
  query.selectFrom('person').select(['id', 'alias', 'mergedInto']).where('id', '=', id).compile(),
)

function standingFor(reader: Reader, id: string): { id: string; alias: string } | null {
  const person = reader.all(held(id))[0]
  if (!person) return null
  return person.mergedInto === null ? person : standingFor(reader, person.mergedInto)
}

/** Whom an id stands for: a merged duplicate is the person it was merged into. Null when nobody has it. */
export function presentPerson(reader: Reader, id: string): string | null {
  return standingFor(reader, id)?.id ?? null
}

/** The same for each, in order, with the alias; null when one is nobody. */
export function presentPeople(
  reader: Reader,
  ids: readonly string[],
): { id: string; alias: string }[] | null {
  const present = ids.map((id) => standingFor(reader, id))
  return present.every((person) => person !== null) ? present : null
}

/** `sealedSafetyNote` takes the place of the note’s text, in base64; left out, the one there stays while the note is to be sealed. */
export type PersonToSave = Input<PersonFields> & { sealedSafetyNote?: string | undefined }

export function savePerson(
  writer: Writer,
  { id: given, sealedSafetyNote, ...fields }: PersonToSave,
  context: Context,
): Result<Saved, 'not-found' | 'identifying-field-refused' | 'in-the-future'> {
  if (!mayBeIdentified(fields)) return failed('identifying-field-refused')
  const today = dayOf(context.now)
  const days = [fields.engagedOn, fields.identifyingBasis?.on ?? null]
  if (days.some((day) => day !== null && day > today)) return failed('in-the-future')
  const target = idToWrite(writer, 'person', given, context)
  if (!target.ok) return target
  const id = target.value
  const before = writer.find('person', { id })
  if (before && before.mergedInto !== null) return failed('not-found')
  const sealed = sealedSafetyNote ?? before?.sealedSafetyNote ?? null
  const row = toRow(id, fields, fields.safetyNoteSealed ? sealed : null)
  writer.put('person', row)
  if (before?.bondStage !== fields.bondStage) {
    writer.put('bondStageChange', { personId: id, changedOn: today, stage: fields.bondStage })
  }
  return ok({ id, subject: row.alias })
}

/**
 * Bond stages and dismissals go along; any other record that names the person, and duplicates merged into it, hold it back.
 */
export function removePerson(writer: Writer, id: string): Result<Removed, 'not-found' | 'still-referenced'> {
  const person = writer.find('person', { id })
  if (!person || person.mergedInto !== null) return failed('not-found')
  if (isReferenced(writer, id)) return failed('still-referenced')
  for (const { personId, changedOn } of bondStages(writer, id)) {
    writer.remove('bondStageChange', { personId, changedOn })
  }
  for (const pair of writer.all(dismissalsOf(id).compile())) writer.remove('dismissedDuplicate', pair)
  removeFiltersOn(writer, id)
  writer.remove('person', { id })
  return ok({ subject: person.alias })
}

/** The pairs of `people.dismissDuplicate` that name a person. */
export const dismissalsOf = (id: string) =>
  query
    .selectFrom('dismissedDuplicate')
    .selectAll()
    .where((eb) => eb.or([eb('oneId', '=', id), eb('otherId', '=', id)]))

function isReferenced(reader: Reader, id: string): boolean {
  const places = [
    query.selectFrom('contactPerson').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('referral').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('followUp').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('incident').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('tie').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('consent').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('noticeReading').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('rightsRequest').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('disclosure').select('personId').where('personId', '=', id).limit(1).compile(),
    query
      .selectFrom('confidentialityIncidentPerson')
      .select('personId')
      .where('personId', '=', id)
      .limit(1)
      .compile(),
    query.selectFrom('fileReview').select('personId').where('personId', '=', id).limit(1).compile(),
    query.selectFrom('tie').select('personId').where('otherId', '=', id).limit(1).compile(),
    query.selectFrom('person').select('id as personId').where('mergedInto', '=', id).limit(1).compile(),
    query.selectFrom('retentionHold').select('personId').where('personId', '=', id).limit(1).compile(),
  ]
  return places.some((naming) => reader.all(naming).length > 0)
}

/** An alias is one line: a pasted line break becomes a space. */
const tidy = (alias: string): string => alias.replaceAll(/\s+/gu, ' ').trim()

function toRow(id: string, person: PersonFields, sealedSafetyNote: string | null): Tables['person'] {
  const { safetyNoteSealed: _, ...fields } = person
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
    sealedSafetyNote,
    mergedInto: null,
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
    safetyNoteSealed: row.sealedSafetyNote !== null,
    firstContactOn: row.firstContactAt && dayOf(row.firstContactAt),
    lastContactAt: row.lastContactAt,
    contactCount: row.contactCount ?? 0,
    contactMinutes: row.contactMinutes ?? 0,
    openReferrals: row.openReferrals ?? 0,
    nextFollowUpOn: row.nextFollowUpOn,
  }
}
