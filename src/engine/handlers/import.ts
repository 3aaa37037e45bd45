import { basename } from 'node:path'
import { dayOf } from '#core/caseload/calendar'
import type { Writer } from '#core/caseload/changes'
import { contactPages } from '#core/caseload/repository/contacts'
import { allListValues } from '#core/caseload/repository/lists'
import { everyAlias } from '#core/caseload/repository/people-list'
import { listResources } from '#core/caseload/repository/resources'
import type { Context } from '#core/caseload/repository/rows'
import { readSettings } from '#core/caseload/repository/settings'
import type { ResourceFields } from '#core/caseload/resource'
import type { Reader } from '#core/database'
import { addContacts, addResources, countsOf, type Counts } from '#core/import/apply'
import { codeMatcher } from '#core/import/codes'
import { newAliases, planContacts, type ImportedContact, type KnownContacts } from '#core/import/contacts'
import { guessMapping } from '#core/import/headings'
import { lettersOf, type ImportKind, type ImportTable, type Mapping, type Plan } from '#core/import/mapping'
import { planResources } from '#core/import/resources'
import { failed, ok, type Result } from '#core/result'
import { retold, type Progress, type Steps } from '#core/steps'
import { maxContentLength } from '#core/vault/frame'
import type { Handlers, Output } from '#shared/contract'
import { shownIssues } from '#shared/contract/import'
import type { ImportSource } from '../import/source.ts'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { actOf, answering } from '../store/long-act.ts'
import { createActs } from './acts.ts'

type Preview = Output<'import.preview'>
/** What a dry run finds, and how to do it for good. */
interface Prepared {
  plan: Plan<unknown>
  counts: Counts
  add: (writer: Writer, context: Context) => Steps<Result<Counts, 'import-refused'>>
}

export function importHandlers(
  session: Session,
  ports: EnginePorts,
): Pick<Handlers<'engine'>, 'import.preview' | 'import.apply'> {
  const { read, performSlowly } = createActs(session, ports)

  /** The file chosen, its mapping settled. */
  const sourceOf = async (act: string, kind: ImportKind, given: Mapping | undefined) => {
    const path = ports.places().importFile
    if (!session.current()) return failed('vault-locked')
    if (path === null) return failed('import-no-file')
    const source = await session.acts.await(act, (signal) => ports.readImport({ path, kind }, signal))
    if (!source.ok) return source
    return ok({ name: basename(path), source: source.value, mapping: mappingFor(kind, source.value, given) })
  }
  /** The dry run, a row a step. */
  const preparing = (kind: ImportKind, { table }: ImportSource, mapping: Mapping) =>
    read((reader, now) => prepare(reader, kind, table, mapping, now))

  /** The dry run again, then what it said, in one transaction: each is half of the way. */
  const importing = function* (subject: string, preparation: Steps<Prepared>) {
    const { add } = yield* retold(preparation, firstHalf)
    const writing = performSlowly('import.apply', function* (writer, context) {
      const added = yield* add(writer, context)
      return added.ok ? ok({ ...added.value, subject }) : added
    })
    return yield* retold(writing, secondHalf)
  }

  return {
    'import.preview': async ({ act, kind, mapping: given }) => {
      const found = await sourceOf(act, kind, given)
      if (!found.ok) return found
      const { name, source, mapping } = found.value
      const steps = preparing(kind, source, mapping)
      if (!steps.ok) return steps
      const prepared = await session.acts.run(act, actOf(answering(steps.value)))
      if (!prepared.ok) return prepared
      const { plan, counts } = prepared.value
      // told before she agrees to it; what only its encoding tells is told by the import itself
      if (lettersOf(plan) > maxContentLength) return failed('transaction-too-large')
      return ok({ ...previewOf(source, mapping), name, counts, issues: issuesOf(plan) })
    },
    'import.apply': async ({ act, kind, mapping: given, fingerprint }) => {
      const found = await sourceOf(act, kind, given)
      if (!found.ok) return found
      const { name, source, mapping } = found.value
      if (source.fingerprint !== fingerprint) return failed('import-changed')
      await ports.whenAlone()
      const steps = preparing(kind, source, mapping)
      if (!steps.ok) return steps
      const applied = await session.acts.run(act, actOf(importing(name, steps.value)))
      if (!applied.ok) return applied
      const { subject: _, isUndoable: __, ...counts } = applied.value
      return ok(counts)
    },
  }
}

/** HSDS says where each thing is; only what it does not know, the sector, is taken from the mapping given. */
function mappingFor(kind: ImportKind, { format, table }: ImportSource, given: Mapping | undefined): Mapping {
  const guessed = guessMapping(kind, table, kind === 'resources' ? { sector: 'community' } : {})
  if (format !== 'hsds') return given ?? guessed
  const sector = given?.fields.sector
  const columns = guessed.fields
  delete columns.sector
  return {
    ...guessed,
    fields: { ...columns, sector: sector && 'value' in sector ? sector : { value: 'community' } },
  }
}

const firstHalf = ({ done, total }: Progress) => ({ done, total: 2 * total })
const secondHalf = ({ done, total }: Progress) => ({ done: total + done, total: 2 * total })

function* prepare(
  reader: Reader,
  kind: ImportKind,
  table: ImportTable,
  mapping: Mapping,
  now: string,
): Steps<Prepared> {
  const codes = codeMatcher(allListValues(reader))
  if (kind === 'resources') {
    const plan: Plan<ResourceFields> = yield* planResources(table, mapping, {
      codes,
      today: dayOf(now),
      resources: listResources(reader, now),
    })
    return { plan, counts: countsOf(plan, 0), add: (writer, context) => addResources(writer, plan, context) }
  }
  const people: KnownContacts['people'] = everyAlias(reader)
  const plan: Plan<ImportedContact> = yield* planContacts(table, mapping, {
    now,
    mandateStartsOn: readSettings(reader).mandateStartsOn,
    codes,
    people,
    contacts: contactPages(reader),
  })
  return {
    plan,
    counts: countsOf(plan, newAliases(plan, people).size),
    add: (writer, context) => addContacts(writer, plan, people, context),
  }
}

const sampleCount = 3

function previewOf(
  { format, table, fingerprint }: ImportSource,
  mapping: Mapping,
): Pick<Preview, 'format' | 'columns' | 'mapping' | 'fingerprint'> {
  const columns = table.headings.map((heading, column) => ({
    heading: clip(heading),
    samples: samplesOf(table, column),
  }))
  return { format, columns, mapping, fingerprint }
}

function samplesOf({ rows }: ImportTable, column: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of rows) {
    const text = clip(cells[column] ?? '')
    if (text !== '') samples.add(text)
    if (samples.size === sampleCount) break
  }
  return [...samples]
}

const clip = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line
}

function issuesOf(plan: Plan<unknown>): Preview['issues'] {
  const refused = plan.rows.filter(({ outcome }) => outcome.type === 'refused').slice(0, shownIssues)
  return refused
    .flatMap(({ line, outcome }) =>
      outcome.type === 'refused' ? outcome.refusals.map((refusal) => ({ line, ...refusal })) : [],
    )
    .slice(0, shownIssues)
}
