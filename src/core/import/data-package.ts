import * as z from 'zod'

/** datapackage.json: which table lies in which file. Its schemas and its licences are left alone. */
export const dataPackage = z.object({
  resources: z
    .array(z.object({ name: z.string(), path: z.string() }))
    .min(1)
    .max(200),
})
