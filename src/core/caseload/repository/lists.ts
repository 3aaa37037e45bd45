import type { Reader, Transaction } from '../../database.ts'
import { listNames, type ListName, type ListValue } from '../lists.ts'
import { query, type Tables } from '../tables.ts'

const orderedValues = query.selectFrom('listValue').selectAll().orderBy('position').orderBy('code')

/** Every list in turn, each in its order of presentation. */
export function allListValues(reader: Reader): ListValue[] {
  const values = reader.all(orderedValues.compile()).map(valueFrom)
  return values.sort((a, b) => listNames.indexOf(a.list) - listNames.indexOf(b.list))
}

/** Fills the lists of a new vault. */
export function seedLists(tx: Transaction, values: readonly ListValue[]): void {
  for (const { label, group, ...value } of values) {
    const row = { ...value, labelFr: label.fr, labelEn: label.en, groupCode: group }
    tx.run(query.insertInto('listValue').values(row).compile())
  }
}

function valueFrom({ labelFr, labelEn, groupCode, ...row }: Tables['listValue']): ListValue {
  return { ...row, list: row.list as ListName, label: { fr: labelFr, en: labelEn }, group: groupCode }
}
