import type { Change } from '#core/caseload/changes'
import { dayOf } from '#core/caseload/calendar'
import { removeBondStage, saveBondStage } from '#core/caseload/repository/bond'
import { dismissDuplicate } from '#core/caseload/repository/duplicates'
import { mergedInto, mergePeople, sameAs } from '#core/caseload/repository/merge'
import { readPerson, removePerson, savePerson } from '#core/caseload/repository/people'
import { listNotSeen, listPeople, namePeople } from '#core/caseload/repository/people-list'
import {
  hasPlainSafetyNote,
  sealedSafetyNoteOf,
  sealOlderSafetyNotes,
} from '#core/caseload/repository/safety-notes'
import { readSettings } from '#core/caseload/repository/settings'
import { removeTie, saveTie, tiesOf } from '#core/caseload/repository/ties'
import { readTimeline } from '#core/caseload/repository/timeline'
import { unmergePerson } from '#core/caseload/repository/unmerge'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { peopleCommands } from '#shared/contract/people'
import { actOf, answering } from '../store/long-act.ts'
import { afterSaving, openSealed, sealingSafety, sealText } from '../sealing.ts'
import type { Session } from '../session.ts'
import type { Acts } from './acts.ts'

export function peopleHandlers(
  { read, save, change }: Acts,
  session: Session,
): Pick<Handlers<'engine'>, keyof typeof peopleCommands> {
  return {
    'people.list': (input) => read((reader) => listPeople(reader, input)),
    'people.suggest': ({ text, limit }) =>
      read((reader) => listPeople(reader, { text, limit, offset: 0 }).rows),
    'people.named': ({ ids }) => read((reader) => namePeople(reader, ids)),
    'people.read': ({ id: given }) => {
      const file = read((reader, now) => {
        const person = readPerson(reader, given)
        if (!person) return null
        const { id } = person
        const timeline = readTimeline(reader, id, dayOf(now))
        return { person, timeline, ties: tiesOf(reader, id), merged: mergedInto(reader, id) }
      })
      if (!file.ok) return file
      return file.value ? ok(file.value) : failed('not-found')
    },
    'people.save': async (input) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const { vault } = open
      const before = {
        wasSealed: input.id !== undefined && sealedSafetyNoteOf(vault, input.id) !== null,
        wasPlain: hasPlainSafetyNote(vault, input.id),
      }
      const isToSeal = input.safetyNoteSealed
      const files = input.id === undefined ? [] : sameAs(vault, input.id)
      const saved = save('people.save', (writer, context) => {
        const done = savePerson(writer, sealingSafety(vault, input), context)
        if (done.ok && isToSeal && before.wasPlain)
          sealOlderSafetyNotes(writer, done.value.id, (text) => sealText(vault, text))
        return done
      })
      return afterSaving(session, open, { ...before, isToSeal, isAbout: isRowOf(files) }, saved)
    },
    'people.openSafetyNote': ({ id }) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const sealed = sealedSafetyNoteOf(open.vault, id)
      if (sealed === null) return failed('not-found')
      const note = openSealed(open.vault, sealed)
      return note === null ? failed('note-unreadable') : ok({ note })
    },
    'people.remove': ({ id }) => change('people.remove', (writer) => removePerson(writer, id)),
    'people.saveBondStage': (input) =>
      change('people.saveBondStage', (writer, context) => saveBondStage(writer, input, context)),
    'people.removeBondStage': (input) =>
      change('people.removeBondStage', (writer) => removeBondStage(writer, input)),
    'people.merge': (input) => {
      // the pair they were is no more
      session.current()?.lookAlikes.forget()
      return change('people.merge', (writer, context) => mergePeople(writer, input, context))
    },
    'people.unmerge': ({ id }) => change('people.unmerge', (writer) => unmergePerson(writer, id)),
    'people.duplicates': (stretch) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      return session.acts.runUntold(actOf(answering(open.lookAlikes.list(stretch))))
    },
    'people.dismissDuplicate': (input) =>
      change('people.dismissDuplicate', (writer) => dismissDuplicate(writer, input)),
    'people.notSeen': ({ weeks, ...stretch }) =>
      read((reader, now) =>
        listNotSeen(reader, {
          weeks: weeks ?? readSettings(reader).notSeenWeeks,
          today: dayOf(now),
          ...stretch,
        }),
      ),
    'ties.save': (input) => save('ties.save', (writer, context) => saveTie(writer, input, context)),
    'ties.remove': ({ id }) => change('ties.remove', (writer) => removeTie(writer, id)),
  }
}

/** An act that touched a file, or a duplicate of it, holds its safety note. */
const isRowOf =
  (ids: readonly string[]) =>
  ({ table, before, after }: Change): boolean =>
    table === 'person' && ids.includes(String((before ?? after)?.['id']))
