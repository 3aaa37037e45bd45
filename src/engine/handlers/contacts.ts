import type { Change } from '#core/caseload/changes'
import {
  hasPlainNote,
  listContacts,
  removeContact,
  saveContact,
  sealedNoteOf,
} from '#core/caseload/repository/contacts'
import { dropDraft, hasPlainDraft, keepDraft, readDraft } from '#core/caseload/repository/draft'
import { contactDefaults } from '#core/caseload/repository/today'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { contactCommands } from '#shared/contract/contacts'
import { afterSaving, eraseOlder, openDraft, openSealed, sealing } from '../sealing.ts'
import type { Session } from '../session.ts'
import type { Acts } from './acts.ts'

export function contactHandlers(
  { read, save, change }: Acts,
  session: Session,
): Pick<Handlers<'engine'>, keyof typeof contactCommands> {
  return {
    'contacts.list': (input) => read((reader) => listContacts(reader, input)),
    'contacts.defaults': () => read(contactDefaults),
    'contacts.save': async (input) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const { vault } = open
      const before = {
        wasSealed: input.id !== undefined && sealedNoteOf(vault, input.id) !== null,
        wasPlain: hasPlainNote(vault, input.id),
        hasPlainDraft: hasPlainDraft(vault),
      }
      const written = sealing(vault, input)
      const saved = save('contacts.save', (writer, context) => saveContact(writer, written, context))
      return afterSaving(session, open, { ...before, isToSeal: input.noteSealed, isAbout }, saved)
    },
    'contacts.openNote': ({ id }) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const sealed = sealedNoteOf(open.vault, id)
      if (sealed === null) return failed('not-found')
      const note = openSealed(open.vault, sealed)
      return note === null ? failed('note-unreadable') : ok({ note })
    },
    'contacts.remove': ({ id }) => change('contacts.remove', (writer) => removeContact(writer, id)),
    'draft.read': () => read((reader) => openDraft(reader, readDraft(reader))),
    // kept every two seconds while she writes: neither an act to undo nor a reason to refetch
    'draft.keep': async (draft) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const { vault } = open
      const leavesPlain = draft?.noteSealed === true && hasPlainDraft(vault)
      const kept = vault.transact((tx) => {
        if (draft) keepDraft(tx, sealing(vault, draft))
        else dropDraft(tx)
        return ok()
      })
      if (!kept.ok) return kept
      session.kept()
      if (!leavesPlain) return kept
      return (await eraseOlder(session, vault)) ? kept : failed('sealed-copies-remain')
    },
  }
}

const isAbout = ({ table, before, after }: Change, id: string): boolean =>
  table === 'contact' && (before ?? after)?.['id'] === id
