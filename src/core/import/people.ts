import { fold } from '../caseload/folding.ts'

/** « Casquette rouge; Momo; +2 »: the aliases, in order and once each, and how many nobody can name. */
export function parsePeople(text: string): { aliases: string[]; unidentified: number } {
  const aliases = new Map<string, string>()
  let unidentified = 0
  for (const part of text.split(/[;|\r\n]+/u)) {
    const alias = part.replaceAll(/\s+/gu, ' ').trim()
    const counted = /^\+\s*(\d{1,3})(?!\d)/u.exec(alias)
    if (counted) unidentified += Number(counted[1])
    else if (alias !== '' && !aliases.has(fold(alias))) aliases.set(fold(alias), alias)
  }
  return { aliases: [...aliases.values()], unidentified }
}
