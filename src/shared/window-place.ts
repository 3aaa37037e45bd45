import * as z from 'zod'

const pixels = z.int().min(-100_000).max(100_000)
/** Where the window was left, in device-independent pixels; its place when it is not maximized. */
export const windowPlace = z.object({
  x: pixels,
  y: pixels,
  width: pixels,
  height: pixels,
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>
