import * as z from 'zod'
import { code, day, line } from './fields.ts'
import { fold } from './folding.ts'

/** The editable lists. Labels are data; only codes are known to the program. */
export const listNames = [
  'contactKind',
  'theme',
  'themeGroup',
  'population',
  'crisis',
  'aidItem',
  'place',
  'ageBand',
  'gender',
  'bondStage',
  'mandateAxis',
  'sector',
  'incidentKind',
  'incidentOutcome',
  'initiative',
  'tieKind',
  'referralReason',
  'activityKind',
  'staffSupportKind',
  'language',
] as const
export const listName = z.enum(listNames)
export type ListName = z.infer<typeof listName>

const label = z.strictObject({ fr: line.min(1), en: line.min(1) })
export type Label = z.infer<typeof label>

export const listValue = z.strictObject({
  list: listName,
  code,
  /** The present label: the last of `labels`. */
  label,
  /** Every label it has had, oldest first, each from its day on: what the past said does not change. */
  labels: z.array(label.extend({ from: day })).min(1),
  /** For a theme, the code of its theme group; null elsewhere. */
  group: code.nullable(),
  /** Order of presentation inside the list. */
  position: z.int(),
  validFrom: day,
  validTo: day.nullable(),
})
export type ListValue = z.infer<typeof listValue>

/** resources/default-lists.json: what a new vault's lists are made of. */
export const defaultLists = z.object({
  validFrom: day,
  lists: z.record(
    listName,
    z.array(
      label.extend({ code, group: code.optional(), validFrom: day.optional(), validTo: day.optional() }),
    ),
  ),
})

export function defaultListValues(defaults: z.infer<typeof defaultLists>): ListValue[] {
  return listNames.flatMap((list) =>
    defaults.lists[list].map(
      ({ code, fr, en, group = null, validFrom = defaults.validFrom, validTo = null }, position) => ({
        list,
        code,
        label: { fr, en },
        labels: [{ from: validFrom, fr, en }],
        group,
        position,
        validFrom,
        validTo,
      }),
    ),
  )
}

/** Whether a value could be chosen that day. */
export function isValidOn(
  { validFrom, validTo }: Pick<ListValue, 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

/** The label a value had that day; its first one for the days before. */
export function labelOn({ label, labels }: Pick<ListValue, 'label' | 'labels'>, day: string): Label {
  const then = labels.findLast(({ from }) => from <= day) ?? labels[0]
  return then ? { fr: then.fr, en: then.en } : label
}

/** Whether both could be chosen on one day, that day or later, under one name: nobody could tell which is which. */
export function areTwins(one: ListValue, other: ListValue, from: string): boolean {
  if (one.code === other.code || fold(one.label.fr) !== fold(other.label.fr)) return false
  const since = [one.validFrom, other.validFrom, from].toSorted().at(-1) ?? from
  return [one, other].every(({ validTo }) => validTo === null || validTo >= since)
}

/** A value as the settings edit it: without a code, a new one, whose code is made from its French label. */
export const listValueFields = z.strictObject({
  list: listName,
  code: code.optional(),
  label,
  /** For a theme, the code of its theme group; null elsewhere. */
  group: code.nullable(),
  /** From when a new value may be chosen; today when left out. A renamed one bears its new label from today. */
  from: day.optional(),
})
export type ListValueFields = z.infer<typeof listValueFields>

/** The value with a label it bears from that day on. What it was called before stays; a slip of the same day goes. */
export function renamed(value: ListValue, label: Label, today: string): ListValue {
  if (value.label.fr === label.fr && value.label.en === label.en) return value
  const past = value.labels.filter(({ from }) => from < today)
  // a value to come has no past yet
  const from = past.length === 0 ? (value.labels[0]?.from ?? today) : today
  return { ...value, label, labels: [...past, { from, ...label }] }
}

/** A code nobody has yet, after a French label. */
export function codeFor(label: string, taken: readonly string[]): string {
  const words = fold(label).replaceAll(/[^a-z0-9]+/g, '-')
  const stem = words.slice(0, 30).replaceAll(/^-+|-+$/g, '') || 'value'
  let code = stem
  for (let count = 2; taken.includes(code); count++) code = `${stem}-${count}`
  return code
}

/** Codes the program itself says: they may be renamed, never retired. */
export const neededCodes: Partial<Record<ListName, readonly string[]>> = {
  ageBand: ['under-14', 'unknown'],
  gender: ['unknown'],
  bondStage: ['exploration', 'dormant', 'closed'],
}
