import { fold } from '../folding.ts'
import { mayBeIdentified, personFields } from '../person.ts'
import type { Tables } from '../tables.ts'
import { parseCodes, toCodes } from './rows.ts'

type Row = Tables['person']

/**
 * The row kept, with the aliases of both and, from the duplicate, what it lacks; notes of both follow each other. Null
 * when there is more than one file can hold: nothing is cut.
 */
export function unionOfPeople(keep: Row, duplicate: Row): Row | null {
  const aliases = unionOfAliases(keep, duplicate)
  const strengths = together(keep.strengths, duplicate.strengths)
  const safetyNote = together(keep.safetyNote, duplicate.safetyNote)
  const { shape } = personFields
  const isHeld =
    shape.aliases.safeParse(aliases).success &&
    shape.strengths.safeParse(strengths).success &&
    shape.safetyNote.safeParse(safetyNote).success
  if (!isHeld) return null
  return {
    ...keep,
    aliases: aliases.join('\n'),
    foldedAliases: fold(aliases.join('\n')),
    ...estimated(keep, duplicate),
    ...identity(keep, duplicate),
    populations: bothCodes(keep.populations, duplicate.populations),
    languages: bothCodes(keep.languages, duplicate.languages),
    engagedOn: earliest(keep.engagedOn, duplicate.engagedOn),
    howMet: keep.howMet || duplicate.howMet,
    strengths,
    safetyNote,
    sealedSafetyNote: bothSealed(keep.sealedSafetyNote, duplicate.sealedSafetyNote),
  }
}

/** The kept one's first; what differs only by accents or case is the same. */
function unionOfAliases(keep: Row, duplicate: Row): string[] {
  const all = [keep, duplicate].flatMap(({ aliases }) => aliases.split('\n'))
  return [...new Map(all.toReversed().map((alias) => [fold(alias), alias])).values()]
    .toReversed()
    .sort((a, b) => all.indexOf(a) - all.indexOf(b))
}

function estimated(
  keep: Row,
  duplicate: Row,
): Pick<Row, 'ageBand' | 'ageEstimated' | 'gender' | 'genderEstimated'> {
  const age = keep.ageBand === 'unknown' ? duplicate : keep
  const gender = keep.gender === 'unknown' ? duplicate : keep
  return {
    ageBand: age.ageBand,
    ageEstimated: age.ageEstimated,
    gender: gender.gender,
    genderEstimated: gender.genderEstimated,
  }
}

/** A child's file does not learn a legal name by a merge, unless a basis comes with it. */
function identity(keep: Row, duplicate: Row): Pick<Row, 'legalName' | 'identifyingBasis'> {
  const legalName = keep.legalName || duplicate.legalName
  const identifyingBasis = keep.identifyingBasis ?? duplicate.identifyingBasis
  const ages = [keep.ageBand, duplicate.ageBand]
  const ageBand = ages.includes('under-14') ? 'under-14' : keep.ageBand
  const basis = identifyingBasis === null ? null : JSON.parse(identifyingBasis)
  const isAllowed = mayBeIdentified({ ageBand, legalName, identifyingBasis: basis })
  return { legalName: isAllowed ? legalName : keep.legalName, identifyingBasis }
}

function together(one: string, other: string): string {
  if (other === '' || one.includes(other)) return one
  return one === '' ? other : `${one}\n\n${other}`
}

/** Nobody here can read them: each stays as it is, on its line. */
const bothSealed = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : `${one}\n${other}`

const bothCodes = (one: string, other: string): string => toCodes([...parseCodes(one), ...parseCodes(other)])

const earliest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one
