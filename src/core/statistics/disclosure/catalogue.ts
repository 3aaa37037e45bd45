import * as z from 'zod'
import defaults from '../../../../resources/default-lists.json' with { type: 'json' }
import { code } from '../../caseload/fields.ts'
import { catalogueText } from '../text/fr/catalogue.ts'

/**
 * What is public about the releases of a year: for each attribute its codes in their order, and the two numbers of the
 * rule. Fixed for the year; its hash is in every release. Labels are published words, never those of the vault's own
 * lists, which somebody typed.
 */
const entry = z.strictObject({ code, label: z.string() })
/** Frequent first; the last one is residual: whatever the catalogue does not know counts there. */
const order = z.array(entry).min(1)

export const catalogue = z.strictObject({
  year: z.int(),
  /** Fewest distinct persons (or incidents) of anything shown. */
  k: z.int().min(2),
  /** Counts are published as multiples of this. */
  base: z.int().min(1),
  kind: order,
  themeGroup: z.array(entry.extend({ themes: order })).min(1),
  gender: order,
  ageBand: order,
  outcome: order,
  sector: order,
  incidentIntensity: order,
  aidItem: order,
  staffSupport: order,
})
export type Catalogue = z.infer<typeof catalogue>
export type Entry = z.infer<typeof entry>

const listed = (values: readonly { code: string; fr: string }[]): Entry[] =>
  values.map(({ code, fr }) => ({ code, label: fr }))

const { unspecified } = catalogueText
export const residualCode = 'unspecified'
const residual: Entry = { code: residualCode, label: unspecified }

/**
 * The order of a first year, when no release can teach a better one: that of the default lists, which run from the
 * frequent to the rare, except for kinds and age bands, which lists show as they are looked for.
 */
export function defaultCatalogue(year: number): Catalogue {
  const { contactKind, themeGroup, theme, gender, ageBand, aidItem, sector, staffSupportKind } =
    defaults.lists
  const kinds = [
    'listening',
    'information',
    'support',
    'referral',
    'aid',
    'accompaniment',
    'crisis-management',
  ]
  const ages = ['35-49', '25-34', '50-64', '18-24', '65-plus', '14-17', 'under-14', 'unknown']
  return {
    year,
    k: 5,
    base: 5,
    kind: [...inOrder(listed(contactKind), kinds), residual],
    themeGroup: [
      ...themeGroup.map(({ code, fr }) => ({
        code,
        label: fr,
        themes: listed(theme.filter(({ group }) => group === code)),
      })),
      { ...residual, themes: [residual] },
    ],
    gender: listed(gender),
    ageBand: inOrder(listed(ageBand), ages),
    outcome: Object.entries(catalogueText.outcome).map(([code, label]) => ({ code, label })),
    sector: listed(sector),
    incidentIntensity: Object.entries(catalogueText.incidentIntensity).map(([code, label]) => ({
      code,
      label,
    })),
    aidItem: [...listed(aidItem), residual],
    staffSupport: [...listed(staffSupportKind), residual],
  }
}

/** Those named first, in that order; the others as they were. */
function inOrder(entries: readonly Entry[], codes: readonly string[]): Entry[] {
  const rank = ({ code }: Entry) => (codes.includes(code) ? codes.indexOf(code) : codes.length)
  return entries.toSorted((a, b) => rank(a) - rank(b))
}

export type TableAttribute =
  | 'kind'
  | 'themeGroup'
  | 'theme'
  | 'gender'
  | 'ageBand'
  | 'outcome'
  | 'sector'
  | 'incidentIntensity'

/** The order a table follows; the themes of a group when it details one. */
export function orderOf(
  catalogue: Catalogue,
  attribute: TableAttribute,
  within: string | null,
): readonly Entry[] {
  if (attribute !== 'theme') return catalogue[attribute]
  return catalogue.themeGroup.find(({ code }) => code === within)?.themes ?? []
}

/** Place of a code in an order; the residual place when it is not there. */
export function placeIn(order: readonly { code: string }[], code: string | null | undefined): number {
  const place = order.findIndex((entry) => entry.code === code)
  return place === -1 ? order.length - 1 : place
}

/** Places of a theme: its group, then its rank inside it. The residual group when the catalogue does not know it. */
export function placesOfTheme(
  { themeGroup }: Catalogue,
  theme: string | null | undefined,
): { themeGroup: number; theme: number } {
  const group = themeGroup.findIndex(({ themes }) => themes.some(({ code }) => code === theme))
  const residualGroup = themeGroup.length - 1
  const at = group === -1 ? residualGroup : group
  return { themeGroup: at, theme: placeIn(themeGroup[at]?.themes ?? [residual], theme) }
}

/** The text whose hash names a catalogue: its JSON, with the keys in the order of the schema. */
export const catalogueJson = (value: Catalogue): string => JSON.stringify(catalogue.parse(value))
