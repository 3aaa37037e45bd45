import type { Reader, Transaction } from '../database.ts'
import { failed, ok, type Result } from '../result.ts'
import {
  catalogueOf,
  close,
  closedPeriods,
  frozenQuarters,
  prepareQuarter,
  prepareYear,
  pseudonymKeyOf,
  type Closing,
} from './closings.ts'
import { catalogueJson, type Catalogue } from './disclosure/catalogue.ts'
import type { PseudonymOf } from './disclosure/closing.ts'
import { exportQuarter, exportYear, isPublishable, type Release } from './disclosure/export.ts'
import type { QuarterFacts, YearFacts } from './disclosure/facts.ts'
import {
  filesHash,
  noPrevious,
  seal,
  type Entry,
  type PublishedFile,
  type Sha256,
} from './disclosure/ledger.ts'
import { appendEntry, entryOf, isLedgerWhole, ledgerEntries } from './ledger-repository.ts'
import { firstDayOf, isOver, isQuarter, lastDayOf, quartersOf, yearOf, type Period } from './period.ts'
import { statisticsQuery as query } from './tables.ts'

/** What publishing needs of its host. */
export type Hashing = {
  sha256: Sha256
  /** A key of 32 random bytes. */
  newKey: () => Uint8Array
  /** 48 bits of a keyed hash: pseudonyms under a key. */
  pseudonymsUnder: (key: Uint8Array) => PseudonymOf
}

export type Refusal =
  | 'ledger-altered'
  | 'period-open'
  | 'already-published'
  | 'nothing-to-publish'
  | 'year-incomplete'

/** A release as it would leave, and what closing its period would freeze. Nothing is written yet. */
export type Prepared = {
  release: Release
  catalogue: Catalogue
  catalogueHash: string
  pseudonymKey: Uint8Array
  closing: Closing<QuarterFacts | YearFacts>
}

/** In the order of the design: ledger whole, period over and not yet published, then the export. */
export function prepareRelease(
  reader: Reader,
  period: Period,
  today: string,
  hashing: Hashing,
): Result<Prepared, Refusal> {
  if (!isLedgerWhole(reader, hashing.sha256)) return failed('ledger-altered')
  if (!isOver(period, today)) return failed('period-open')
  if (entryOf(reader, period) !== undefined) return failed('already-published')
  const first = firstYear(reader)
  if (first === null || yearOf(period) < first) return failed('nothing-to-publish')
  const catalogue = catalogueOf(reader, yearOf(period))
  const catalogueHash = hashing.sha256(catalogueJson(catalogue))
  const pseudonymKey = pseudonymKeyOf(reader, yearOf(period)) ?? hashing.newKey()
  const pseudonymOf = hashing.pseudonymsUnder(pseudonymKey)
  const year = { catalogue, catalogueHash, pseudonymKey }
  if (isQuarter(period)) {
    const closing = prepareQuarter(reader, period, pseudonymOf)
    return ok({ ...year, closing, release: exportQuarter(period, closing.facts, catalogue) })
  }
  const quarters = frozenQuarters(reader, yearOf(period))
  if (quarters === null) return failed('year-incomplete')
  if (!quarters.some((quarter) => isPublishable(quarter, catalogue))) return failed('nothing-to-publish')
  const closing = prepareYear(reader, period, quarters, pseudonymOf)
  return ok({ ...year, closing, release: exportYear(period, quarters, closing.facts.referrals, catalogue) })
}

export type Approval = { purpose: string; approver: string; publishedAt: string }

/** The ledger entry that would commit to these files. */
export function sealEntry(
  reader: Reader,
  { release, catalogueHash }: Prepared,
  files: readonly PublishedFile[],
  approval: Approval,
  sha256: Sha256,
): Entry {
  const last = ledgerEntries(reader).at(-1)
  return seal(
    {
      sequence: (last?.sequence ?? 0) + 1,
      period: release.period,
      ...approval,
      catalogueHash,
      filesHash: filesHash(files, sha256),
      previous: last?.hash ?? noPrevious,
    },
    sha256,
  )
}

/** Closing and ledger entry, together: a period is closed exactly when its release is in the ledger. */
export function recordRelease(
  tx: Transaction,
  { closing, catalogue, pseudonymKey }: Prepared,
  entry: Entry,
  files: readonly PublishedFile[],
): void {
  close(tx, entry.period, closing, { catalogue, pseudonymKey }, entry.publishedAt)
  appendEntry(tx, entry, files)
}

export type PeriodState = { period: Period; state: 'open' | 'closable' | 'published'; lastDay: string }

/** Each quarter and year from the first contact's year to today, in order, a year after its quarters. */
export function periodStates(reader: Reader, today: string): PeriodState[] {
  const first = firstYear(reader)
  if (first === null) return []
  const published = closedPeriods(reader)
  const stateOf = (period: Period): PeriodState['state'] => {
    if (published.includes(period)) return 'published'
    const quartersDone =
      isQuarter(period) || quartersOf(yearOf(period)).every((quarter) => published.includes(quarter))
    return isOver(period, today) && quartersDone ? 'closable' : 'open'
  }
  const years = Array.from({ length: Math.max(0, yearOf(today) - first + 1) }, (_, index) => first + index)
  return years
    .flatMap((year) => [...quartersOf(year), String(year)])
    .filter((period) => firstDayOf(period) <= today)
    .map((period) => ({ period, state: stateOf(period), lastDay: lastDayOf(period) }))
}

/** The year of the first contact or closing; null while there is nothing to tell. */
function firstYear(reader: Reader): number | null {
  const contact = reader.all(query.selectFrom('contact').select('at').orderBy('at').limit(1).compile())[0]
  const days = [...(contact ? [contact.at] : []), ...closedPeriods(reader)]
  return days.length === 0 ? null : Math.min(...days.map(yearOf))
}
