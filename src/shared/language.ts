import * as z from 'zod'

/** Those the program speaks, whole. */
export const language = z.enum(['fr', 'en'])
export type Language = z.infer<typeof language>
