import * as z from 'zod'

/** Field shapes shared by the records. All text is kept as typed; length limits protect the file, not the style. */
export const id = z.uuid()
/** A local wall-clock minute. */
export const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
/** A local calendar day. */
export const day = z.iso.date()
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A stable code of a list; its French label is data. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const line = z.string().trim().max(200)
export const note = z.string().max(50_000)
export const codes = z.array(code).max(20)
