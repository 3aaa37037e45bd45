import * as z from 'zod'

/** The name a window gives to one long act: the input of every long command has it. */
export const actName = z.uuid()

/** How far an act is, in units of its own. */
export const actProgress = z.strictObject({ act: actName, done: z.int(), total: z.int() })

export const longActCommands = {
  /** Gives a long act up: nothing of it stays. Answered before the calls that wait; does nothing once the act ended. */
  'acts.cancel': {
    host: 'engine',
    who: 'anyone',
    input: z.strictObject({ act: actName }),
    output: z.undefined(),
    failures: [],
  },
} as const
