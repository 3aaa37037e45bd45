import { join } from 'node:path'
import { addMonths, dayOf } from '#core/caseload/calendar'
import type { Reader, Store, StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { entryOf, filesOf, isLedgerWhole } from '#core/statistics/ledger-repository'
import type { SelfCheck } from '#core/statistics/disclosure/self-check'
import {
  draftEntry,
  prepareRelease,
  recordRelease,
  sealEntry,
  type Prepared,
  type Refusal,
} from '#core/statistics/publication'
import { registerPage } from '#core/statistics/register-page'
import { reportPage } from '#core/statistics/report/page'
import { registerText } from '#core/statistics/text/fr/register'
import { reportText } from '#core/statistics/text/fr/report'
import { earlierReleases } from './earlier.ts'
import { folderFiles, tableFiles } from './files.ts'
import { stageFolder, type FolderFailure } from './folder.ts'
import { reportFont } from './font.ts'
import { hashing } from './hashing.ts'
import { printed, type Print } from './pdf.ts'

export type Order = {
  period: string
  purpose: string
  approver: string
  /** Local day of the next assessment of the risk; a year from now when left out. */
  reassessOn?: string | undefined
  residualNote?: string | undefined
}
export type Place = {
  /** Where the release's own folder goes; null when none was chosen. */
  releases: string | null
  /** Local minute. */
  now: string
  /** A tagged PDF; null when printing failed, or the vault was locked meanwhile. */
  print: Print
}
export type Published = {
  folder: string
  files: string[]
  hash: string
  /** Null when the bytes left before and are given again. */ selfCheck: SelfCheck | null
}
export type PublishFailure = Refusal | StoreFailure | FolderFailure | 'printing-failed' | 'reassessment-past'

/**
 * Closes the period and writes its folder. The folder is whole on disk, still hidden, before the vault commits to it, and
 * shown after: a crash in between leaves a period published without its folder, and asking again writes it from the
 * bytes in the ledger.
 */
export async function publish(
  store: Store,
  { period, purpose, approver, residualNote = '', reassessOn }: Order,
  { releases, now, print }: Place,
): Promise<Result<Published, PublishFailure>> {
  if (releases === null) return failed('no-folder')
  const assessedBy = reassessOn ?? addMonths(dayOf(now), 12)
  if (assessedBy <= dayOf(now)) return failed('reassessment-past')
  const folder = join(releases, period)
  const prepared = prepareRelease(store, period, dayOf(now), hashing)
  if (!prepared.ok)
    return prepared.failure === 'already-published' ? writeAgain(store, period, folder) : prepared
  const tables = await tableFiles(prepared.value, dayOf(now))
  const salt = Buffer.from(hashing.newKey()).toString('hex')
  const approval = { purpose, approver, publishedAt: now, residualNote, reassessOn: assessedBy, salt }
  const draft = draftEntry(store, prepared.value, approval)
  const publishedOn = dayOf(now)
  const report = reportFor(store, prepared.value, publishedOn)
  const rapport = await printed(report, { title: reportText.documentTitle(period), publishedOn }, print)
  const register = registerPage({
    entries: [{ ...draft, sealed: null }],
    reader: 'release',
    font: reportFont,
  })
  const registre = rapport && (await printed(register, { title: registerText.title, publishedOn }, print))
  if (rapport === null || registre === null) return failed('printing-failed')

  const files = [
    { name: 'rapport.pdf', bytes: rapport },
    { name: 'registre.pdf', bytes: registre },
    ...tables,
  ]
  const entry = sealEntry(draft, files, hashing.sha256)
  const all = folderFiles(files, entry)
  const staged = stageFolder(folder, all)
  if (!staged.ok) return staged
  const recorded = store.transact((tx) => {
    recordRelease(tx, prepared.value, entry, files)
    return ok()
  })
  if (!recorded.ok) {
    staged.value.discard()
    return recorded
  }
  const shown = staged.value.show()
  if (!shown.ok) {
    staged.value.discard()
    return shown
  }
  const { selfCheck } = prepared.value
  return ok({ folder, files: all.map(({ name }) => name).toSorted(), hash: entry.hash, selfCheck })
}

/** The bytes that left, again. Refused as already published while their folder is there. */
function writeAgain(store: Store, period: string, folder: string): Result<Published, PublishFailure> {
  const entry = entryOf(store, period)
  if (entry === undefined || !isLedgerWhole(store, hashing.sha256)) return failed('ledger-altered')
  const all = folderFiles(filesOf(store, entry.sequence), entry)
  const staged = stageFolder(folder, all)
  if (!staged.ok) return staged.failure === 'folder-not-empty' ? failed('already-published') : staged
  const shown = staged.value.show()
  if (!shown.ok) return shown
  return ok({ folder, files: all.map(({ name }) => name).toSorted(), hash: entry.hash, selfCheck: null })
}

/** The page of the report of a period, as it would leave that day. */
export function reportFor(
  reader: Reader,
  { release, catalogue, catalogueHash }: Prepared,
  publishedOn: string,
): string {
  const earlier = earlierReleases(reader)
  return reportPage({ release, catalogue, catalogueHash, publishedOn, font: reportFont, earlier })
}
