import * as z from 'zod'
import { day } from '../../caseload/fields.ts'
import { registerText as text } from '../text/fr/register.ts'
import type { Catalogue } from './catalogue.ts'
import type { Release } from './export.ts'

/**
 * What the anonymization register (A-2.1, r. 0.1) says of a release, besides its purpose and approver. Kept in the very
 * words that were sealed: a register that is reworded later is not a register. Everything but the note and the salt is worked out from
 * what leaves and nothing else, so that printing it beside the release tells no more than the release.
 */
const register = z.strictObject({
  techniques: z.array(z.string()),
  analyses: z.array(
    z.strictObject({
      risk: z.enum(['individualization', 'correlation', 'inference']),
      before: z.string(),
      after: z.string(),
    }),
  ),
  residualRisk: z.string(),
  /** The approver's own words; never printed in the release folder. */
  residualNote: z.string(),
  reassessOn: day,
  /**
   * 32 random bytes in hexadecimal, printed nowhere. The hash of the entry leaves with the release: without them it would
   * confirm a guess of who approved it, why, and at what minute. Absent from entries older than this precaution.
   */
  salt: z.string().optional(),
})
export type Register = z.infer<typeof register>

export type Assessment = { residualNote: string; /** Local day. */ reassessOn: string; salt: string }

export function registerOf(release: Release, catalogue: Catalogue, assessment: Assessment): Register {
  const { k, base } = catalogue
  const shape = shapeOf(release)
  return {
    techniques: text.techniques(k, base),
    analyses: [
      { risk: 'individualization', ...text.individualization(shape, k) },
      { risk: 'correlation', ...text.correlation },
      { risk: 'inference', ...text.inference(k) },
    ],
    residualRisk: text.residualRisk(k),
    ...assessment,
  }
}

/** The text whose hash the ledger seals: the keys in the order of the schema. */
export const registerJson = (value: Register): string => JSON.stringify(register.parse(value))

/** Null for a release older than the register. */
export const readRegister = (json: string): Register | null =>
  json === '' ? null : register.parse(JSON.parse(json))

/** Codes of a release, table by table, and what became of them. */
export type ReleaseShape = { codes: number; alone: number; merged: number; withheld: number }

export function shapeOf({ tables }: Release): ReleaseShape {
  const rows = tables.flatMap((table) => table.rows)
  const codesOf = (kept: typeof rows) => kept.reduce((sum, { codes }) => sum + codes.length, 0)
  const alone = rows.filter(({ codes, value }) => value !== null && codes.length === 1)
  const merged = rows.filter(({ codes, value }) => value !== null && codes.length > 1)
  return {
    codes: codesOf(rows),
    alone: codesOf(alone),
    merged: codesOf(merged),
    withheld: tables.filter((table) => table.rows.some(({ value }) => value === null)).length,
  }
}
