import type { ListValue } from '#core/caseload/lists'
import { addDays } from '#core/caseload/calendar'
import type { Language } from '#shared/language'

/** What a value was called before, the latest first, each until its last day. */
export function formerLabels(
  { labels }: Pick<ListValue, 'labels'>,
  language: Language,
): { label: string; until: string }[] {
  return labels
    .slice(0, -1)
    .map((label, index) => ({
      label: label[language],
      until: addDays(labels[index + 1]?.from ?? label.from, -1),
    }))
    .filter(({ label }, index) => label !== labels[index + 1]?.[language])
    .toReversed()
}

/** The codes with that one a place earlier (-1) or later (1); as they are at either end. */
export function moved(codes: readonly string[], code: string, places: -1 | 1): string[] {
  const from = codes.indexOf(code)
  const to = from + places
  if (from === -1 || to < 0 || to >= codes.length) return [...codes]
  return codes.toSpliced(from, 1).toSpliced(to, 0, code)
}
