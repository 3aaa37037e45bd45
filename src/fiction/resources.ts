import { parse } from 'csv-parse/sync'
import { defaultListValues, defaultLists } from '#core/caseload/lists'
import type { ResourceFields } from '#core/caseload/resource'
import { codeMatcher } from '#core/import/codes'
import { guessMapping } from '#core/import/headings'
import { planResources } from '#core/import/resources'
import { finish } from '#core/steps'
import lists from '../../resources/default-lists.json' with { type: 'json' }
import directory from '../../resources/sample-directory.csv?raw'

/**
 * The sample directory, through the import’s own reading: an invented one, in the manner of the Centre-du-Québec, whose numbers are
 * of the range kept for fiction (555-01xx).
 */
export function sampleDirectory(): ResourceFields[] {
  const [headings = [], ...rows] = parse(directory, { bom: true, delimiter: ';' })
  const table = { headings, rows: rows.map((cells, at) => ({ line: at + 2, cells })) }
  const codes = codeMatcher(defaultListValues(defaultLists.parse(lists)))
  const known = { codes, today: '9999-12-31', resources: [] }
  const plan = finish(planResources(table, guessMapping('resources', table), known))
  return plan.rows.map(({ line, outcome }) => {
    if (outcome.type !== 'add') throw new Error(`line ${line} of the sample directory is not one to add`)
    return outcome.record
  })
}
