import { dayOf } from '#core/caseload/calendar'
import type { Reader } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { isLedgerWhole, ledgerEntries } from '#core/statistics/ledger-repository'
import { registerPage } from '#core/statistics/register-page'
import { reportText } from '#core/statistics/text/fr/report'
import { registerText } from '#core/statistics/text/fr/register'
import { writeFile, type FolderFailure } from './folder.ts'
import { reportFont } from './font.ts'
import { hashing } from './hashing.ts'
import { withoutTraces } from './pdf.ts'
import type { Place } from './publish.ts'

/** `registerFile`: chosen for this printing; null when none was. */
export type RegisterPlace = Pick<Place, 'now' | 'print'> & { registerFile: string | null }
export type RegisterFailure = 'ledger-altered' | 'nothing-to-publish' | 'printing-failed' | FolderFailure

/**
 * The whole register for the organization, with what its approvers wrote, in the file chosen for it, which it replaces.
 * An altered register is not printed as if it were one.
 */
export async function printRegister(
  reader: Reader,
  { registerFile, now, print }: RegisterPlace,
): Promise<Result<{ file: string }, RegisterFailure>> {
  if (registerFile === null) return failed('no-folder')
  if (!isLedgerWhole(reader, hashing.sha256)) return failed('ledger-altered')
  const entries = ledgerEntries(reader).map((entry) => ({ ...entry, sealed: entry }))
  if (entries.length === 0) return failed('nothing-to-publish')
  const pdf = await print(registerPage({ entries, reader: 'organization', font: reportFont }))
  if (pdf === null) return failed('printing-failed')
  const identity = { title: registerText.title, brand: reportText.brand, publishedOn: dayOf(now) }
  const written = writeFile(registerFile, await withoutTraces(pdf, identity))
  return written.ok ? ok({ file: registerFile }) : written
}
