import type { Reader, Transaction } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { addDays, dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import {
  areTwins,
  codeFor,
  listNames,
  neededCodes,
  renamed,
  type ListName,
  type ListValue,
  type ListValueFields,
} from '../lists.ts'
import type { Context, Removed } from './rows.ts'
import { query, type Tables } from '../tables.ts'

/** The values of one list, in their order of presentation. */
export function listValues(reader: Reader, list: ListName): ListValue[] {
  return reader.all(orderedValues.where('list', '=', list).compile()).map(valueFrom)
}

const orderedValues = query.selectFrom('listValue').selectAll().orderBy('position').orderBy('code')

/** Every list in turn, each in its order of presentation. */
export function allListValues(reader: Reader): ListValue[] {
  const values = reader.all(orderedValues.compile()).map(valueFrom)
  return values.sort((a, b) => listNames.indexOf(a.list) - listNames.indexOf(b.list))
}

/** Fills the lists of a new vault. */
export function seedLists(tx: Transaction, values: readonly ListValue[]): void {
  for (const value of values) tx.run(query.insertInto('listValue').values(rowOf(value)).compile())
}

/** A new value goes last; an old one keeps its code and the labels it had. */
export function saveListValue(
  writer: Writer,
  fields: ListValueFields,
  { now }: Context,
): Result<Removed & { code: string }, 'not-found' | 'already-named'> {
  const { list, label, group } = fields
  const values = listValues(writer, list)
  const before = values.find(({ code }) => code === fields.code)
  if (fields.code !== undefined && !before) return failed('not-found')
  if (group !== null && !listValues(writer, 'themeGroup').some(({ code }) => code === group))
    return failed('not-found')
  const today = dayOf(now)
  const value = before ? renamed({ ...before, group }, label, today) : newValue(fields, values, today)
  const isNamed = before?.label.fr === label.fr
  const newFrom = before ? today : value.validFrom
  if (!isNamed && values.some((other) => areTwins(value, other, newFrom))) return failed('already-named')
  writer.put('listValue', rowOf(value))
  return ok({ code: value.code, subject: label.fr })
}

function newValue(
  { list, label, group, from }: ListValueFields,
  values: readonly ListValue[],
  today: string,
): ListValue {
  const codes = values.map(({ code }) => code)
  const validFrom = from ?? today
  return {
    list,
    code: codeFor(label.fr, codes),
    label,
    labels: [{ from: validFrom, ...label }],
    group,
    position: Math.max(-1, ...values.map(({ position }) => position)) + 1,
    validFrom,
    validTo: null,
  }
}

/** `on` is the last day it may be chosen; null takes the retirement back. */
export function retireListValue(
  writer: Writer,
  { list, code, on }: { list: ListName; code: string; on: string | null },
): Result<Removed, 'not-found' | 'period-reversed' | 'value-needed' | 'already-named'> {
  const values = listValues(writer, list)
  const value = values.find((value) => value.code === code)
  if (!value) return failed('not-found')
  if (on !== null && neededCodes[list]?.includes(code)) return failed('value-needed')
  if (on !== null && on < value.validFrom) return failed('period-reversed')
  const longer = { ...value, validTo: on }
  // its name may have been given to another since
  const { validTo } = value
  const isLonger = validTo !== null && (on === null || on > validTo)
  if (isLonger && values.some((other) => areTwins(longer, other, addDays(validTo, 1))))
    return failed('already-named')
  writer.put('listValue', rowOf(longer))
  return ok({ subject: value.label.fr })
}

/** These first, in this order; the others after, in the order they had. */
export function reorderList(
  writer: Writer,
  { list, codes }: { list: ListName; codes: readonly string[] },
): Result<Removed, 'not-found'> {
  const values = listValues(writer, list)
  if (codes.some((code) => !values.some((value) => value.code === code))) return failed('not-found')
  const rankOf = ({ code }: ListValue) => (codes.includes(code) ? codes.indexOf(code) : codes.length)
  const ordered = values.toSorted((a, b) => rankOf(a) - rankOf(b))
  for (const [position, value] of ordered.entries()) writer.put('listValue', rowOf({ ...value, position }))
  return ok({ subject: list })
}

function rowOf({ label, labels, group, ...value }: ListValue): Tables['listValue'] {
  return {
    ...value,
    labelFr: label.fr,
    labelEn: label.en,
    labels: JSON.stringify(labels),
    groupCode: group,
  }
}

function valueFrom({ labelFr, labelEn, labels, groupCode, ...row }: Tables['listValue']): ListValue {
  return {
    ...row,
    list: row.list as ListName,
    label: { fr: labelFr, en: labelEn },
    labels: JSON.parse(labels),
    group: groupCode,
  }
}
