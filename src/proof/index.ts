import { writeFileSync } from 'node:fs'
import { disclosure } from './disclosure/index.ts'
import { vault } from './vault/index.ts'
import { readCommandLine } from './options.ts'
import { chosen, prove, type Subject } from './subject.ts'
import { proofText as text } from './text.fr.ts'

const subjects: readonly Subject[] = [disclosure, vault]

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const asked = readCommandLine(process.argv.slice(2))
const subject = asked.ok ? chosen(subjects, asked.value) : undefined
if (!asked.ok || subject === undefined) {
  say(text.usage(subjects))
  process.exitCode = 2
} else {
  const { json, ...options } = asked.value
  const report = await prove(subject, options, (kind, { states, violations }) =>
    say(text.kind(kind, states, violations)),
  )
  say(text.total(report.states, report.violations, report.seconds))
  if (json !== null) {
    writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
    say(text.written(json))
  }
  process.exitCode = report.violations > 0 ? 1 : 0
}
