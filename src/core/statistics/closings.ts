import { sql } from 'kysely'
import type { Reader, Transaction } from '../database.ts'
import type { ReferralState } from '../caseload/referral.ts'
import { catalogue, catalogueJson, defaultCatalogue, type Catalogue } from './disclosure/catalogue.ts'
import {
  freezeQuarter,
  freezeYear,
  type ContactRecord,
  type IncidentRecord,
  type PseudonymOf,
  type ReferralRecord,
} from './disclosure/closing.ts'
import { isPublishable } from './disclosure/export.ts'
import { quarterFacts, yearFacts, type QuarterFacts, type YearFacts } from './disclosure/facts.ts'
import { isQuarter, lastDayOf, quarterOf, quartersOf, yearOf, type Period } from './period.ts'
import { statisticsQuery as query } from './tables.ts'
import { workOf } from './work.ts'

/** Facts ready to be frozen, and the records they come from, which will never be counted again. */
export type Closing<Facts> = { facts: Facts; recordIds: readonly string[] }

/** The catalogue of a year: the one its first closing fixed, or the default one before that. */
export function catalogueOf(reader: Reader, year: number): Catalogue {
  const stored = yearRow(reader, year)?.catalogue
  return stored === undefined ? defaultCatalogue(year) : catalogue.parse(JSON.parse(stored))
}

/** The year's key; null before the first closing, and again once the year is published. */
export function pseudonymKeyOf(reader: Reader, year: number): Uint8Array | null {
  return yearRow(reader, year)?.pseudonymKey ?? null
}

/** Adopted, or used by a first closing: it cannot change any more. */
export const isCatalogueFixed = (reader: Reader, year: number): boolean => yearRow(reader, year) !== undefined

/** The stored catalogue as the ledger hashed it. */
export const storedCatalogueOf = (reader: Reader, period: Period): string | null =>
  yearRow(reader, yearOf(period))?.catalogue ?? null

const yearRow = (reader: Reader, year: number) =>
  reader.all(query.selectFrom('releaseYear').selectAll().where('year', '=', year).compile())[0]

export function closedPeriods(reader: Reader): Period[] {
  return reader.all(query.selectFrom('closing').select('period').compile()).map(({ period }) => period)
}

const frozenText = (reader: Reader, period: Period): string | undefined =>
  reader.all(query.selectFrom('closing').select('facts').where('period', '=', period).compile())[0]?.facts

/** The frozen facts of a closed quarter; null while it is not closed. */
function frozenQuarter(reader: Reader, period: Period): QuarterFacts | null {
  const text = frozenText(reader, period)
  return text === undefined ? null : quarterFacts.parse(JSON.parse(text))
}

/** What a closed year froze besides its quarters; null while it is not closed. */
export function frozenYear(reader: Reader, year: number): YearFacts | null {
  const text = frozenText(reader, String(year))
  return text === undefined ? null : yearFacts.parse(JSON.parse(text))
}

/** The frozen quarters of a year, in order; null while one of them is not closed. */
export function frozenQuarters(reader: Reader, year: number): QuarterFacts[] | null {
  const quarters = quartersOf(year).map((period) => frozenQuarter(reader, period))
  return quarters.every((quarter) => quarter !== null) ? quarters : null
}

/**
 * What closing a quarter now would freeze: its contacts and incidents, and those of quarters closed before, entered
 * since (late entries count in the period they are entered). Nothing that was counted once.
 */
export function prepareQuarter(
  reader: Reader,
  period: Period,
  pseudonymOf: PseudonymOf,
): Closing<QuarterFacts> {
  const countsHere = countedIn(reader, period, (at) => quarterOf(at))
  const contacts = uncountedContacts(reader, period).filter(({ at }) => countsHere(at))
  const incidents = uncountedIncidents(reader, period).filter(({ at }) => countsHere(at))
  const fixed = catalogueOf(reader, yearOf(period))
  const work = workOf(reader, period, fixed, countsHere)
  return {
    facts: { ...freezeQuarter(contacts, incidents, fixed, pseudonymOf), work: work.facts },
    recordIds: [...[...contacts, ...incidents].map(({ id }) => id), ...work.recordIds],
  }
}

/** What closing a year now would freeze: the referrals proposed in it, and late ones of years closed before. */
export function prepareYear(
  reader: Reader,
  period: Period,
  quarters: readonly QuarterFacts[],
  pseudonymOf: PseudonymOf,
): Closing<YearFacts> {
  const year = yearOf(period)
  const fixed = catalogueOf(reader, year)
  const countsHere = countedIn(reader, period, (day) => day.slice(0, 4))
  const referrals = uncountedReferrals(reader, period).filter(({ proposedOn }) => countsHere(proposedOn))
  // those of a quarter of which nothing may be said leave with it
  const withheld = quartersOf(year).filter((_, index) => {
    const quarter = quarters[index]
    return quarter !== undefined && !isPublishable(quarter, fixed)
  })
  const said = referrals.filter(({ proposedOn }) => !withheld.includes(quarterOf(proposedOn)))
  return { facts: freezeYear(said, fixed, pseudonymOf), recordIds: referrals.map(({ id }) => id) }
}

/** Does a record of that day count in this period, about to be closed? */
function countedIn(reader: Reader, period: Period, periodAt: (day: string) => Period) {
  const closed = closedPeriods(reader)
  return (day: string) => periodAt(day) === period || closed.includes(periodAt(day))
}

/** Writes a closing for ever. The first of a year fixes its catalogue; that of the year itself destroys the key. */
export function close(
  tx: Transaction,
  period: Period,
  { facts, recordIds }: Closing<QuarterFacts | YearFacts>,
  year: { catalogue: Catalogue; pseudonymKey: Uint8Array },
  closedAt: string,
): void {
  openYear(tx, year.catalogue, year.pseudonymKey)
  tx.run(
    query
      .insertInto('closing')
      .values({ period, closedAt, facts: JSON.stringify(facts) })
      .compile(),
  )
  tx.run(
    sql`insert into countedRecord (recordId) select value from json_each(${JSON.stringify(recordIds)})`.compile(
      query,
    ),
  )
  if (!isQuarter(period)) {
    tx.run(
      query
        .updateTable('releaseYear')
        .set({ pseudonymKey: null })
        .where('year', '=', yearOf(period))
        .compile(),
    )
  }
}

/** Fixes the catalogue and the key of a year, unless they are. */
export function openYear(tx: Transaction, catalogue: Catalogue, pseudonymKey: Uint8Array): void {
  const row = { year: catalogue.year, catalogue: catalogueJson(catalogue), pseudonymKey }
  tx.run(
    query
      .insertInto('releaseYear')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )
}

const endOf = (period: Period): string => `${lastDayOf(period)}T23:59`
const uncounted = query.selectFrom('countedRecord').select('recordId')

function uncountedContacts(reader: Reader, period: Period): (ContactRecord & { id: string; at: string })[] {
  const contacts = reader.all(
    query
      .selectFrom('contact')
      .select(['id', 'at', 'kinds', 'themes', 'durationMinutes as minutes', 'aidGiven'])
      .where('at', '<=', endOf(period))
      .where('id', 'not in', uncounted)
      .orderBy('id')
      .compile(),
  )
  const links = reader.all(
    query
      .selectFrom('contactPerson')
      .innerJoin('person', 'person.id', 'contactPerson.personId')
      .select(['contactPerson.contactId', 'person.id', 'person.gender', 'person.ageBand'])
      .where('contactPerson.at', '<=', endOf(period))
      .where('contactPerson.contactId', 'not in', uncounted)
      .orderBy('contactPerson.position')
      .compile(),
  )
  const personsOf = Map.groupBy(links, ({ contactId }) => contactId)
  return contacts.map(({ kinds, themes, aidGiven, ...contact }) => ({
    ...contact,
    persons: personsOf.get(contact.id) ?? [],
    kinds: JSON.parse(kinds) as string[],
    themes: JSON.parse(themes) as string[],
    aidGiven: JSON.parse(aidGiven) as ContactRecord['aidGiven'],
  }))
}

function uncountedIncidents(reader: Reader, period: Period): (IncidentRecord & { id: string; at: string })[] {
  return reader.all(
    query
      .selectFrom('incident')
      .select(['id', 'at', 'intensity'])
      .where('at', '<=', endOf(period))
      .where('id', 'not in', uncounted)
      .orderBy('id')
      .compile(),
  )
}

function uncountedReferrals(
  reader: Reader,
  period: Period,
): (ReferralRecord & { id: string; proposedOn: string })[] {
  const rows = reader.all(
    query
      .selectFrom('referral')
      .innerJoin('resource', 'resource.id', 'referral.resourceId')
      .select([
        'referral.id',
        'referral.personId',
        'referral.state',
        'referral.proposedOn',
        'resource.sector',
      ])
      .where('referral.proposedOn', '<=', lastDayOf(period))
      .where('referral.id', 'not in', uncounted)
      .orderBy('referral.id')
      .compile(),
  )
  return rows.map((row) => ({ ...row, state: row.state as ReferralState }))
}
