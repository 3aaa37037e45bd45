import * as z from 'zod'
import { code, id, minute, note } from './fields.ts'

/** One meeting or exchange, with known persons and unidentified ones. */
export const contactFields = z.strictObject({
  at: minute,
  personIds: z.array(id).max(50),
  unidentifiedCount: z.int().min(0).max(200),
  kinds: z.array(code).min(1).max(11),
  /** The first is the principal theme, the one a release counts. */
  themes: z.array(code).max(20),
  place: code,
  durationMinutes: z.int().min(0).max(1440),
  /** Valid on the day of the contact. */
  mandateAxis: code,
  /** Who began it, of the list `initiative`; null when it is not said. */
  initiative: code.nullable(),
  crisis: code.nullable(),
  aidGiven: z.array(z.strictObject({ item: code, quantity: z.int().min(1).max(999) })).max(20),
  note,
  /** The note is for the worker alone. With an empty text, the sealed note that is there stays as it is. */
  noteSealed: z.boolean(),
  /** « À compléter »: written in a hurry, to be finished later. */
  incomplete: z.boolean(),
})
export const contact = contactFields.extend({ id })
export type ContactFields = z.infer<typeof contactFields>
export type Contact = z.infer<typeof contact>

/** What a contact says when nothing is said of it, besides when, what and where. */
export const blankContact: Omit<ContactFields, 'at' | 'kinds' | 'place' | 'durationMinutes' | 'mandateAxis'> =
  {
    personIds: [],
    unidentifiedCount: 0,
    themes: [],
    initiative: null,
    crisis: null,
    aidGiven: [],
    note: '',
    noteSealed: false,
    incomplete: false,
  }

/** Kinds that speak to a whole room, where nobody in particular is met. */
const collectiveKinds: readonly string[] = ['animation', 'awareness']

/** A contact meets somebody, known or not, unless it is only collective, or waits to be completed. */
export function meetsSomebody(
  contact: Pick<ContactFields, 'personIds' | 'unidentifiedCount' | 'kinds' | 'incomplete'>,
): boolean {
  const met = contact.personIds.length > 0 || contact.unidentifiedCount > 0
  return met || contact.incomplete || contact.kinds.every((kind) => collectiveKinds.includes(kind))
}
