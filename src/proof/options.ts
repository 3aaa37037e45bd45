import { parseArgs } from 'node:util'
import { failed, ok, type Result } from '#core/result'
import type { ProofOptions } from './subject.ts'

export type CommandLine = ProofOptions & { subject: string; json: string | null }

/** `<subject> [--states N] [--caseloads N] [--seed S] [--only KIND] [--json FILE]`. */
export function readCommandLine(args: readonly string[]): Result<CommandLine, 'usage'> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        caseloads: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        states: { type: 'string' },
        only: { type: 'string' },
        json: { type: 'string' },
      },
    })
    const [subject, ...others] = positionals
    const caseloads = Number(values.caseloads)
    const seed = Number(values.seed)
    const states = values.states === undefined ? null : Number(values.states)
    const isValid =
      [caseloads, seed, states ?? 0].every((n) => Number.isSafeInteger(n) && n >= 0) && caseloads > 0
    if (subject === undefined || others.length > 0 || !isValid) return failed('usage')
    const only = values.only ?? null
    return ok({ subject, caseloads, seed, states, only, json: values.json ?? null })
  } catch {
    // parseArgs throws on an unknown or incomplete option
    return failed('usage')
  }
}
