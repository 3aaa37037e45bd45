import * as z from 'zod'
import { code, day } from './fields.ts'

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
] as const
export const listName = z.enum(listNames)
export type ListName = z.infer<typeof listName>

export const listValue = z.strictObject({
  list: listName,
  code,
  label: z.strictObject({ fr: z.string(), en: z.string() }),
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
    z.array(z.strictObject({ code, fr: z.string(), en: z.string(), group: code.optional() })),
  ),
})

export function defaultListValues(defaults: z.infer<typeof defaultLists>): ListValue[] {
  return listNames.flatMap((list) =>
    defaults.lists[list].map(({ code, fr, en, group = null }, position) => ({
      list,
      code,
      label: { fr, en },
      group,
      position,
      validFrom: defaults.validFrom,
      validTo: null,
    })),
  )
}

/** Whether a value could be chosen that day. */
export function isValidOn({ validFrom, validTo }: ListValue, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}
