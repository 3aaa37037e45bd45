import * as z from 'zod'

const notWritten = ['cancelled', 'no-permission', 'disk-full', 'write-failed'] as const

/** What the window asks of the computer it runs on; none of it touches a record. */
export const systemCommands = {
  /** Something was copied in the window: only that, never what. */
  'clipboard.copied': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.undefined(),
    failures: [],
  },
  /** A report for whoever helps: all of its text, to be read before anything is written. */
  'diagnostics.prepare': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ text: z.string() }),
    failures: [],
  },
  /** Writes the report last prepared, to the byte, where the system's dialog says. */
  'diagnostics.write': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: notWritten,
  },
  /** Writes the sample directory, an invented one, where the system's dialog says. */
  'samples.writeDirectory': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: notWritten,
  },
} as const
