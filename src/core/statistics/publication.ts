import { readSettings } from '../caseload/repository/settings.ts'
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
import { appendEntry, isLedgerWhole, ledgerEntries } from './ledger-repository.ts'
import { registerJson, registerOf, type Assessment } from './disclosure/register.ts'
import { selfCheck, type SelfCheck } from './disclosure/self-check.ts'
import type { World } from './disclosure/world.ts'
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
  | 'too-few-persons'
  | 'clock-moved-back'
  | 'self-check-failed'

/** A release as it would leave, and what closing its period would freeze. Nothing is written yet. */
export type Prepared = {
  release: Release
  catalogue: Catalogue
  catalogueHash: string
  pseudonymKey: Uint8Array
  closing: Closing<QuarterFacts | YearFacts>
  /** What the release was made from, and what the self-check went through: for the laptop only. */
  world: World
  selfCheck: SelfCheck
}

/**
 * In the order of the design: ledger whole, catalogue as the year's earlier releases sealed it, period over and not yet
 * published, export, invariants and replayed worlds.
 */
export function prepareRelease(
  reader: Reader,
  period: Period,
  today: string,
  hashing: Hashing,
): Result<Prepared, Refusal> {
  if (!isLedgerWhole(reader, hashing.sha256)) return failed('ledger-altered')
  const entries = ledgerEntries(reader)
  const last = entries.at(-1)
  if (last !== undefined && last.publishedAt.slice(0, 10) > today) return failed('clock-moved-back')
  if (!isOver(period, today)) return failed('period-open')
  if (entries.some((entry) => entry.period === period)) return failed('already-published')
  if (yearOf(period) < firstYear(reader, today)) return failed('nothing-to-publish')
  const catalogue = catalogueOf(reader, yearOf(period))
  const catalogueHash = hashing.sha256(catalogueJson(catalogue))
  const sameYear = entries.filter((entry) => yearOf(entry.period) === yearOf(period))
  if (sameYear.some((entry) => entry.catalogueHash !== catalogueHash)) return failed('ledger-altered')
  const pseudonymKey = pseudonymKeyOf(reader, yearOf(period)) ?? hashing.newKey()
  const pseudonymOf = hashing.pseudonymsUnder(pseudonymKey)
  const year = { catalogue, catalogueHash, pseudonymKey }
  if (isQuarter(period)) {
    const closing = prepareQuarter(reader, period, pseudonymOf)
    const world = { quarters: [{ period, facts: closing.facts }], year: null, catalogue }
    return checked({ ...year, closing, world, release: exportQuarter(period, closing.facts, catalogue) })
  }
  const quarters = frozenQuarters(reader, yearOf(period))
  if (quarters === null) return failed('year-incomplete')
  if (!quarters.some((quarter) => isPublishable(quarter, catalogue))) return failed('too-few-persons')
  const closing = prepareYear(reader, period, quarters, pseudonymOf)
  const { referrals } = closing.facts
  const world = {
    quarters: quartersOf(yearOf(period)).flatMap((quarter, index) => {
      const facts = quarters[index]
      return facts === undefined ? [] : [{ period: quarter, facts }]
    }),
    year: { period, referrals },
    catalogue,
  }
  return checked({ ...year, closing, world, release: exportYear(period, quarters, referrals, catalogue) })
}

function checked(made: Omit<Prepared, 'selfCheck'>): Result<Prepared, 'self-check-failed'> {
  const check = selfCheck(made.release, made.world)
  return check.ok ? ok({ ...made, selfCheck: check.value }) : check
}

export type Approval = { purpose: string; approver: string; publishedAt: string }

/** The entry of the register before the files it will commit to, one of which prints it. */
export type EntryDraft = Omit<Entry, 'filesHash' | 'hash'>

export function draftEntry(
  reader: Reader,
  { release, catalogue, catalogueHash }: Prepared,
  approval: Approval & Assessment,
): EntryDraft {
  const last = ledgerEntries(reader).at(-1)
  const { residualNote, reassessOn, salt, ...approved } = approval
  return {
    sequence: (last?.sequence ?? 0) + 1,
    period: release.period,
    ...approved,
    catalogueHash,
    register: registerJson(registerOf(release, catalogue, { residualNote, reassessOn, salt })),
    previous: last?.hash ?? noPrevious,
  }
}

/** The ledger entry that commits to these files. */
export const sealEntry = (draft: EntryDraft, files: readonly PublishedFile[], sha256: Sha256): Entry =>
  seal({ ...draft, filesHash: filesHash(files, sha256) }, sha256)

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

/** Each quarter and year from the first year to today, in order, a year after its quarters. */
export function periodStates(reader: Reader, today: string): PeriodState[] {
  const first = firstYear(reader, today)
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

/**
 * The year of the mandate, of the first contact or of the first closing, whichever is first. The mandate's (this year
 * while its day is unknown) is there with or without contacts: if they were needed, an `x` would prove that somebody came.
 */
function firstYear(reader: Reader, today: string): number {
  const contact = reader.all(query.selectFrom('contact').select('at').orderBy('at').limit(1).compile())[0]
  const { mandateStartsOn } = readSettings(reader)
  const days = [mandateStartsOn ?? today, ...(contact ? [contact.at] : []), ...closedPeriods(reader)]
  return Math.min(...days.map(yearOf))
}
