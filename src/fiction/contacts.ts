import type { Random } from '#core/random'
import type { Contact } from '#core/caseload/contact'
import { crisisNotes, followThroughs, generalNotes, themeNotes } from './notes.fr.ts'
import {
  aid,
  companions,
  crises,
  durations,
  initiatives,
  isYoung,
  kinds,
  mandateBegan,
  places,
  scenes,
  spokenKinds,
  themes,
  type Theme,
} from './mix.ts'
import type { Character } from './people.ts'
import { seededId } from './seeded-id.ts'

/** One fictional meeting, with these known persons (none: only unidentified ones). */
export function inventContact(random: Random, at: string, met: readonly Character[]): Contact {
  const [first] = met
  const young = met.some(({ person }) => isYoung(person.ageBand))
  const kind = kindOf(random, met.length, young)
  const principal = principalTheme(random, first, kind)
  const crisis = crisisOf(random, kind)
  const place = placeOf(random, kind, young)
  return {
    id: seededId(random, at),
    at,
    personIds: met.map(({ person }) => person.id),
    unidentifiedCount: unidentified(random, kind, met.length),
    kinds: kindsWith(random, kind),
    themes: principal === null ? [] : themesWith(random, principal),
    place,
    durationMinutes: durationOf(random, kind, crisis),
    mandateAxis: axisOf(random, at, kind, young, met.length),
    initiative: random.weighted(initiatives),
    crisis,
    aidGiven: place === 'telephone' ? [] : aidOf(random, kind, principal),
    note: noteOf(random, principal, crisis),
    noteSealed: false,
    incomplete: false,
  }
}

function kindOf(random: Random, persons: number, young: boolean): keyof typeof kinds {
  if (persons === 0)
    return random.weighted({ awareness: 4, animation: 3, information: 4, 'incivility-management': 3 })
  return random.weighted({ ...kinds, animation: young ? 10 : kinds.animation })
}

function kindsWith(random: Random, kind: string): string[] {
  if (kind === 'crisis-management') return [kind, 'listening']
  if (!random.chance(0.4)) return [kind]
  return [
    ...new Set([kind, random.weighted({ listening: 5, support: 4, information: 3, referral: 2, aid: 2 })]),
  ]
}

function principalTheme(random: Random, first: Character | undefined, kind: string): Theme | null {
  if (kind === 'animation' || random.chance(0.05)) return null
  return first !== undefined && random.chance(0.5) ? random.pick(first.concerns) : random.weighted(themes)
}

function themesWith(random: Random, principal: Theme): Theme[] {
  const others = companions[principal]
  return others !== undefined && random.chance(0.35) ? [principal, random.pick(others)] : [principal]
}

function unidentified(random: Random, kind: string, persons: number): number {
  if (kind === 'animation' || kind === 'awareness') return random.int(3, 11)
  if (persons === 0) return random.int(1, 3)
  return random.chance(0.08) ? 1 : 0
}

function placeOf(random: Random, kind: string, young: boolean): string {
  if (kind === 'accompaniment' && random.chance(0.6)) return 'external-accompaniment'
  if (young && random.chance(0.6)) return 'teen-section'
  return random.weighted(spokenKinds.includes(kind) ? places : scenes)
}

function durationOf(random: Random, kind: string, crisis: string | null): number {
  if (crisis !== null) return random.int(3, 9) * 10
  if (kind === 'accompaniment') return random.int(3, 12) * 10
  return Number(random.weighted(durations))
}

/** The pilot had two axes. */
function axisOf(random: Random, at: string, kind: string, young: boolean, persons: number): string {
  if (at < mandateBegan)
    return young || kind === 'animation' || persons === 0 ? 'pilot-climate' : 'pilot-help'
  if (young || kind === 'animation') return 'youth'
  return persons === 0 && random.chance(0.2) ? 'staff-support' : 'help-relationship'
}

function crisisOf(random: Random, kind: string): string | null {
  const probability = kind === 'crisis-management' ? 0.9 : 0.02
  return random.chance(probability) ? random.weighted(crises) : null
}

function aidOf(random: Random, kind: string, theme: Theme | null): Contact['aidGiven'] {
  const needy = theme === 'homelessness' || theme === 'food-insecurity'
  if (kind !== 'aid' && !random.chance(needy ? 0.2 : 0.03)) return []
  const items = new Set([random.weighted(aid), ...(random.chance(0.4) ? [random.weighted(aid)] : [])])
  return [...items].map((item) => ({ item, quantity: item === 'sleeping-bags' ? 1 : random.int(1, 3) }))
}

function noteOf(random: Random, theme: Theme | null, crisis: string | null): string {
  const begun = theme === null ? random.pick(generalNotes) : random.pick(themeNotes[theme])
  return `${begun}${crisis === null ? '' : (crisisNotes[crisis] ?? '')}${random.pick(followThroughs)}`.trim()
}
