import { dayOf } from '#core/caseload/calendar'
import { removeBondStage, saveBondStage } from '#core/caseload/repository/bond'
import { dismissDuplicate, suggestDuplicates } from '#core/caseload/repository/duplicates'
import { mergedInto, mergePeople } from '#core/caseload/repository/merge'
import {
  listNotSeen,
  listPeople,
  readPerson,
  removePerson,
  savePerson,
} from '#core/caseload/repository/people'
import { readSettings } from '#core/caseload/repository/settings'
import { removeTie, saveTie, tiesOf } from '#core/caseload/repository/ties'
import { readTimeline } from '#core/caseload/repository/timeline'
import { unmergePerson } from '#core/caseload/repository/unmerge'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { peopleCommands } from '#shared/contract/people'
import { ear } from '../adapters/ear.ts'
import type { Acts } from './acts.ts'

export function peopleHandlers({
  read,
  save,
  change,
}: Acts): Pick<Handlers<'engine'>, keyof typeof peopleCommands> {
  return {
    'people.list': (input) => read((reader) => listPeople(reader, input)),
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
    'people.save': (input) => save('people.save', (writer, context) => savePerson(writer, input, context)),
    'people.remove': ({ id }) => change('people.remove', (writer) => removePerson(writer, id)),
    'people.saveBondStage': (input) =>
      change('people.saveBondStage', (writer, context) => saveBondStage(writer, input, context)),
    'people.removeBondStage': (input) =>
      change('people.removeBondStage', (writer) => removeBondStage(writer, input)),
    'people.merge': (input) =>
      change('people.merge', (writer, context) => mergePeople(writer, input, context)),
    'people.unmerge': ({ id }) => change('people.unmerge', (writer) => unmergePerson(writer, id)),
    'people.duplicates': () => read((reader) => suggestDuplicates(reader, ear)),
    'people.dismissDuplicate': (input) =>
      change('people.dismissDuplicate', (writer) => dismissDuplicate(writer, input)),
    'people.notSeen': ({ weeks }) =>
      read((reader, now) => listNotSeen(reader, weeks ?? readSettings(reader).notSeenWeeks, dayOf(now))),
    'ties.save': (input) => save('ties.save', (writer, context) => saveTie(writer, input, context)),
    'ties.remove': ({ id }) => change('ties.remove', (writer) => removeTie(writer, id)),
  }
}
