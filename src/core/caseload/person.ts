import * as z from 'zod'
import { code, codes, day, id, line, note } from './fields.ts'

/** Somebody the worker knows. Nothing is mandatory but an alias. */
export const personFields = z.strictObject({
  aliases: z.array(line.min(1)).min(1).max(10),
  legalName: line.nullable(),
  ageBand: code,
  ageEstimated: z.boolean(),
  gender: code,
  genderEstimated: z.boolean(),
  populations: codes,
  bondStage: code,
  /** The day the person accepted help; distinct from the first contact. */
  engagedOn: day.nullable(),
  howMet: line,
  languages: line,
  strengths: note,
  safetyNote: note,
})
export const person = personFields.extend({ id })
export type PersonFields = z.infer<typeof personFields>
export type Person = z.infer<typeof person>

export const blankPerson: Omit<PersonFields, 'aliases'> = {
  legalName: null,
  ageBand: 'unknown',
  ageEstimated: true,
  gender: 'unknown',
  genderEstimated: true,
  populations: [],
  bondStage: 'exploration',
  engagedOn: null,
  howMet: '',
  languages: '',
  strengths: '',
  safetyNote: '',
}
