import type { Reader, Transaction } from '../../database.ts'
import { listNames, type ListName, type ListValue } from '../lists.ts'
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
