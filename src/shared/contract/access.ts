import * as z from 'zod'
import { day, id, line, minute } from '#core/caseload/fields'
import { accessActs } from '#core/review/access'
import { roles } from '#core/review/roles'
import { read } from './common.ts'

export const accessCommands = {
  /** Newest first. No command changes or removes an entry. */
  'accessLog.list': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({
      /** Letters of an alias. */
      text: line.optional(),
      personId: id.optional(),
      role: z.enum(roles).optional(),
      /** Inclusive. */
      from: day.optional(),
      to: day.optional(),
      limit: z.int().min(1).max(500),
      offset: z.int().min(0),
    }),
    output: z.strictObject({
      /** Each entry follows the one before, unaltered. */
      intact: z.boolean(),
      /** What could not be written yet: a vault in read-only mode takes no entry. */
      waiting: z.int(),
      total: z.int(),
      rows: z.array(
        z.strictObject({
          sequence: z.int(),
          at: minute,
          role: z.enum(roles),
          keyMark: z.string(),
          act: z.enum(accessActs),
          personId: id.nullable(),
          recordId: id.nullable(),
          detail: z.string(),
          /** Null when no file is concerned, or when the person was erased since. */
          alias: z.string().nullable(),
        }),
      ),
    }),
    failures: read,
  },
} as const
