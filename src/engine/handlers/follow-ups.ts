import { spanRefusal } from '#core/caseload/calendar'
import { readAgenda } from '#core/caseload/repository/agenda'
import {
  completeFollowUp,
  listFollowUps,
  removeFollowUp,
  saveFollowUp,
} from '#core/caseload/repository/follow-ups'
import { readSource } from '#core/caseload/repository/sources'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { followUpCommands } from '#shared/contract/follow-ups'
import type { Acts } from './acts.ts'

export function followUpHandlers({
  read,
  perform,
  save,
  change,
}: Acts): Pick<Handlers<'engine'>, keyof typeof followUpCommands> {
  return {
    'followUps.list': (input) => read((reader) => listFollowUps(reader, input)),
    'sources.read': (input) => {
      const source = read((reader) => readSource(reader, input))
      if (!source.ok) return source
      return source.value ? ok(source.value) : failed('not-found')
    },
    'followUps.save': (input) =>
      save('followUps.save', (writer, context) => saveFollowUp(writer, input, context)),
    'followUps.complete': ({ id }) => {
      const done = perform('followUps.complete', (writer, context) => completeFollowUp(writer, id, context))
      return done.ok ? ok({ nextId: done.value.nextId, isUndoable: done.value.isUndoable }) : done
    },
    'followUps.remove': ({ id }) => change('followUps.remove', (writer) => removeFollowUp(writer, id)),
    'agenda.read': ({ from, to }) => {
      const refusal = spanRefusal(from, to)
      return refusal ? failed(refusal) : read((reader, now) => readAgenda(reader, from, to, now))
    },
  }
}
