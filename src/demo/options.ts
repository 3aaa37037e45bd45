import { day } from '#core/caseload/fields'
import { demoText as text } from './text.fr.ts'
import type { CaseloadSize } from '../fiction/caseload.ts'

export type DemoOptions = CaseloadSize & {
  out: string
  truth: string | null
  /** How many of the last quarters that ended are left to be published by hand. */
  leave: number
}

const numbers = {
  '--seed': { field: 'seed', from: 0, to: 4_294_967_295, usual: 1 },
  '--persons': { field: 'persons', from: 0, to: 20_000, usual: 82 },
  '--contacts': { field: 'contacts', from: 0, to: 250_000, usual: 251 },
  '--months': { field: 'months', from: 1, to: 240, usual: 5 },
  '--leave': { field: 'leave', from: 0, to: 80, usual: 0 },
} as const

/** Five months until a New Year’s Eve: two quarters with too few persons, two to tell, and their year. */
const lastDay = '2025-12-31'

/** The options of the command line, or a French sentence saying what is wrong with them. */
export function parseOptions(args: readonly string[]): DemoOptions | { refusal: string } {
  const values = new Map<string, string>()
  for (let at = 0; at < args.length; at += 2) {
    const option = args[at] ?? ''
    const value = args[at + 1]
    if (!(option in numbers) && !['--out', '--truth', '--until'].includes(option)) {
      return { refusal: `${text.unknownOption(option)}\n${text.usage}` }
    }
    if (value === undefined || value.startsWith('--')) return { refusal: text.missingValue(option) }
    values.set(option, value)
  }
  const out = values.get('--out')
  if (out === undefined) return { refusal: `${text.missingOut}\n${text.usage}` }
  const until = day.safeParse(values.get('--until') ?? lastDay)
  if (!until.success) return { refusal: text.notADay(values.get('--until') ?? '') }
  const options: DemoOptions = {
    out,
    truth: values.get('--truth') ?? null,
    until: until.data,
    seed: numbers['--seed'].usual,
    persons: numbers['--persons'].usual,
    contacts: numbers['--contacts'].usual,
    months: numbers['--months'].usual,
    leave: numbers['--leave'].usual,
  }
  for (const [option, { field, from, to }] of Object.entries(numbers)) {
    const value = values.get(option)
    if (value === undefined) continue
    if (!/^\d+$/u.test(value)) return { refusal: text.notANumber(option, value) }
    if (Number(value) < from || Number(value) > to) return { refusal: text.outOfRange(option, from, to) }
    options[field] = Number(value)
  }
  return options
}
