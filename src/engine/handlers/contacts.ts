import { countContacts, listContacts, removeContact, saveContact } from '#core/caseload/repository/contacts'
import { dropDraft, keepDraft, readDraft } from '#core/caseload/repository/draft'
import { contactDefaults } from '#core/caseload/repository/today'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { contactCommands } from '#shared/contract/contacts'
import type { Session } from '../session.ts'
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
    'contacts.save': (input) =>
      save('contacts.save', (writer, context) => saveContact(writer, input, context)),
    'contacts.remove': ({ id }) => change('contacts.remove', (writer) => removeContact(writer, id)),
    'draft.read': () => read(readDraft),
    // kept every two seconds while she writes: neither an act to undo nor a reason to refetch
    'draft.keep': (draft) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      return open.vault.transact((tx) => {
        if (draft) keepDraft(tx, draft)
        else dropDraft(tx)
        return ok()
      })
    },
  }
}
