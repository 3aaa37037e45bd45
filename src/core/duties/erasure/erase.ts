import { sql, type RawBuilder } from 'kysely'
import { query } from '../../caseload/tables.ts'
import type { Transaction } from '../../database.ts'
import { masked, replacements, type Mask, type Piece } from '../copy/masking.ts'
import type { ErasureOrder } from '../retention.ts'
import { freeTexts } from './mentions.ts'
import type { ErasurePlan } from './plan.ts'
import type { SealedNotes } from './sealed.ts'

/** What stands for a name that was erased, and for a text that was. */
const erasedMark = '[effacé]'

export interface Erased {
  removed: number
  kept: number
  texts: number
}

/**
 * Takes a person out of every row. Outside the history: nothing brings it back. What the program does not know of (a table added
 * since) is swept by what it holds, and a row that still names the person is a bug that undoes everything.
 */
export function erasePerson(
  tx: Transaction,
  plan: ErasurePlan,
  order: ErasureOrder,
  code: string,
  notes: SealedNotes,
): Erased {
  const { ids, alone, shared, mentions } = plan
  const run = (statement: RawBuilder<unknown>) => tx.run(statement.compile(query))
  const them = sql`(${sql.join(ids)})`
  let removed = 0
  const remove = (table: string, where: RawBuilder<unknown>) => {
    removed += countRows(tx, table, where)
    run(sql`delete from ${sql.table(table)} where ${where}`)
  }

  const written = (pieces: Piece[], isSealed: boolean) => {
    const text = clear(masked(pieces))
    return isSealed && text !== '' ? notes.seal(text) : text
  }
  scrubMerges(tx, plan, notes)
  for (const mention of mentions) {
    const key = mention.table === 'retentionHold' ? 'personId' : 'id'
    run(
      sql`update ${sql.table(mention.table)} set ${sql.ref(mention.column)} = ${written(mention.pieces, mention.isSealed)}
        where ${sql.ref(key)} = ${mention.key}`,
    )
  }
  for (const { key, pieces, isSealed } of shared) {
    const [table = '', id = ''] = key.split(' ')
    const text = order.emptied.includes(key) ? null : written(pieces, isSealed)
    if (isSealed) run(sql`update contact set sealedNote = ${text} where id = ${id}`)
    else run(sql`update ${sql.table(table)} set note = ${text ?? ''} where id = ${id}`)
  }
  scrubReasons(tx, plan)

  const gone = [
    ...alone.map(({ id }) => id),
    ...tx
      .all(query.selectFrom('referral').select('id').where('personId', 'in', ids).compile())
      .map(({ id }) => id),
  ]
  remove('reviewAction', sql`fileReviewId in (select id from fileReview where personId in ${them})`)
  remove('fileReview', sql`personId in ${them}`)
  run(sql`update reviewAction set followUpId = null
    where followUpId in (select id from followUp where personId in ${them})`)
  remove('followUp', sql`personId in ${them}`)
  // those of somebody else, or of nobody, that came from a record that goes
  for (const [column, table] of [
    ['contactId', 'contact'],
    ['referralId', 'referral'],
  ] as const)
    if (gone.length > 0 && (table === 'referral' || order.mode === 'destroy'))
      run(sql`update followUp set ${sql.ref(column)} = null where ${sql.ref(column)} in (${sql.join(gone)})`)
  remove('referral', sql`personId in ${them}`)
  const kept = order.mode === 'anonymize' ? anonymizeContacts(tx, alone) : 0
  remove('contactPerson', sql`personId in ${them}`)
  if (order.mode === 'destroy' && alone.length > 0) {
    const contactIds = sql.join(alone.map(({ id }) => id))
    run(sql`update referral set contactId = null where contactId in (${contactIds})`)
    remove('contact', sql`id in (${contactIds})`)
  }
  if (gone.length > 0) {
    const counted =
      order.mode === 'destroy' ? gone : gone.filter((id) => !alone.some((each) => each.id === id))
    if (counted.length > 0) run(sql`delete from countedRecord where recordId in (${sql.join(counted)})`)
  }
  // a meeting without anybody left to count is not a meeting
  run(sql`update contact set unidentifiedCount = 1 where unidentifiedCount = 0
    and not exists (select 1 from contactPerson where contactPerson.contactId = contact.id)`)

  run(sql`update incident set personId = null where personId in ${them}`)
  remove('tie', sql`personId in ${them} or otherId in ${them}`)
  remove('dismissedDuplicate', sql`oneId in ${them} or otherId in ${them}`)
  remove('bondStageChange', sql`personId in ${them}`)
  remove('consent', sql`personId in ${them}`)
  remove('noticeReading', sql`personId in ${them}`)
  remove('retentionHold', sql`personId in ${them}`)
  remove('confidentialityIncidentPerson', sql`personId in ${them}`)
  // the registers keep that it happened
  run(sql`update rightsRequest set personId = null, requester = '', words = ${erasedMark}, answer = ${erasedMark},
    extensionWords = case extensionWords when '' then '' else ${erasedMark} end,
    lateWords = case lateWords when '' then '' else ${erasedMark} end where personId in ${them}`)
  run(sql`update disclosure set personId = null, recipient = ${erasedMark}, information = ${erasedMark},
    reasons = ${erasedMark}, sequel = '' where personId in ${them}`)
  forgetDraftsAndFilters(tx, plan, notes)
  // it follows the persons by their ids: once these are swept, it could no longer
  run(sql`delete from listedPerson where id in ${them}`)
  run(sql`delete from personToList where personId in ${them}`)
  sweep(tx, ids, code)
  run(sql`update person set mergedInto = null where mergedInto in ${them}`)
  remove('person', sql`id in ${them}`)
  refuseResidue(tx, ids)
  const texts =
    mentions.length + shared.filter(({ pieces }) => pieces.some(({ mark }) => mark !== 'plain')).length
  return { removed, kept, texts }
}

/** One more person nobody knows; no word of what was said. */
function anonymizeContacts(tx: Transaction, alone: ErasurePlan['alone']): number {
  if (alone.length === 0) return 0
  const ids = sql.join(alone.map(({ id }) => id))
  tx.run(
    sql`update contact set unidentifiedCount = 1, note = '', sealedNote = null, crisis = null, initiative = null, incomplete = 0
      where id in (${ids})`.compile(query),
  )
  return alone.length
}

/** Why a referral of somebody else went no further, in words. */
function scrubReasons(tx: Transaction, { ids, mask }: ErasurePlan): void {
  const others = tx.all(
    query.selectFrom('referral').select(['id', 'steps']).where('personId', 'not in', ids).compile(),
  )
  for (const { id, steps } of others) {
    const after = stepsWithout(steps, mask)
    if (after !== steps) tx.run(sql`update referral set steps = ${after} where id = ${id}`.compile(query))
  }
}

function stepsWithout(steps: string, mask: Mask): string {
  const told: { reason: string }[] = JSON.parse(steps)
  return JSON.stringify(told.map((step) => ({ ...step, reason: clear(masked(mask.pieces(step.reason))) })))
}

const clear = (text: string): string =>
  text.replaceAll(replacements.another, erasedMark).replaceAll(replacements.hidden, erasedMark)

type Row = Record<string, unknown> | null
type MergeChange = { table: string; before: Row; after: Row }

/** What merges wrote down: hers go, those of others lose the rows and the words that name her. */
function scrubMerges(tx: Transaction, { ids, mask }: ErasurePlan, notes: SealedNotes): void {
  const names = (row: Row) => ids.some((id) => row !== null && Object.values(row).includes(id))
  const cleanValue = (table: string, column: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (column.startsWith('sealed')) return resealed(value, mask, notes)
    if (table === 'referral' && column === 'steps') return stepsWithout(value, mask)
    return isFreeText(table, column) ? clear(masked(mask.pieces(value))) : value
  }
  const clean = (table: string, row: Row): Row =>
    row &&
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, cleanValue(table, column, value)]),
    )
  for (const merge of tx.all(query.selectFrom('personMerge').selectAll().compile())) {
    const { duplicateId, keepId } = merge
    if (ids.includes(duplicateId) || ids.includes(keepId)) {
      tx.run(sql`delete from personMerge where duplicateId = ${duplicateId}`.compile(query))
      continue
    }
    const changes: MergeChange[] = JSON.parse(merge.changes)
    const left = changes
      .filter(({ before, after }) => !names(before) && !names(after))
      .map(({ table, before, after }) => ({
        table,
        before: clean(table, before),
        after: clean(table, after),
      }))
    const text = JSON.stringify(left)
    if (text !== merge.changes)
      tx.run(sql`update personMerge set changes = ${text} where duplicateId = ${duplicateId}`.compile(query))
  }
}

const columnsOf: Readonly<Partial<Record<string, readonly string[]>>> = freeTexts
const isFreeText = (table: string, column: string): boolean => columnsOf[table]?.includes(column) ?? false

/** Each text of a value kept as JSON, as it was typed: between its quotes a new line is a letter, and would hide the name that begins it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** A draft that speaks of her is not worth keeping; a filter on her shows nothing any more. */
function forgetDraftsAndFilters(tx: Transaction, { ids, mask }: ErasurePlan, { open }: SealedNotes): void {
  const isHers = (fields: unknown) =>
    textsIn(fields).some(
      (text) =>
        ids.includes(text) || mask.pieces(text).some(({ mark }) => mark === 'another' || mark === 'hidden'),
    )
  for (const { fields } of tx.all(query.selectFrom('contactDraft').select('fields').compile()))
    if (isHers(JSON.parse(fields)) || isHers(sealedDraft(fields, open)))
      tx.run(sql`delete from contactDraft`.compile(query))
  for (const { id, filter, name } of tx.all(query.selectFrom('savedFilter').selectAll().compile()))
    if (isHers(JSON.parse(filter)) || isHers(name))
      tx.run(sql`delete from savedFilter where id = ${id}`.compile(query))
}

function sealedDraft(fields: string, open: SealedNotes['open']): string {
  const { sealedNote }: { sealedNote?: string } = JSON.parse(fields)
  return (sealedNote && open(sealedNote)) || ''
}

/** As it was when this key does not open it, or when it names nobody who goes. */
function resealed(sealed: string, mask: Mask, { open, seal }: SealedNotes): string {
  const pieces = mask.pieces(open(sealed) ?? '')
  return pieces.some(({ mark }) => mark !== 'plain') ? seal(clear(masked(pieces))) : sealed
}

interface Column {
  table: string
  column: string
  isRequired: number
  /** The column is a foreign key to a person. */
  isKey: number
}

/**
 * The access log cannot be changed, by its own triggers: there the identifier of a file stays, a number that names nobody any more.
 * Every text column of every other table of our own; the shadow tables of an index are built again afterwards.
 */
function textColumns(tx: Transaction): Column[] {
  const all = sql<Column>`
    select t.name as "table", c.name as "column", c."notnull" as isRequired,
      exists (select 1 from pragma_foreign_key_list(t.name) f where f."from" = c.name and f."table" = 'person') as isKey
    from sqlite_schema t, pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite_%' and t.sql not like 'CREATE VIRTUAL%'
      and t.name not in ('accessEntry') and t.name not glob '*Text_*' and upper(c.type) = 'TEXT'`
  return tx.all(all.compile(query))
}

const holds = (column: string, id: string) => sql`instr(${sql.ref(column)}, ${id}) > 0`

/** A table this file does not name: a key to her goes with its row or becomes nobody; anything else keeps a code that names no one. */
function sweep(tx: Transaction, ids: readonly string[], code: string): void {
  for (const { table, column, isRequired, isKey } of textColumns(tx)) {
    if (table === 'person') continue
    for (const id of ids) {
      if (countRows(tx, table, holds(column, id)) === 0) continue
      const statement =
        isKey === 0
          ? sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${id}, ${code}) where ${holds(column, id)}`
          : isRequired === 1
            ? sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`
            : sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${id}`
      tx.run(statement.compile(query))
    }
  }
}

function refuseResidue(tx: Transaction, ids: readonly string[]): void {
  for (const { table, column } of textColumns(tx))
    for (const id of ids)
      if (countRows(tx, table, holds(column, id)) > 0)
        throw new Error(`an erased person is still named in ${table}.${column}`)
}

function countRows(tx: Transaction, table: string, where: RawBuilder<unknown>): number {
  const counted = sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${where}`
  return tx.all(counted.compile(query))[0]?.count ?? 0
}
