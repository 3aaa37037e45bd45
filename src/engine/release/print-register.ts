import { join } from 'node:path'
import { dayOf } from '#core/caseload/calendar'
import type { Reader } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { isLedgerWhole, ledgerEntries } from '#core/statistics/ledger-repository'
import { registerPage } from '#core/statistics/register-page'
import { reportText } from '#core/statistics/text/fr/report'
import { registerText } from '#core/statistics/text/fr/register'
import { stageFolder, type FolderFailure } from './folder.ts'
import { reportFont } from './font.ts'
import { hashing } from './hashing.ts'
import { withoutTraces } from './pdf.ts'
import type { Place } from './publish.ts'

export type RegisterFailure = 'ledger-altered' | 'nothing-to-publish' | 'printing-failed' | FolderFailure

/**
 * The whole register for the organization, with what its approvers wrote, in a folder of its own.
 * An altered register is not printed as if it were one.
 */
export async function printRegister(
  reader: Reader,
  { releases, now, print }: Place,
): Promise<Result<{ file: string }, RegisterFailure>> {
  if (releases === null) return failed('no-folder')
  if (!isLedgerWhole(reader, hashing.sha256)) return failed('ledger-altered')
  const entries = ledgerEntries(reader).map((entry) => ({ ...entry, sealed: entry }))
  if (entries.length === 0) return failed('nothing-to-publish')
  const pdf = await print(registerPage({ entries, reader: 'organization', font: reportFont }))
  if (pdf === null) return failed('printing-failed')
  const identity = { title: registerText.title, brand: reportText.brand, publishedOn: dayOf(now) }
  const folder = join(releases, `registre-${dayOf(now)}`)
  const file = { name: 'registre.pdf', bytes: await withoutTraces(pdf, identity) }
  const staged = stageFolder(folder, [file])
  if (!staged.ok) return staged
  const shown = staged.value.show()
  return shown.ok ? ok({ file: join(folder, file.name) }) : shown
}
