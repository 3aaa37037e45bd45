/** A count of visits as typed: null when left empty, undefined when it is no count. Spaces group thousands. */
export function visitsTyped(text: string): number | null | undefined {
  const digits = text.replaceAll(/\s/gu, '')
  if (digits === '') return null
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined
}

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
