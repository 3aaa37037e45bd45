import { describe, expect, it } from 'vitest'
import { knownAnswers } from '../attacker/known-answers.ts'
import { attackedByInsiders, attackedBySolver } from './attacks.ts'
import { checkEvery } from './exhaustive.ts'
import { mutants } from './mutants.ts'
import { sharedContacts } from './shared-contacts.ts'
import {
  changingAge,
  groupsByQuarter,
  oneAttribute,
  oneContactEach,
  twoContacts,
  worldsOf,
} from './small-worlds.ts'

/** A small part of `npm run proof -- disclosure`, so that a change of the exporter is told within seconds. */
const few = { seed: 1, caseloads: 3, states: null, only: null }

describe('every small caseload', () => {
  it.each([
    oneContactEach(2, 4),
    groupsByQuarter(3, 6),
    twoContacts(2, 3),
    changingAge(2, 3),
    oneAttribute(3, 7),
  ])('keeps its protected categories: $name', (shape) => {
    const { states, violations } = checkEvery(worldsOf(shape))
    expect(states).toBeGreaterThan(0)
    expect(violations).toBe(0)
  })

  it('keeps them when contacts are shared, whoever of them compare what they saw', () => {
    const shapes = [
      { k: 2, persons: 3, contacts: 2, groups: 3, genders: 2 },
      { k: 3, persons: 4, contacts: 2, groups: 2, genders: 1 },
    ]
    for (const shape of shapes) {
      const { states, violations } = checkEvery(sharedContacts(shape))
      expect(states).toBeGreaterThan(0)
      expect(violations).toBe(0)
    }
  })

  it.each(mutants)('is betrayed by $name', ({ publish }) => {
    const shapes = [oneAttribute(2, 6), oneContactEach(2, 4)]
    expect(shapes.some((shape) => checkEvery(worldsOf(shape, publish)).violations > 0)).toBe(true)
  })
})

describe('an attacker who knows the algorithm', () => {
  it('finds what is known to be findable, and no more', async () => {
    expect(await knownAnswers()).toMatchObject({ violations: 0 })
  })

  it('proves nothing of an invented year, with or without insiders', async () => {
    for (const { states, violations } of [await attackedBySolver(few), attackedByInsiders(few)]) {
      expect(states).toBeGreaterThan(0)
      expect(violations).toBe(0)
    }
  })
})
