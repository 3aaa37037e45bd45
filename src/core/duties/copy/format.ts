import * as z from 'zod'
import { day, minute } from '../../caseload/fields.ts'

const text = z.string()
const maybeDay = day.nullable()

/**
 * A person’s own file, as it is handed to her: what the PDF says, for other software (P-39.1, s. 27). Others are masked; labels are the
 * French ones of the day of each record. docs/person-file.schema.json is made of this.
 */
export const personCopy = z.strictObject({
  format: z.literal('filigrane-dossier'),
  version: z.literal(1),
  madeOn: day,
  holder: z.strictObject({ organization: text, responsible: text, contact: text }),
  person: z.strictObject({
    aliases: z.array(text),
    legalName: text.nullable(),
    /** Why the name of somebody under 14 may be written. */
    identifyingBasis: text,
    ageBand: text,
    ageEstimated: z.boolean(),
    gender: text,
    genderEstimated: z.boolean(),
    populations: z.array(text),
    languages: z.array(text),
    bondStage: text,
    engagedOn: maybeDay,
    howMet: text,
    strengths: text,
    safetyNote: text,
    /** There is a safety note only the worker can read. */
    safetyNoteSealed: z.boolean(),
  }),
  bondStages: z.array(z.strictObject({ on: day, stage: text })),
  contacts: z.array(
    z.strictObject({
      at: minute,
      kinds: z.array(text),
      themes: z.array(text),
      place: text,
      durationMinutes: z.int(),
      crisis: text.nullable(),
      aidGiven: z.array(z.strictObject({ item: text, quantity: z.int() })),
      /** How many others were there, known or not. */
      others: z.int(),
      note: text,
      /** There is a note only the worker can read: she decides what she hands over. */
      noteSealed: z.boolean(),
    }),
  ),
  referrals: z.array(
    z.strictObject({
      proposedOn: day,
      resource: text,
      theme: text,
      state: text,
      steps: z.array(z.strictObject({ on: day, state: text, reason: text })),
      note: text,
      toldBackOn: maybeDay,
      toldBackNote: text,
    }),
  ),
  followUps: z.array(z.strictObject({ dueOn: day, title: text, doneAt: minute.nullable() })),
  incidents: z.array(
    z.strictObject({
      at: minute,
      kinds: z.array(text),
      intensity: z.int(),
      place: text,
      outcome: text,
      note: text,
    }),
  ),
  ties: z.array(z.strictObject({ kind: text, note: text })),
  noticeReadings: z.array(z.strictObject({ readOn: day, handed: z.boolean(), note: text })),
  consents: z.array(
    z.strictObject({
      purpose: text,
      words: text,
      resource: text.nullable(),
      express: z.boolean(),
      givenBy: text,
      givenOn: day,
      validUntil: maybeDay,
      withdrawnOn: maybeDay,
      withdrawalWords: text,
    }),
  ),
  requests: z.array(
    z.strictObject({
      kind: text,
      receivedOn: day,
      words: text,
      identityCheckedOn: maybeDay,
      extendedTo: maybeDay,
      extensionWords: text,
      answeredOn: maybeDay,
      outcome: text.nullable(),
      answer: text,
      lateWords: text,
    }),
  ),
  disclosures: z.array(
    z.strictObject({
      at: minute,
      basis: text,
      recipient: text,
      information: text,
      reasons: text,
      /** The day she was told of it. */
      personToldOn: maybeDay,
      sequel: text,
    }),
  ),
  /** What the team asked and decided about her. */
  reviews: z.array(z.strictObject({ on: day, question: text, decision: text })),
  confidentialityIncidents: z.array(
    z.strictObject({ knownOn: day, information: text, circumstances: text, measures: text }),
  ),
  /** Why the file is kept longer than usual. */
  hold: z.strictObject({ until: day, words: text }).nullable(),
  /** Notes sealed to the worker: that they exist is said; what they hold is for her to decide. */
  sealedNotes: z.int(),
  /** How many passages about others are masked. */
  maskedPassages: z.int(),
})
export type PersonCopy = z.infer<typeof personCopy>
