import * as z from 'zod'
import { code, day, line } from './fields.ts'

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
export function isValidOn({ validFrom, validTo }: ListValue, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

/** The label a value had that day; its first one for the days before. */
export function labelOn({ label, labels }: Pick<ListValue, 'label' | 'labels'>, day: string): Label {
  const then = labels.findLast(({ from }) => from <= day) ?? labels[0]
  return then ? { fr: then.fr, en: then.en } : label
}

/** A value as the settings edit it: without a code, a new one, whose code is made from its French label. */
export const listValueFields = z.strictObject({
  list: listName,
  code: code.optional(),
  label,
  /** For a theme, the code of its theme group; null elsewhere. */
  group: code.nullable(),
  /** From when a new value may be chosen, or a renamed one bears its new label; today when left out. */
  from: day.optional(),
})
export type ListValueFields = z.infer<typeof listValueFields>

/** Codes the program itself says: they may be renamed, never retired. */
export const neededCodes: Partial<Record<ListName, readonly string[]>> = {
  ageBand: ['under-14', 'unknown'],
  gender: ['unknown'],
  bondStage: ['exploration', 'dormant', 'closed'],
}
