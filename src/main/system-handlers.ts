import { app, dialog, type BrowserWindow } from 'electron'
import { writeFileSync } from 'node:fs'
import { release, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import type { CommandsOf, Failure, Handlers } from '#shared/contract'
import { nativeText } from '#shared/native-text'
import type { ClipboardGuard } from './clipboard.ts'
import { readLog, reportText } from './diagnostics.ts'
import type { Speech } from './handlers.ts'

export type SystemName = Extract<CommandsOf<'main'>, `clipboard.${string}` | `diagnostics.${string}`>

/** What main answers of the computer itself. */
export function createSystemHandlers(
  window: BrowserWindow,
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
      prepared = reportText(nativeText[language], around, readLog(logFile))
      return { ok: true, value: { text: prepared } }
    },
    'diagnostics.write': async () => {
      const text = nativeText[speech.language()]
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: text.saveReport,
        buttonLabel: text.save,
        defaultPath: join(app.getPath('documents'), text.reportName),
        properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return { ok: false, failure: 'cancelled' }
      try {
        writeFileSync(filePath, prepared)
      } catch (error) {
        return { ok: false, failure: whyNotWritten(error) }
      }
      return { ok: true, value: { name: basename(filePath) } }
    },
  }
}

function whyNotWritten(error: unknown): Failure<'diagnostics.write'> {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no-permission'
  return code === 'ENOSPC' ? 'disk-full' : 'write-failed'
}
