import { knownAnswers } from '../attacker/known-answers.ts'
import { sumOf, type ProofOptions, type Subject, type Tally } from '../subject.ts'
import { attackedByInsiders, attackedBySolver, solverBeatsMutants } from './attacks.ts'
import { checkEvery } from './exhaustive.ts'
import { mutants } from './mutants.ts'
import { sharedContacts, type SharedShape } from './shared-contacts.ts'
import { alteredLedgers, askedAgain, canaries, yearsAsLived } from './years.ts'
import {
  changingAge,
  groupsByQuarter,
  oneAttribute,
  oneContactEach,
  twoContacts,
  worldsOf,
  type Shape,
} from './small-worlds.ts'

/** From this many caseloads on, the proof is a thorough one and its small worlds are larger too. */
const thorough = 1000

const shapesFor = ({ caseloads }: ProofOptions): Shape[] => [
  oneContactEach(2, 5),
  groupsByQuarter(2, 9),
  groupsByQuarter(3, 9),
  twoContacts(2, 3),
  twoContacts(3, 4),
  changingAge(2, 5),
  changingAge(3, 6),
  oneAttribute(2, 9),
  oneAttribute(3, 9),
  ...(caseloads < thorough
    ? []
    : [oneContactEach(2, 6), oneContactEach(3, 6), twoContacts(2, 4), twoContacts(3, 5), changingAge(2, 6)]),
]

const sharedShapesFor = ({ caseloads }: ProofOptions): SharedShape[] => [
  { k: 2, persons: 3, contacts: 3, groups: 2, genders: 2 },
  { k: 2, persons: 3, contacts: 3, groups: 3, genders: 1 },
  { k: 3, persons: 4, contacts: 2, groups: 3, genders: 1 },
  ...(caseloads < thorough
    ? []
    : [
        { k: 2, persons: 3, contacts: 4, groups: 2, genders: 2 },
        { k: 3, persons: 4, contacts: 3, groups: 2, genders: 2 },
      ]),
]

const smallWorlds = (options: ProofOptions): Tally =>
  sumOf(shapesFor(options).map((shape) => checkEvery(worldsOf(shape))))

const smallWorldsTogether = (options: ProofOptions): Tally =>
  sumOf(sharedShapesFor(options).map((shape) => checkEvery(sharedContacts(shape))))

/** Worlds small enough to try every exporter on, large enough to beat each of them. */
const mutantShapes = [oneContactEach(2, 4), twoContacts(2, 3), oneAttribute(2, 6), oneAttribute(3, 7)]

/** A violation is a weakened exporter that got away. */
function everyMutantFails(): Tally {
  const escaped = mutants.filter(({ publish }) =>
    mutantShapes.every((shape) => checkEvery(worldsOf(shape, publish)).violations === 0),
  )
  return { states: mutants.length, violations: escaped.length }
}

export const disclosure: Subject = {
  name: 'disclosure',
  kinds: [
    { name: 'small worlds', run: smallWorlds },
    { name: 'small worlds of shared contacts', run: smallWorldsTogether },
    { name: 'weakened exporters', run: everyMutantFails },
    { name: 'known answers of the solver', run: knownAnswers },
    { name: 'weakened exporters, by the solver', run: solverBeatsMutants },
    { name: 'caseloads attacked by the solver', run: attackedBySolver },
    { name: 'caseloads attacked by insiders', run: attackedByInsiders },
    { name: 'years as they are lived', run: yearsAsLived },
    { name: 'releases asked for again', run: askedAgain },
    { name: 'ledgers altered or lost, clocks moved back', run: alteredLedgers },
    { name: 'canaries in every text field', run: canaries },
  ],
}
