import { orderOf, type Catalogue } from '#core/statistics/disclosure/catalogue'
import type { Release, Table } from '#core/statistics/disclosure/export'
import { beyond, newNotebook, type Notebook } from './notebook.ts'
import type { Knowledge } from './solver.ts'
import { learnFromWalk, type KnownRule } from './walk.ts'

/** The unknown contacts and persons of a code, in the table it belongs to. */
export type CodeUnknowns = { table: Table; code: string; contacts: number; persons: number }
export type YearModel = { knowledge: Knowledge; codes: readonly CodeUnknowns[] }

/** What the attacker knows besides the releases: all of it public, or true of the invented caseloads. */
export type Attacker = { catalogue: Catalogue; personsPerContact: number; rule: KnownRule }

/**
 * All that the releases of a year say together to somebody who knows the algorithm, the catalogue, and how many persons a
 * contact may have at most. A true caseload is always a solution; so what no solution allows is proven. Persons are
 * described by how many there are in each code and in each remainder, which any numbers within these constraints can be
 * inside one table; between a group's themes and its quarters the model is looser than the truth.
 */
export function modelOf(releases: readonly Release[], attacker: Attacker): YearModel {
  const notes = newNotebook()
  const year = releases.find(({ period }) => period.length === 4)
  const quarters = releases.filter(({ period, total }) => period.length > 4 && total !== null)
  const parts = quarters.map((quarter) => learnFromQuarter(notes, quarter, attacker))
  const ofQuarters = parts.flatMap(({ codes }) => codes)
  // as long as the year is not released, its quarters have nothing in common
  if (year === undefined || year.total === null || year.persons === null) {
    return { knowledge: notes, codes: ofQuarters }
  }
  const { base } = attacker.catalogue
  const whole = { contacts: notes.unrounded(year.total, base), persons: notes.unrounded(year.persons, base) }
  notes.sumsTo(
    whole.contacts,
    parts.map(({ contacts }) => contacts),
  )
  notes.covers(
    whole.persons,
    parts.map(({ persons }) => persons),
  )
  return {
    knowledge: notes,
    codes: [...ofQuarters, ...learnFromYear(notes, year, whole, ofQuarters, attacker)],
  }
}

/** How many contacts (or referrals, or incidents) and persons a table is about. */
type Whole = { contacts: number; persons: number }

function learnFromQuarter(
  notes: Notebook,
  { total, tables }: Release,
  attacker: Attacker,
): Whole & { codes: CodeUnknowns[] } {
  const { k, base } = attacker.catalogue
  const whole = { contacts: notes.unrounded(total ?? 0, base), persons: notes.between(k, beyond) }
  const codes = tables.flatMap((table) => {
    if (table.attribute === 'themeGroup') return learnFromTable(notes, table, whole, attacker)
    // here an incident counts for one person
    const incidents = notes.between(0, beyond)
    const one = { ...attacker, personsPerContact: 1 }
    const made = learnFromTable(notes, table, { contacts: incidents, persons: incidents }, one)
    for (const { contacts, persons } of made) notes.sumsTo(contacts, [persons])
    return made
  })
  return { ...whole, codes }
}

function learnFromYear(
  notes: Notebook,
  { tables }: Release,
  whole: Whole,
  ofQuarters: readonly CodeUnknowns[],
  attacker: Attacker,
): CodeUnknowns[] {
  const one = { ...attacker, personsPerContact: 1 }
  const referrals = { contacts: notes.between(0, beyond), persons: notes.between(0, beyond) }
  // only the first persons of contacts count for gender and age
  const leaders = { contacts: whole.contacts, persons: notes.between(0, beyond) }
  notes.noMoreThan(leaders.persons, whole.persons)
  let groups: CodeUnknowns[] = []
  return tables.flatMap((table) => {
    switch (table.attribute) {
      case 'outcome':
      case 'sector':
        return learnFromTable(notes, table, referrals, one)
      case 'gender':
      case 'ageBand':
        return learnFromTable(notes, table, leaders, one)
      case 'theme': {
        const group = groups.find(({ code }) => code === table.within)
        return group === undefined ? [] : learnFromTable(notes, table, group, attacker)
      }
      case 'themeGroup':
        groups = learnFromTable(notes, table, whole, attacker)
        for (const group of groups) followQuarters(notes, group, ofQuarters)
        return groups
      case 'kind':
      case 'incidentIntensity':
        return learnFromTable(notes, table, whole, attacker)
    }
  })
}

/** A group's year is the sum of its published quarters; its persons are those of its quarters, together. */
function followQuarters(notes: Notebook, group: CodeUnknowns, ofQuarters: readonly CodeUnknowns[]): void {
  const parts = ofQuarters.filter(
    ({ code, table }) => code === group.code && table.attribute === 'themeGroup',
  )
  notes.sumsTo(
    group.contacts,
    parts.map(({ contacts }) => contacts),
  )
  notes.covers(
    group.persons,
    parts.map(({ persons }) => persons),
  )
}

/** One table: its lines add up to the whole, its persons are those of the whole, and its order was walked. */
function learnFromTable(notes: Notebook, table: Table, whole: Whole, attacker: Attacker): CodeUnknowns[] {
  const { catalogue, personsPerContact, rule } = attacker
  const codes = orderOf(catalogue, table.attribute, table.within).map(({ code }): CodeUnknowns => {
    const unknown = { contacts: notes.between(0, beyond), persons: notes.between(0, beyond) }
    // nobody is in a code without a contact, and a contact has only so many persons
    notes.noMoreThan(unknown.persons, unknown.contacts, personsPerContact)
    return { table, code, ...unknown }
  })
  for (const { codes: merged, value } of table.rows) {
    if (value === null) continue
    const inLine = codes.filter(({ code }) => merged.includes(code)).map(({ contacts }) => contacts)
    notes.sumsTo(notes.unrounded(value, catalogue.base), inLine)
  }
  notes.sumsTo(
    whole.contacts,
    codes.map(({ contacts }) => contacts),
  )
  const remainders = codes.map((_, place) => (place === 0 ? whole.persons : notes.between(0, beyond)))
  for (const [place, { persons }] of codes.entries()) {
    const next = remainders[place + 1]
    notes.covers(remainders[place] ?? whole.persons, next === undefined ? [persons] : [persons, next])
  }
  const isWithheld = table.rows.some(({ value }) => value === null)
  // the year's groups follow the quarters: there is no walk to learn from
  const isFollowing = table.attribute === 'themeGroup' && table.period.length === 4
  if (isWithheld) notes.atLeast([[whole.persons, -1]], 1 - catalogue.k)
  else if (!isFollowing) {
    const persons = codes.map((code) => code.persons)
    learnFromWalk(notes, table, persons, remainders, catalogue.k, rule)
  }
  return codes
}
