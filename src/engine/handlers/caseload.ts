import { dayOf } from '#core/caseload/calendar'
import type { Writer } from '#core/caseload/changes'
import { countContacts, listContacts, removeContact, saveContact } from '#core/caseload/repository/contacts'
import { dropDraft, keepDraft, readDraft } from '#core/caseload/repository/draft'
import {
  completeFollowUp,
  listDoneFollowUps,
  listOpenFollowUps,
  removeFollowUp,
  saveFollowUp,
} from '#core/caseload/repository/follow-ups'
import { listIncidents, removeIncident, saveIncident } from '#core/caseload/repository/incidents'
import { allListValues } from '#core/caseload/repository/lists'
import { listPeople, readPerson, removePerson, savePerson } from '#core/caseload/repository/people'
import {
  advanceReferral,
  listReferrals,
  removeReferral,
  saveReferral,
} from '#core/caseload/repository/referrals'
import { listResources, removeResource, saveResource } from '#core/caseload/repository/resources'
import type { Context, Saved } from '#core/caseload/repository/rows'
import { search } from '#core/caseload/repository/search'
import { readTimeline } from '#core/caseload/repository/timeline'
import { contactDefaults, readToday } from '#core/caseload/repository/today'
import { failed, ok, type Result } from '#core/result'
import type { CommandsOf, Handlers } from '#shared/contract'
import type { caseloadCommands } from '#shared/contract/caseload'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { createActs } from './acts.ts'

export function caseloadHandlers(
  session: Session,
  ports: EnginePorts,
): Pick<Handlers<'engine'>, keyof typeof caseloadCommands> {
  const { read, perform, turn } = createActs(session, ports)

  /** The subject is for the history alone: a saving command answers the id. */
  const save = <F extends string>(
    command: CommandsOf<'engine'>,
    work: (writer: Writer, context: Context) => Result<Saved, F>,
  ) => {
    const saved = perform(command, work)
    return saved.ok ? ok({ id: saved.value.id }) : saved
  }
  const change = <F extends string>(
    command: CommandsOf<'engine'>,
    work: (writer: Writer, context: Context) => Result<{ subject: string }, F>,
  ) => {
    const changed = perform(command, work)
    return changed.ok ? ok() : changed
  }

  return {
    ...pending,
    'lists.all': () => read(allListValues),
    'today.read': () => read(readToday),

    'people.list': (input) => read((reader) => listPeople(reader, input)),
    'people.read': ({ id }) => {
      const file = read((reader, now) => {
        const person = readPerson(reader, id)
        return person && { person, timeline: readTimeline(reader, id, dayOf(now)), ties: [], merged: [] }
      })
      if (!file.ok) return file
      return file.value ? ok(file.value) : failed('not-found')
    },
    'people.save': (input) => save('people.save', (writer, context) => savePerson(writer, input, context)),
    'people.remove': ({ id }) => change('people.remove', (writer) => removePerson(writer, id)),

    'contacts.list': ({ limit, offset, filter }) =>
      read((reader) => ({
        total: countContacts(reader, filter),
        rows: listContacts(reader, limit, offset, filter),
      })),
    'contacts.defaults': () => read(contactDefaults),
    'contacts.save': (input) =>
      save('contacts.save', (writer, context) => saveContact(writer, input, context)),
    'contacts.remove': ({ id }) => change('contacts.remove', (writer) => removeContact(writer, id)),

    'referrals.list': () => read((reader, now) => listReferrals(reader, dayOf(now))),
    'referrals.save': (input) =>
      save('referrals.save', (writer, context) => saveReferral(writer, input, context)),
    'referrals.advance': (input) =>
      change('referrals.advance', (writer, context) => advanceReferral(writer, input, context)),
    'referrals.remove': ({ id }) => change('referrals.remove', (writer) => removeReferral(writer, id)),

    'followUps.list': ({ done }) => read(done ? listDoneFollowUps : (reader) => listOpenFollowUps(reader)),
    'followUps.save': (input) =>
      save('followUps.save', (writer, context) => saveFollowUp(writer, input, context)),
    'followUps.complete': ({ id }) => {
      const done = perform('followUps.complete', (writer, context) => completeFollowUp(writer, id, context))
      return done.ok ? ok({ nextId: done.value.nextId }) : done
    },
    'followUps.remove': ({ id }) => change('followUps.remove', (writer) => removeFollowUp(writer, id)),

    'resources.list': () => read(listResources),
    'resources.save': (input) =>
      save('resources.save', (writer, context) => saveResource(writer, input, context)),
    'resources.remove': ({ id }) => change('resources.remove', (writer) => removeResource(writer, id)),

    'incidents.list': () => read(listIncidents),
    'incidents.save': (input) =>
      save('incidents.save', (writer, context) => saveIncident(writer, input, context)),
    'incidents.remove': ({ id }) => change('incidents.remove', (writer) => removeIncident(writer, id)),

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

    'search.run': ({ text, limit }) => read((reader) => search(reader, text, limit)),

    'history.read': () => {
      const open = session.current()
      return open ? ok(open.history.read()) : failed('vault-locked')
    },
    'history.undo': () => turn((history) => history.undo()),
    'history.redo': () => turn((history) => history.redo()),
  }
}

function notYet(): never {
  throw new Error('not built yet')
}
const pending = {
  'settings.read': notYet,
  'settings.save': notYet,
  'lists.saveValue': notYet,
  'lists.retire': notYet,
  'lists.reorder': notYet,
  'filters.list': notYet,
  'filters.save': notYet,
  'filters.remove': notYet,
  'people.saveBondStage': notYet,
  'people.removeBondStage': notYet,
  'people.merge': notYet,
  'people.unmerge': notYet,
  'people.duplicates': notYet,
  'people.dismissDuplicate': notYet,
  'people.notSeen': notYet,
  'ties.save': notYet,
  'ties.remove': notYet,
  'referrals.tellBack': notYet,
  'resources.check': notYet,
  'resources.retire': notYet,
  'agenda.read': notYet,
  'visits.list': notYet,
  'visits.save': notYet,
  'groupActivities.list': notYet,
  'groupActivities.save': notYet,
  'groupActivities.remove': notYet,
  'staffSupport.list': notYet,
  'staffSupport.save': notYet,
  'staffSupport.remove': notYet,
  'hours.read': notYet,
  'hours.save': notYet,
  'hours.remove': notYet,
}
