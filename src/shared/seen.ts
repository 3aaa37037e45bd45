import * as z from 'zod'

const count = z.int().min(0)
const far = z.strictObject({ generation: count, sequence: count })

/** How far each vault was when this computer last had it open, by the vault's id: counts, and nothing of what it holds. */
export const seenVaults = z.record(z.string(), far)
export type SeenVaults = Readonly<z.infer<typeof seenVaults>>
/** The same of one vault. */
export type Seen = z.infer<typeof far> & { id: string }
