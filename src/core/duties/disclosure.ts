import * as z from 'zod'
import { day, id, line, minute, paragraph } from '../caseload/fields.ts'

/**
 * What allows telling without consent: to protect somebody from a serious risk of death or serious injury, as in a disappearance or an act of violence (P-39.1, s. 18.1, read as of 2024-11-15); an emergency that threatens
 * the person’s own life, health or safety (s. 18, 7°); a child to protect (Youth Protection Act, P-34.1, s. 39).
 */
export const disclosureBases = ['violence', 'emergency', 'youth-protection'] as const

export const disclosureFields = z.strictObject({
  at: minute,
  personId: id.nullable(),
  basis: z.enum(disclosureBases),
  recipient: line.min(1),
  /** Only what is needed. */
  information: paragraph.trim().min(1),
  reasons: paragraph.trim().min(1),
  personToldOn: day.nullable(),
  sequel: paragraph,
  /** The day nothing is left to do. */
  closedOn: day.nullable(),
})
export const disclosure = disclosureFields.extend({ id })
export type DisclosureFields = z.infer<typeof disclosureFields>
export type Disclosure = z.infer<typeof disclosure>
