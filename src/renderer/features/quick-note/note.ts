import { blankContact, type ContactFields } from '#core/caseload/contact'
import { ask } from '../../client.ts'
import type { Named } from '../people/people-picker.tsx'

/** A note éclair being written: the fields of the contact, and the aliases its chips show. */
export type Note = Omit<ContactFields, 'personIds'> & { people: Named[] }
/** A note and where it comes from. `keepsDraft`: this one is the draft kept every two seconds. */
export type NoteStart = { note: Note; keepsDraft: boolean; isRestored: boolean }

export const fieldsOf = ({ people, ...fields }: Note): ContactFields => ({
  ...fields,
  personIds: people.map(({ id }) => id),
})

/** Prefilled fields alone are not worth keeping. */
export const isWorthKeeping = (note: Note): boolean =>
  note.note.trim() !== '' || note.people.length > 0 || note.unidentifiedCount > 0 || note.themes.length > 0

/** A person of a draft may have been removed since: they are simply left out. */
async function named(personIds: readonly string[]): Promise<Named[]> {
  if (personIds.length === 0) return []
  const people = await ask('people.named', { ids: [...personIds] })
  return people.map(({ id, alias }) => ({ id, alias }))
}

/**
 * The draft left behind, or a new note with the place, duration, kind and axis of the last one. A note begun on the
 * file of a person leaves a draft about somebody else as it is.
 */
export async function startNote(person: Named | null): Promise<NoteStart> {
  const [draft, defaults] = await Promise.all([
    ask('draft.read', undefined),
    ask('contacts.defaults', undefined),
  ])
  const { personIds: _, ...nothingSaid } = blankContact
  const blank = { ...defaults, ...nothingSaid }
  if (draft === null)
    return { note: { ...blank, people: person ? [person] : [] }, keepsDraft: true, isRestored: false }
  const { personIds = [], ...kept } = draft
  if (person && !personIds.includes(person.id))
    return { note: { ...blank, people: [person] }, keepsDraft: false, isRestored: false }
  return {
    note: { ...blank, ...withoutUndefined(kept), people: await named(personIds) },
    keepsDraft: true,
    isRestored: true,
  }
}

/** A partial schema allows `undefined` where a spread would then erase a default. */
const withoutUndefined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
