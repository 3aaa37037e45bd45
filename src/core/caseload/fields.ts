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
/** A few sentences: hours, eligibility. */
export const paragraph = z.string().max(2000)
/** In UTF-16 units, as a text field counts. */
export const longestNote = 50_000
export const note = z.string().max(longestNote)
export const codes = z.array(code).max(20)
/** A calendar month, `2026-11`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** Each a code of the list `language`, or the words of who wrote it (an import knows no codes). */
export const languages = z.array(line.min(1)).max(20)

/** Of a row that carries more, only the fields a strict schema takes: what a form edits. */
export function fieldsFrom<S extends z.ZodObject>(schema: S, row: z.output<S>): z.output<S> {
  const keys = Object.keys(schema.shape)
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as z.output<S>
}
