import * as z from 'zod'
import { day, minute } from '../../caseload/fields.ts'

const text = z.string()
const at = z.union([day, minute])

/** Labels are the French ones of the day of each record: the recipient's own lists may say otherwise. */
const entry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('contact'),
    at,
    kinds: z.array(text),
    themes: z.array(text),
    place: text,
    minutes: z.int(),
    crisis: text.nullable(),
    note: text,
    /** There is a note that only the worker can read. */
    noteSealed: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('incident'),
    at,
    kinds: z.array(text),
    intensity: z.int().min(1).max(4),
    outcome: text,
    note: text,
  }),
  z.strictObject({
    type: z.literal('referral'),
    at,
    resource: text,
    theme: text,
    state: text,
    /** Null once it is over. */
    openDays: z.int().nullable(),
    note: text,
  }),
  z.strictObject({ type: z.literal('followUp'), at, title: text, doneAt: minute.nullable() }),
  z.strictObject({ type: z.literal('bondStage'), at, stage: text }),
])

const packedFile = z.strictObject({
  alias: text,
  question: text,
  ageBand: text,
  bondStage: text,
  engagedOn: day.nullable(),
  safetyNote: text,
  /** There is one that only the worker can read. */
  safetyNoteSealed: z.boolean(),
  /** The entries begin there; null when the whole file is given. */
  since: minute.nullable(),
  /** Newest first. */
  entries: z.array(entry),
})
export type PackedFile = z.infer<typeof packedFile>

/** The most files one package carries. */
export const mostFiles = 50

/** What is sealed in a package, as JSON. */
export const packageContent = z.strictObject({
  format: z.literal('filigrane-revue'),
  version: z.literal(1),
  organization: text,
  /** To whoever reads, about all of it. */
  note: text,
  files: z.array(packedFile).min(1).max(mostFiles),
})
export type PackageContent = z.infer<typeof packageContent>

/** The content of a package; null when it is not what this version writes. */
export function parseContent(json: string): PackageContent | null {
  try {
    const parsed = packageContent.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
