import * as z from 'zod'
import { id } from '#core/caseload/fields'
import { incidentNotices, plainDocuments, registers } from '#core/duties/documents/names'
import { read } from './common.ts'
import { copyOrder } from './duties.ts'
import { period, refusals } from './statistics.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What can be printed. */
export const paperOrder = z.discriminatedUnion('paper', [
  z.strictObject({ paper: z.enum([...plainDocuments, ...registers]) }),
  z.strictObject({ paper: z.enum(['minutes', 'takeover', ...incidentNotices]), id }),
  copyOrder.extend({ paper: z.literal('copy') }),
  /** The report of a period that is about to be published. */
  z.strictObject({ paper: z.literal('report'), period }),
  /** The whole register of releases, for the organization. */
  z.strictObject({ paper: z.literal('releases') }),
])

export const paperCommands = {
  /** The PDF as it would be written. Nothing is; and what is written next of the same page is this very PDF. */
  'papers.preview': {
    host: 'engine',
    who: 'team',
    input: paperOrder,
    output: z.strictObject({ pdf: bytes }),
    failures: [...read, ...refusals, 'not-found', 'no-notice-due', 'copy-reveals-another', 'printing-failed'],
  },
} as const
