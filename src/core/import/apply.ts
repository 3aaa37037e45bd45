import type { Writer } from '../caseload/changes.ts'
import { fold } from '../caseload/folding.ts'
import { blankPerson } from '../caseload/person.ts'
import { contactAdder } from '../caseload/repository/contacts.ts'
import { savePerson } from '../caseload/repository/people.ts'
import { saveResource } from '../caseload/repository/resources.ts'
import type { Context } from '../caseload/repository/rows.ts'
import type { ResourceFields } from '../caseload/resource.ts'
import { failed, ok, type Result } from '../result.ts'
import type { Steps } from '../steps.ts'
import { idsByAlias, newAliases, type ImportedContact, type KnownContacts } from './contacts.ts'
import type { Plan } from './mapping.ts'

export interface Counts {
  added: number
  present: number
  refused: number
  newPeople: number
}
/** A record of the plan refused stops all: nothing is half imported. */
type Adding = Steps<Result<Counts, 'import-refused'>>

export function countsOf(plan: Plan<unknown>, newPeople: number): Counts {
  const count = (type: string) => plan.rows.filter(({ outcome }) => outcome.type === type).length
  return { added: count('add'), present: count('present'), refused: count('refused'), newPeople }
}

/** Adds the plan’s contacts and the persons they are the first to name, a record a step. */
export function* addContacts(
  writer: Writer,
  plan: Plan<ImportedContact>,
  people: KnownContacts['people'],
  context: Context,
): Adding {
  const ids = new Map([...idsByAlias(people)].map(([alias, [id = '']]) => [alias, id]))
  const created = newAliases(plan, people)
  const total = created.size + plan.rows.length
  let done = 0
  for (const [folded, alias] of created) {
    const person = savePerson(writer, { ...blankPerson, aliases: [alias] }, context)
    if (!person.ok) return failed('import-refused')
    ids.set(folded, person.value.id)
    yield { done: ++done, total }
  }
  const add = contactAdder(writer, context)
  for (const { outcome } of plan.rows) {
    if (outcome.type === 'add') {
      const personIds = outcome.record.people.flatMap((alias) => ids.get(fold(alias)) ?? [])
      if (!add({ ...outcome.record.fields, personIds }).ok) return failed('import-refused')
    }
    yield { done: ++done, total }
  }
  return ok(countsOf(plan, created.size))
}

/** A record a step. */
export function* addResources(writer: Writer, plan: Plan<ResourceFields>, context: Context): Adding {
  let done = 0
  for (const { outcome } of plan.rows) {
    if (outcome.type === 'add' && !saveResource(writer, outcome.record, context).ok)
      return failed('import-refused')
    yield { done: ++done, total: plan.rows.length }
  }
  return ok(countsOf(plan, 0))
}
