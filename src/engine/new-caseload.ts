import { defaultListValues, defaultLists } from '#core/caseload/lists'
import { migrations } from '#core/caseload/migrations'
import { seedLists } from '#core/caseload/repository/lists'
import type { Transaction } from '#core/database'
import lists from '../../resources/default-lists.json' with { type: 'json' }

/** What every new caseload begins with: the schema of today, and the lists the program comes with. */
export const newCaseload = {
  schema: migrations,
  seed: (tx: Transaction): void => seedLists(tx, defaultListValues(defaultLists.parse(lists))),
}
