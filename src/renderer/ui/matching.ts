import { fold } from '#core/caseload/folding'

/** Those whose label has a word beginning with the query come first, then those that contain it. */
export function matching<T extends { label: string }>(options: readonly T[], query: string): T[] {
  const wanted = fold(query.trim())
  if (wanted === '') return [...options]
  const rank = (option: T) => {
    const label = fold(option.label)
    if (label.startsWith(wanted)) return 0
    if (label.split(/[\s,'-]+/).some((word) => word.startsWith(wanted))) return 1
    return label.includes(wanted) ? 2 : 3
  }
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}
