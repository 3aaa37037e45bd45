import { readFileSync } from 'node:fs'
import type { nativeText } from '#shared/native-text'
import type { Language } from '#shared/language'

/** What a report tells beside the log: versions and kinds, nothing that a person typed or chose. */
export type Surroundings = {
  version: string
  electron: string
  chromium: string
  node: string
  /** `win32 10.0.26100 x64` */
  system: string
  memoryBytes: number
  language: Language
}

/** `time code place < place`: codes and positions in the program, all that the log may hold. */
const LOG_LINE =
  /^\d{4}-\d\d-\d\dT[\d:.]+Z (?:main|engine)-bug [A-Za-z.]+(?: [A-Za-z]+)? (?:[\w$.<># [\]]*[\w.-]+:\d+:\d+(?: < |$))*$/u
const LINES = 200

/**
 * The whole text of a report, one fact per line. A line of the log that is not made of codes and places is left out and counted:
 * a report holds nothing but what this file lets through.
 */
export function reportText(
  { diagnostics: text }: (typeof nativeText)[Language],
  around: Surroundings,
  log: readonly string[],
): string {
  const last = log.slice(-LINES)
  const told = last.filter((line) => LOG_LINE.test(line))
  const facts = [
    `Filigrane ${around.version}`,
    `Electron ${around.electron} · Chromium ${around.chromium} · Node ${around.node}`,
    `${text.system} : ${around.system}`,
    `${text.memory} : ${Math.round(around.memoryBytes / 2 ** 30)} ${text.gigabytes}`,
    `${text.language} : ${around.language}`,
  ]
  const leftOut = last.length - told.length
  return [
    text.title,
    '',
    ...facts,
    '',
    text.events,
    ...(told.length > 0 ? told : [text.noEvents]),
    ...(leftOut > 0 ? [`${text.leftOut} : ${leftOut}`] : []),
    '',
  ].join('\n')
}

/** Lines of the log, oldest first; none where there is no log yet. */
export function readLog(file: string): string[] {
  return [`${file}.1`, file].flatMap((path) => {
    try {
      return readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  })
}
