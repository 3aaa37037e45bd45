import { app } from 'electron'
import { writeFileSync } from 'node:fs'
import { release, totalmem } from 'node:os'
import { basename } from 'node:path'
import type { CommandsOf, Failure, Handlers } from '#shared/contract'
import sampleDirectory from '../../resources/sample-directory.csv?raw'
import type { ClipboardGuard } from './clipboard.ts'
import { readLog, reportText } from './diagnostics.ts'
import type { Dialogs } from './dialogs.ts'
import type { Speech } from './speech.ts'

export type SystemName = Extract<
  CommandsOf<'main'>,
  `clipboard.${string}` | `diagnostics.${string}` | `samples.${string}`
>

/** What main answers of the computer itself. */
export function createSystemHandlers(
  dialogs: Dialogs,
  speech: Speech,
  copies: ClipboardGuard,
  logFile: string,
): Pick<Handlers<'main'>, SystemName> {
  /** What was shown is what is written. */
  let prepared = ''
  return {
    'clipboard.copied': () => {
      copies.copied()
      return { ok: true, value: undefined }
    },
    'diagnostics.prepare': () => {
      const language = speech.language()
      const around = {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chromium: process.versions['chrome'] ?? '',
        node: process.versions.node,
        system: `${process.platform} ${release()} ${process.arch}`,
        memoryBytes: totalmem(),
        language,
      }
      prepared = reportText(dialogs.text(), around, readLog(logFile))
      return { ok: true, value: { text: prepared } }
    },
    'diagnostics.write': async () => {
      const { saveReport: title, textFiles: kind, reportName: name } = dialogs.text()
      return written(await dialogs.newFile({ title, kind, name, ending: 'txt' }), prepared)
    },
    'samples.writeDirectory': async () => {
      const { saveSample: title, tableFiles: kind, sampleName: name } = dialogs.text()
      return written(await dialogs.newFile({ title, kind, name, ending: 'csv' }), sampleDirectory)
    },
  }
}

function written(file: string | null, text: string) {
  if (file === null) return { ok: false, failure: 'cancelled' } as const
  try {
    writeFileSync(file, text)
  } catch (error) {
    return { ok: false, failure: whyNotWritten(error) } as const
  }
  return { ok: true, value: { name: basename(file) } } as const
}

function whyNotWritten(error: unknown): Failure<'diagnostics.write'> {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no-permission'
  return code === 'ENOSPC' ? 'disk-full' : 'write-failed'
}
