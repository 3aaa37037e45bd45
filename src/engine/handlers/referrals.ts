import { dayOf } from '#core/caseload/calendar'
import {
  advanceReferral,
  listReferrals,
  removeReferral,
  saveReferral,
  tellBack,
} from '#core/caseload/repository/referrals'
import {
  checkResource,
  listResources,
  removeResource,
  retireResource,
  saveResource,
} from '#core/caseload/repository/resources'
import type { Handlers } from '#shared/contract'
import type { referralCommands } from '#shared/contract/referrals'
import type { Acts } from './acts.ts'

export function referralHandlers({
  read,
  save,
  change,
}: Acts): Pick<Handlers<'engine'>, keyof typeof referralCommands> {
  return {
    'referrals.list': (input) =>
      read((reader, now) => listReferrals(reader, { ...input, today: dayOf(now) })),
    'referrals.save': (input) =>
      save('referrals.save', (writer, context) => saveReferral(writer, input, context)),
    'referrals.advance': (input) =>
      change('referrals.advance', (writer, context) => advanceReferral(writer, input, context)),
    'referrals.tellBack': (input) =>
      change('referrals.tellBack', (writer, context) => tellBack(writer, input, context)),
    'referrals.remove': ({ id }) => change('referrals.remove', (writer) => removeReferral(writer, id)),
    'resources.list': () => read(listResources),
    'resources.save': (input) =>
      save('resources.save', (writer, context) => saveResource(writer, input, context)),
    'resources.check': ({ id }) =>
      change('resources.check', (writer, context) => checkResource(writer, id, context)),
    'resources.retire': (input) => change('resources.retire', (writer) => retireResource(writer, input)),
    'resources.remove': ({ id }) => change('resources.remove', (writer) => removeResource(writer, id)),
  }
}
