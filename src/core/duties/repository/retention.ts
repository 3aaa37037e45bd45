import { sql } from 'kysely'
import { dayOf } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import { aliasOf, type Context, type Removed } from '../../caseload/repository/rows.ts'
import { readSettings } from '../../caseload/repository/settings.ts'
import { query, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { PackageLeft } from '../../review/repository/packages.ts'
import {
  keepingEnds,
  retentionState,
  type ErasureOrder,
  type HoldFields,
  type Obligation,
  type RetentionState,
} from '../retention.ts'
import { confidentialityIncidentsOf } from './confidentiality-incidents.ts'
import { disclosuresOf } from './disclosures.ts'
import { requestsOf } from './requests.ts'

export interface RetentionRow {
  id: string
  alias: string
  closedOn: string
  endsOn: string
  heldUntil: string | null
  holdWords: string
  state: RetentionState
}

/** Closed files, the first whose keeping ends first. */
export function listRetention(reader: Reader, today: string): RetentionRow[] {
  const { retentionMonths } = readSettings(reader)
  const closed = sql<{
    id: string
    alias: string
    closedOn: string
    until: string | null
    words: string | null
  }>`
    select person.id, person.alias, max(bondStageChange.changedOn) as closedOn,
      retentionHold.until, retentionHold.words
    from person
    join bondStageChange on bondStageChange.personId = person.id and bondStageChange.stage = 'closed'
    left join retentionHold on retentionHold.personId = person.id
    where person.bondStage = 'closed' and person.mergedInto is null
    group by person.id
    order by closedOn, person.foldedAliases, person.id`
  return reader.all(closed.compile(query)).map(({ until: heldUntil, words, ...row }) => {
    const endsOn = keepingEnds(row.closedOn, retentionMonths)
    return {
      ...row,
      endsOn,
      heldUntil,
      holdWords: words ?? '',
      state: retentionState({ endsOn, heldUntil }, today),
    }
  })
}

/** Keeps a closed file longer, with the reason; a null day takes it back. */
export function saveHold(
  writer: Writer,
  { personId, until, words }: HoldFields,
  { now }: Context,
): Result<Removed, 'not-found' | 'period-reversed' | 'reasons-needed'> {
  if (!writer.find('person', { id: personId })) return failed('not-found')
  if (until === null) writer.remove('retentionHold', { personId })
  else {
    if (until < dayOf(now)) return failed('period-reversed')
    if (words.trim() === '') return failed('reasons-needed')
    writer.put('retentionHold', { personId, until, words })
  }
  return ok({ subject: aliasOf(writer, personId) })
}

/** What must be settled before this person can be erased. A person who asks does not wait for the keeping to end. */
export function obligationsOf(
  reader: Reader,
  { personId, reason }: { personId: string; reason: 'retention' | 'request' },
  today: string,
): Obligation[] {
  const row = listRetention(reader, today).find(({ id }) => id === personId)
  const open: [Obligation, boolean][] = [
    ['file-open', row === undefined],
    ['keeping-runs', reason === 'retention' && row !== undefined && row.state !== 'due'],
    ['request-open', requestsOf(reader, personId, today).some(({ answeredOn }) => answeredOn === null)],
    ['disclosure-open', disclosuresOf(reader, personId).some(({ closedOn }) => closedOn === null)],
    ['incident-open', confidentialityIncidentsOf(reader, personId).some(({ state }) => state !== 'closed')],
  ]
  return open.filter(([, isOpen]) => isOpen).map(([obligation]) => obligation)
}

/** Why a file is kept longer, if it is. */
export const holdOf = (reader: Reader, personId: string): Tables['retentionHold'] | undefined =>
  reader.all(query.selectFrom('retentionHold').selectAll().where('personId', '=', personId).compile())[0]

export type ErasureRow = Omit<Tables['erasure'], 'mode' | 'reason' | 'purgedSequence' | 'packages'> &
  Pick<ErasureOrder, 'mode' | 'reason'> & { packages: PackageLeft[] }

/** The latest first. */
export const listErasures = (reader: Reader): ErasureRow[] =>
  reader
    .all(query.selectFrom('erasure').selectAll().orderBy('decidedOn', 'desc').orderBy('id', 'desc').compile())
    .map((row) => {
      const { purgedSequence: _, ...told } = row
      return {
        ...told,
        mode: row.mode as ErasureRow['mode'],
        reason: row.reason as ErasureRow['reason'],
        packages: JSON.parse(row.packages) as PackageLeft[],
      }
    })
