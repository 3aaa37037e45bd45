import { dayOf } from '#core/caseload/calendar'
import type { Reader } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { isLedgerWhole, ledgerEntries } from '#core/statistics/ledger-repository'
import { registerPage } from '#core/statistics/register-page'
import { registerText } from '#core/statistics/text/fr/register'
import { writeFile, type FolderFailure } from './folder.ts'
import { reportFont } from './font.ts'
import { hashing } from './hashing.ts'
import { printed } from './pdf.ts'
import type { Place } from './publish.ts'

/** `registerFile`: chosen for this printing; null when none was. */
export type RegisterPlace = Pick<Place, 'now' | 'print'> & { registerFile: string | null }
export type RegisterFailure = 'ledger-altered' | 'nothing-to-publish' | 'printing-failed' | FolderFailure

/** The whole register for the organization, with what its approvers wrote, in the file chosen for it, which it replaces. */
export async function printRegister(
  reader: Reader,
  { registerFile, now, print }: RegisterPlace,
): Promise<Result<{ file: string }, RegisterFailure>> {
  if (registerFile === null) return failed('no-folder')
  const page = wholeRegister(reader)
  if (!page.ok) return page
  const pdf = await printed(page.value, { title: registerText.title, publishedOn: dayOf(now) }, print)
  if (pdf === null) return failed('printing-failed')
  const written = writeFile(registerFile, pdf)
  return written.ok ? ok({ file: registerFile }) : written
}

/** The page of the whole register for the organization. An altered one is not shown as if it were whole. */
export function wholeRegister(reader: Reader): Result<string, 'ledger-altered' | 'nothing-to-publish'> {
  if (!isLedgerWhole(reader, hashing.sha256)) return failed('ledger-altered')
  const entries = ledgerEntries(reader).map((entry) => ({ ...entry, sealed: entry }))
  if (entries.length === 0) return failed('nothing-to-publish')
  return ok(registerPage({ entries, reader: 'organization', font: reportFont }))
}
