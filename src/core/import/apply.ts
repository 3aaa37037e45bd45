import type { Writer } from '../caseload/changes.ts'
import { fold } from '../caseload/folding.ts'
import { blankPerson } from '../caseload/person.ts'
import { saveContact } from '../caseload/repository/contacts.ts'
import { keepDraft, readDraft } from '../caseload/repository/draft.ts'
import { savePerson } from '../caseload/repository/people.ts'
import { saveResource } from '../caseload/repository/resources.ts'
import type { Context } from '../caseload/repository/rows.ts'
import type { ResourceFields } from '../caseload/resource.ts'
import { failed, ok, type Result } from '../result.ts'
import { idsByAlias, newAliases, type ImportedContact, type KnownContacts } from './contacts.ts'
import type { Plan } from './mapping.ts'

export interface Counts {
  added: number
  present: number
  refused: number
  newPeople: number
}

export function countsOf(plan: Plan<unknown>, newPeople: number): Counts {
  const count = (type: string) => plan.rows.filter(({ outcome }) => outcome.type === type).length
  return { added: count('add'), present: count('present'), refused: count('refused'), newPeople }
}

/** Adds the plan’s contacts and the persons they are the first to name. A record refused stops all: nothing is half imported. */
export function addContacts(
  writer: Writer,
  plan: Plan<ImportedContact>,
  people: KnownContacts['people'],
  context: Context,
): Result<Counts, 'import-refused'> {
  // a contact saved by hand takes the place of the note being written; an imported one must not
  const draft = readDraft(writer)
  const ids = new Map([...idsByAlias(people)].map(([alias, [id = '']]) => [alias, id]))
  const created = newAliases(plan, people)
  for (const [folded, alias] of created) {
    const person = savePerson(writer, { ...blankPerson, aliases: [alias] }, context)
    if (!person.ok) return failed('import-refused')
    ids.set(folded, person.value.id)
  }
  for (const { outcome } of plan.rows) {
    if (outcome.type !== 'add') continue
    const personIds = outcome.record.people.flatMap((alias) => ids.get(fold(alias)) ?? [])
    const saved = saveContact(writer, { ...outcome.record.fields, personIds }, context)
    if (!saved.ok) return failed('import-refused')
  }
  if (draft) keepDraft(writer, draft)
  return ok(countsOf(plan, created.size))
}

export function addResources(
  writer: Writer,
  plan: Plan<ResourceFields>,
  context: Context,
): Result<Counts, 'import-refused'> {
  for (const { outcome } of plan.rows) {
    if (outcome.type !== 'add') continue
    const saved = saveResource(writer, outcome.record, context)
    if (!saved.ok) return failed('import-refused')
  }
  return ok(countsOf(plan, 0))
}
