import { spanRefusal } from '#core/caseload/calendar'
import {
  listGroupActivities,
  listStaffSupport,
  removeGroupActivity,
  removeStaffSupport,
  saveGroupActivity,
  saveStaffSupport,
} from '#core/caseload/repository/activities'
import { readHours, removeHours, saveHours } from '#core/caseload/repository/hours'
import { failed } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { activityCommands } from '#shared/contract/activities'
import type { Acts } from './acts.ts'

export function activityHandlers({
  read,
  save,
  change,
}: Acts): Pick<Handlers<'engine'>, keyof typeof activityCommands> {
  return {
    'groupActivities.list': () => read(listGroupActivities),
    'groupActivities.save': (input) =>
      save('groupActivities.save', (writer, context) => saveGroupActivity(writer, input, context)),
    'groupActivities.remove': ({ id }) =>
      change('groupActivities.remove', (writer) => removeGroupActivity(writer, id)),
    'staffSupport.list': () => read(listStaffSupport),
    'staffSupport.save': (input) =>
      save('staffSupport.save', (writer, context) => saveStaffSupport(writer, input, context)),
    'staffSupport.remove': ({ id }) =>
      change('staffSupport.remove', (writer) => removeStaffSupport(writer, id)),
    'hours.read': ({ from, to }) => {
      const refusal = spanRefusal(from, to)
      return refusal ? failed(refusal) : read((reader) => readHours(reader, from, to))
    },
    'hours.save': (input) => save('hours.save', (writer, context) => saveHours(writer, input, context)),
    'hours.remove': ({ id }) => change('hours.remove', (writer) => removeHours(writer, id)),
  }
}
