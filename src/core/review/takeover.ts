import * as z from 'zod'
import { line } from '../caseload/fields.ts'

/** Who was there, as each signs: nobody whose file is in the notebook. */
export const present = z.strictObject({
  /** Of the organization, which answers for the notebook. */
  organization: line.min(1),
  coordinator: line.min(1),
  /** Who takes over. */
  worker: line.min(1),
})
export type Present = z.infer<typeof present>

/** What becomes of the sealed notes: they pass, still sealed, or they are destroyed. The organization decides. */
export const noteFates = ['pass', 'destroy'] as const
export type NoteFate = (typeof noteFates)[number]

/** A copy of the notebook that the program could not reach: it opens with the secrets of before. */
export interface LeftCopy {
  name: string
  folder: string
  madeAt: string
}
