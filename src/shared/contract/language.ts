import * as z from 'zod'
import { language } from '../language.ts'
import { nothing } from './common.ts'

/** Of the program on this computer, known before any vault is open: the lock screen and the system's dialogs speak it too. */
export const languageCommands = {
  'language.current': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ language }),
    failures: [],
  },
  'language.choose': {
    host: 'main',
    who: 'anyone',
    input: z.strictObject({ language }),
    output: nothing,
    failures: [],
  },
} as const
