import * as z from 'zod'
import { code, codes, day, id, languages, line, note } from './fields.ts'

/** What allows the file of a child under 14 to hold an identifying field (P-39.1, s. 4.1). */
export const identifyingBasis = z.strictObject({
  kind: z.enum(['parent-consented', 'child-benefit']),
  on: day,
  /** Who consented, or why it is clearly for the child’s benefit. */
  words: line.min(1),
})

/** Somebody the worker knows. Nothing is mandatory but an alias. */
export const personFields = z.strictObject({
  aliases: z.array(line.min(1)).min(1).max(30),
  legalName: line.nullable(),
  identifyingBasis: identifyingBasis.nullable(),
  ageBand: code,
  ageEstimated: z.boolean(),
  gender: code,
  genderEstimated: z.boolean(),
  populations: codes,
  bondStage: code,
  /** The day the person accepted help; distinct from the first contact. */
  engagedOn: day.nullable(),
  howMet: line,
  languages,
  strengths: note,
  safetyNote: note,
  /** The safety note is for the worker alone. With an empty text, the sealed one that is there stays as it is. */
  safetyNoteSealed: z.boolean(),
})
export const person = personFields.extend({ id })
export type PersonFields = z.infer<typeof personFields>
export type Person = z.infer<typeof person>

export const blankPerson: Omit<PersonFields, 'aliases'> = {
  legalName: null,
  identifyingBasis: null,
  ageBand: 'unknown',
  ageEstimated: true,
  gender: 'unknown',
  genderEstimated: true,
  populations: [],
  bondStage: 'exploration',
  engagedOn: null,
  howMet: '',
  languages: [],
  strengths: '',
  safetyNote: '',
  safetyNoteSealed: false,
}

/** Under 14, an identifying field needs a basis; 14 and over consent alone. An unknown age is not a known child. */
export function mayBeIdentified(
  person: Pick<PersonFields, 'ageBand' | 'legalName' | 'identifyingBasis'>,
): boolean {
  const isIdentified = person.legalName !== null && person.legalName !== ''
  return !isIdentified || person.ageBand !== 'under-14' || person.identifyingBasis !== null
}

/** What joins two persons, whichever is named first. */
export const tieFields = z.strictObject({
  personId: id,
  otherId: id,
  /** Of the list `tieKind`. */
  kind: code,
  note: line,
})
export const tie = tieFields.extend({ id })
export type TieFields = z.infer<typeof tieFields>
export type Tie = z.infer<typeof tie>
