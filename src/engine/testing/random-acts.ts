import * as fc from 'fast-check'
import type { Writer } from '#core/caseload/changes'
import { referralStates } from '#core/caseload/referral'
import { removeContact, saveContact } from '#core/caseload/repository/contacts'
import { completeFollowUp, removeFollowUp, saveFollowUp } from '#core/caseload/repository/follow-ups'
import { removeIncident, saveIncident } from '#core/caseload/repository/incidents'
import { removePerson, savePerson } from '#core/caseload/repository/people'
import { advanceReferral, removeReferral, saveReferral } from '#core/caseload/repository/referrals'
import { removeResource, saveResource } from '#core/caseload/repository/resources'
import type { Context } from '#core/caseload/repository/rows'
import type { TableName } from '#core/caseload/tables'
import { query } from '#core/caseload/tables'
import type { Result } from '#core/result'
import { fictional } from './fictional.ts'

/** A command on whatever the caseload then holds: `choice` picks among its records, `text` and `day` fill the fields. */
export interface RandomAct {
  command: keyof typeof acts
  choice: number
  edit: boolean
  text: string
  day: number
}

const date = (day: number) => `2026-10-${String(day).padStart(2, '0')}`

const acts = {
  savePerson: (writer, { choice, edit, text, day }, context) =>
    savePerson(
      writer,
      {
        ...fictional.person({
          aliases: [text || 'X', 'Autre'],
          strengths: text,
          bondStage: day % 2 === 0 ? 'bond' : 'dormant',
        }),
        id: edit ? pick(writer, 'person', choice) : undefined,
      },
      context,
    ),
  saveContact: (writer, { choice, edit, text, day }, context) =>
    saveContact(
      writer,
      {
        ...fictional.contact({
          at: `${date(day)}T12:00`,
          personIds: [choice, choice + 1].flatMap((at) => pick(writer, 'person', at) ?? []),
          unidentifiedCount: choice % 3,
          note: text,
        }),
        id: edit ? pick(writer, 'contact', choice) : undefined,
      },
      context,
    ),
  saveResource: (writer, { choice, edit, text }, context) =>
    saveResource(
      writer,
      {
        ...fictional.resource({ organization: text || 'Y' }),
        id: edit ? pick(writer, 'resource', choice) : undefined,
      },
      context,
    ),
  saveReferral: (writer, { choice, edit, day }, context) =>
    saveReferral(
      writer,
      {
        ...fictional.referral({
          personId: pick(writer, 'person', choice) ?? '',
          resourceId: pick(writer, 'resource', choice) ?? '',
          contactId: pick(writer, 'contact', choice) ?? null,
          proposedOn: date(day),
        }),
        id: edit ? pick(writer, 'referral', choice) : undefined,
      },
      context,
    ),
  advanceReferral: (writer, { choice, text, day }) =>
    advanceReferral(writer, {
      id: pick(writer, 'referral', choice) ?? '',
      state: referralStates[day % referralStates.length] ?? 'accepted',
      on: date(day),
      reason: text,
    }),
  saveFollowUp: (writer, { choice, edit, text, day }, context) =>
    saveFollowUp(
      writer,
      {
        ...fictional.followUp({
          title: text,
          dueOn: date(day),
          personId: pick(writer, 'person', choice) ?? null,
        }),
        id: edit ? pick(writer, 'followUp', choice) : undefined,
      },
      context,
    ),
  completeFollowUp: (writer, { choice }, context) =>
    completeFollowUp(writer, pick(writer, 'followUp', choice) ?? '', context),
  saveIncident: (writer, { choice, edit, text, day }, context) =>
    saveIncident(
      writer,
      {
        ...fictional.incident({
          at: `${date(day)}T13:00`,
          note: text,
          personId: pick(writer, 'person', choice) ?? null,
        }),
        id: edit ? pick(writer, 'incident', choice) : undefined,
      },
      context,
    ),
  removePerson: (writer, { choice }) => removePerson(writer, pick(writer, 'person', choice) ?? ''),
  removeContact: (writer, { choice }) => removeContact(writer, pick(writer, 'contact', choice) ?? ''),
  removeResource: (writer, { choice }) => removeResource(writer, pick(writer, 'resource', choice) ?? ''),
  removeReferral: (writer, { choice }) => removeReferral(writer, pick(writer, 'referral', choice) ?? ''),
  removeFollowUp: (writer, { choice }) => removeFollowUp(writer, pick(writer, 'followUp', choice) ?? ''),
  removeIncident: (writer, { choice }) => removeIncident(writer, pick(writer, 'incident', choice) ?? ''),
} satisfies Record<
  string,
  (writer: Writer, act: RandomAct, context: Context) => Result<{ subject: string }, string>
>

const commands = Object.keys(acts) as (keyof typeof acts)[]
/** Drawn more often, so that there is something to change and remove. */
const saving = commands.filter((command) => command.startsWith('save'))

export const anyAct: fc.Arbitrary<RandomAct> = fc.record({
  command: fc.constantFrom(...saving, ...saving, ...commands),
  choice: fc.nat(20),
  edit: fc.boolean(),
  text: fc.string({
    unit: fc.oneof(fc.constantFrom('é', 'à', 'Œ', ' ', '"', '*', '\n', '😀'), fc.string()),
    maxLength: 12,
  }),
  day: fc.integer({ min: 1, max: 28 }),
})

/** What the command would do if the worker asked for it. */
export function perform(
  writer: Writer,
  act: RandomAct,
  context: Context,
): Result<{ subject: string }, string> {
  const run: (writer: Writer, act: RandomAct, context: Context) => Result<{ subject: string }, string> =
    acts[act.command]
  return run(writer, act, context)
}

function pick(
  writer: Writer,
  table: Exclude<TableName, 'listValue' | 'bondStageChange' | 'contactPerson' | 'contactDraft'>,
  choice: number,
): string | undefined {
  const ids = writer.all(query.selectFrom(table).select('id').orderBy('id').compile())
  return ids[choice % Math.max(1, ids.length)]?.id
}
