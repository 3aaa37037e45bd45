import {
  countContacts,
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
import { openDraft, openSealed, sealing } from '../sealing.ts'
import type { OpenVault, Session } from '../session.ts'
import type { Acts } from './acts.ts'

export function contactHandlers(
  { read, save, change }: Acts,
  session: Session,
): Pick<Handlers<'engine'>, keyof typeof contactCommands> {
  return {
    'contacts.list': ({ limit, offset, filter }) =>
      read((reader) => ({
        total: countContacts(reader, filter),
        rows: listContacts(reader, limit, offset, filter),
      })),
    'contacts.defaults': () => read(contactDefaults),
    'contacts.save': (input) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const { vault, history } = open
      const unseals = input.id !== undefined && sealedNoteOf(vault, input.id) !== null && !input.noteSealed
      const wasPlain = hasPlainNote(vault, input.id)
      const leavesPlain = input.noteSealed && (wasPlain || hasPlainDraft(vault))
      const written = sealing(vault, input)
      const saved = save('contacts.save', (writer, context) => saveContact(writer, written, context))
      if (!saved.ok) return saved
      const { id } = saved.value
      // undone, either would bring back a text that a sealed note must not leave behind
      const isFinal = unseals || (input.noteSealed && wasPlain)
      if (isFinal)
        history.forget(({ table, before, after }) => table === 'contact' && (before ?? after)?.['id'] === id)
      if (leavesPlain && !eraseOlder(vault)) return failed('sealed-copies-remain')
      return ok({ id, isUndoable: !isFinal })
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
    'draft.keep': (draft) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const { vault } = open
      const leavesPlain = draft?.noteSealed === true && hasPlainDraft(vault)
      const kept = vault.transact((tx) => {
        if (draft) keepDraft(tx, sealing(vault, draft))
        else dropDraft(tx)
        return ok()
      })
      return kept.ok && leavesPlain && !eraseOlder(vault) ? failed('sealed-copies-remain') : kept
    },
  }
}

/**
 * A text sealed after it was written in plain is still in the journal, in older generations and in the full-text index: they go,
 * as for an erasure.
 */
function eraseOlder(vault: OpenVault): boolean {
  const erased = vault.eraseDeleted()
  return erased.ok && erased.value.leftBehind === 0
}
