import * as fc from 'fast-check'
import type { Writer } from '#core/caseload/changes'
import { referralStates } from '#core/caseload/referral'
import { repetitions } from '#core/caseload/follow-up'
import { saveGroupActivity, saveStaffSupport } from '#core/caseload/repository/activities'
import { removeBondStage, saveBondStage } from '#core/caseload/repository/bond'
import { removeContact, saveContact } from '#core/caseload/repository/contacts'
import { dismissDuplicate } from '#core/caseload/repository/duplicates'
import { saveFilter } from '#core/caseload/repository/filters'
import { completeFollowUp, removeFollowUp, saveFollowUp } from '#core/caseload/repository/follow-ups'
import { saveHours } from '#core/caseload/repository/hours'
import { removeIncident, saveIncident } from '#core/caseload/repository/incidents'
import { listValues, reorderList, retireListValue, saveListValue } from '#core/caseload/repository/lists'
import { mergePeople } from '#core/caseload/repository/merge'
import { removePerson, savePerson } from '#core/caseload/repository/people'
import { advanceReferral, removeReferral, saveReferral, tellBack } from '#core/caseload/repository/referrals'
import { removeResource, saveResource } from '#core/caseload/repository/resources'
import type { Context } from '#core/caseload/repository/rows'
import { saveSettings } from '#core/caseload/repository/settings'
import { removeTie, saveTie } from '#core/caseload/repository/ties'
import { unmergePerson } from '#core/caseload/repository/unmerge'
import { saveVisits } from '#core/caseload/repository/visits'
import { defaultSettings } from '#core/caseload/settings'
import { query, type Key, type TableName } from '#core/caseload/tables'
import type { Result } from '#core/result'
import { createHistory } from '#core/caseload/history'
import { fictional } from './fictional.ts'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'

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
  advanceReferral: (writer, { choice, text, day }, context) =>
    advanceReferral(
      writer,
      {
        id: pick(writer, 'referral', choice) ?? '',
        state: referralStates[day % referralStates.length] ?? 'accepted',
        on: date(day),
        reasonCode: null,
        reason: text,
      },
      context,
    ),
  tellBack: (writer, { choice, text, day }, context) =>
    tellBack(
      writer,
      { id: pick(writer, 'referral', choice) ?? '', on: day < 5 ? null : date(day), note: text },
      context,
    ),
  saveBondStage: (writer, { choice, edit, day }, context) =>
    saveBondStage(
      writer,
      {
        personId: pick(writer, 'person', choice) ?? '',
        stage: day % 3 === 0 ? 'observation' : 'accompaniment',
        on: date(day),
        replaces: edit ? date(choice + 1) : null,
      },
      context,
    ),
  removeBondStage: (writer, { choice, day }) =>
    removeBondStage(writer, { personId: pick(writer, 'person', choice) ?? '', on: date(day) }),
  saveTie: (writer, { choice, edit, text, day }, context) =>
    saveTie(
      writer,
      {
        personId: pick(writer, 'person', choice) ?? '',
        otherId: pick(writer, 'person', choice + day) ?? '',
        kind: day % 2 === 0 ? 'family' : 'pairing',
        note: text,
        id: edit ? pick(writer, 'tie', choice) : undefined,
      },
      context,
    ),
  removeTie: (writer, { choice }) => removeTie(writer, pick(writer, 'tie', choice) ?? ''),
  mergePeople: (writer, { choice, day }, context) =>
    mergePeople(
      writer,
      {
        keepId: pick(writer, 'person', choice) ?? '',
        duplicateId: pick(writer, 'person', choice + day) ?? '',
      },
      context,
    ),
  unmergePerson: (writer, { choice }) => unmergePerson(writer, pick(writer, 'person', choice) ?? ''),
  dismissDuplicate: (writer, { choice, day }) =>
    dismissDuplicate(writer, {
      oneId: pick(writer, 'person', choice) ?? '',
      otherId: pick(writer, 'person', choice + day) ?? '',
    }),
  saveGroupActivity: (writer, { choice, edit, text, day }, context) =>
    saveGroupActivity(
      writer,
      {
        ...fictional.groupActivity({ title: text, at: `${date(day)}T14:00`, headcount: choice }),
        id: edit ? pick(writer, 'groupActivity', choice) : undefined,
      },
      context,
    ),
  saveStaffSupport: (writer, { choice, edit, text, day }, context) =>
    saveStaffSupport(
      writer,
      {
        ...fictional.staffSupport({ note: text, at: `${date(day)}T15:00` }),
        id: edit ? pick(writer, 'staffSupport', choice) : undefined,
      },
      context,
    ),
  saveHours: (writer, { choice, edit, text, day }, context) =>
    saveHours(
      writer,
      {
        ...fictional.workHours({ day: date(day), minutes: choice + 1, note: text }),
        id: edit ? pick(writer, 'workHours', choice) : undefined,
      },
      context,
    ),
  saveVisits: (writer, { choice, edit, day }, context) =>
    saveVisits(writer, { month: `2026-0${(day % 9) + 1}`, count: edit ? null : choice }, context),
  saveSettings: (writer, { choice }) =>
    saveSettings(writer, { ...defaultSettings, notSeenWeeks: choice + 1 }),
  saveListValue: (writer, { choice, edit, text }, context) =>
    saveListValue(
      writer,
      {
        list: 'place',
        label: { fr: text || 'Ailleurs', en: text || 'Elsewhere' },
        group: null,
        code: edit ? listValues(writer, 'place')[choice]?.code : undefined,
      },
      context,
    ),
  retireListValue: (writer, { choice, edit, day }) =>
    retireListValue(writer, {
      list: 'place',
      code: listValues(writer, 'place')[choice]?.code ?? '',
      on: edit ? null : date(day),
    }),
  reorderList: (writer, { choice, day }) =>
    reorderList(writer, {
      list: 'place',
      codes: [choice, day].flatMap((at) => listValues(writer, 'place')[at]?.code ?? []),
    }),
  saveFilter: (writer, { choice, edit, text }, context) =>
    saveFilter(
      writer,
      {
        list: 'contacts',
        name: text,
        filter: { kinds: ['listening'] },
        id: edit ? pick(writer, 'savedFilter', choice) : undefined,
      },
      context,
    ),
  saveFollowUp: (writer, { choice, edit, text, day }, context) =>
    saveFollowUp(
      writer,
      {
        ...fictional.followUp({
          title: text,
          dueOn: date(day),
          personId: pick(writer, 'person', choice) ?? null,
          repetition: repetitions[day % repetitions.length] ?? 'none',
          contactId: pick(writer, 'contact', choice) ?? null,
          referralId: pick(writer, 'referral', choice) ?? null,
          incidentId: pick(writer, 'incident', choice) ?? null,
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

/** These acts, and some undone and done again. */
export const withUndo = (
  act: fc.Arbitrary<RandomAct>,
  size: fc.ArrayConstraints,
): fc.Arbitrary<(RandomAct | 'undo' | 'redo')[]> =>
  fc.array(fc.oneof({ weight: 4, arbitrary: act }, fc.constantFrom('undo' as const, 'redo' as const)), size)

/** Any of these commands, on whatever there is. */
export const anyOf = (...chosen: readonly RandomAct['command'][]): fc.Arbitrary<RandomAct> =>
  fc.tuple(anyAct, fc.constantFrom(...chosen)).map(([act, command]) => ({ ...act, command }))

/** Does them on an empty caseload, with its history, and looks after each. */
export async function lookAfterEach(
  done: readonly (RandomAct | 'undo' | 'redo')[],
  context: Context,
  look: (store: MemoryStore) => void,
): Promise<void> {
  const store = await createMemoryStore()
  const history = createHistory(store)
  for (const act of done) {
    if (act === 'undo') history.undo()
    else if (act === 'redo') history.redo()
    else history.perform(act.command, (writer) => perform(writer, act, context))
    look(store)
  }
}

/** Tables whose key is `id`. */
type WithId = {
  [T in TableName]: Key<T> extends { id: string } ? T : never
}[TableName]

function pick(writer: Writer, table: WithId, choice: number): string | undefined {
  const ids = writer.all(query.selectFrom(table).select('id').orderBy('id').compile())
  return ids[choice % Math.max(1, ids.length)]?.id
}
