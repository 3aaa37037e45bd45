import { fold } from '../caseload/folding.ts'

const longest = 24 * 60

/** `15`, `15 min`, `1 h`, `1 h 15`, `0:45`, `1,5 h`: whole minutes, at most a day. Null when it is no duration. */
export function parseDuration(text: string): number | null {
  const folded = fold(text).replaceAll(/\s+/gu, ' ').trim()
  const minutes = inMinutes(folded) ?? inHours(folded) ?? inHoursAndMinutes(folded)
  return minutes !== null && minutes <= longest ? minutes : null
}

function inMinutes(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,]0+)? ?(?:m|mn|min|mins|minute|minutes)?\.?$/.exec(text)
  return match ? Number(match[1]) : null
}

function inHours(text: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))? ?(?:h|hr|hrs|heure|heures|hour|hours)\.?$/.exec(text)
  return match ? Math.round(Number(`${match[1]}.${match[2] ?? 0}`) * 60) : null
}

function inHoursAndMinutes(text: string): number | null {
  const match =
    /^(\d{1,2}) ?(?::|h|hr|hrs|heures?|hours?),? ?([0-5]?\d)(?::\d{2})? ?(?:m|mn|min|mins|minutes?)?\.?$/.exec(
      text,
    )
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** A whole number of at most `maximum`; `3,0` and `3.0` are how spreadsheets write 3. */
export function parseCount(text: string, maximum: number): number | null {
  const match = /^(\d{1,9})(?:[.,]0+)?$/.exec(text.trim())
  const count = match ? Number(match[1]) : Number.NaN
  return count <= maximum ? count : null
}

/** `2 bas`, `bas x 2`, `bas (2)`, `bas : 2`, `bas`: what was given, and how many. */
export function splitQuantity(text: string): { what: string; quantity: number } {
  const before = /^(\d{1,3})\s*(?:[x×]\s*)?(\D.*)$/isu.exec(text)
  if (before) return { what: (before[2] ?? '').trim(), quantity: Number(before[1]) }
  const after = /^(.*?\S)\s*(?:\(\s*(\d{1,3})\s*\)|[x×:=]\s*(\d{1,3}))$/isu.exec(text)
  if (after) return { what: after[1] ?? '', quantity: Number(after[2] ?? after[3]) }
  return { what: text, quantity: 1 }
}
