import * as z from 'zod'
import { id } from '#core/caseload/fields'
import { storeFailures } from '#core/database'

/** A person as other records name them: the first alias. */
export const named = z.strictObject({ id, alias: z.string() })

/** A stretch of a long list: as many rows from the `offset`th one, in the order of the list. */
export const stretch = { limit: z.int().min(1).max(500), offset: z.int().min(0) }
/** That stretch, and how many rows the whole list has. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ total: z.int(), rows: z.array(row) })

export const nothing = z.undefined()
export const byId = z.strictObject({ id })
/** What an act of the history answers: nothing is there to undo when all was so already, or when a text was sealed or opened for good. */
export const acted = z.strictObject({ isUndoable: z.boolean() })
export const saved = acted.extend({ id })
export const optionalId = { id: id.optional() }

/** Failures of a reading command, of a writing one, of one that writes to a given record. */
export const read = ['vault-locked'] as const
export const write = [...read, ...storeFailures] as const
export const change = [...write, 'not-found'] as const
/** When something happened: not yet, or before the mandate began (a setting). */
export const moment = ['in-the-future', 'before-mandate'] as const
/** Days to read between: the second before the first, or more than 400 apart. */
export const span = ['period-reversed', 'period-too-long'] as const
/** Why a paper could not be written in the folder chosen for it. */
export const printing = [
  'vault-locked',
  'no-folder',
  'no-permission',
  'disk-full',
  'write-failed',
  'printing-failed',
] as const

export const passphrase = z.string().min(1).max(1000)

/** A part of a text that is shown before it leaves: as it is, another's name, hidden, or to be decided. */
export const piece = z.strictObject({
  text: z.string(),
  mark: z.enum(['plain', 'another', 'hidden', 'doubtful']),
})
