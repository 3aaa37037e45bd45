import { failed, ok, type Result } from '../../result.ts'
import type { Release } from './export.ts'
import { holdsInvariants } from './invariants.ts'
import { protectedCategories, type Category } from './recoding.ts'
import { bytesOf, type World } from './world.ts'

export type SelfCheck = {
  /** Published lines, and how many of them merge several codes or are withheld. */
  lines: number
  merged: number
  /** Worlds that were replayed and gave the same bytes. Depends on what is hidden: it must not leave the laptop. */
  replayedWorlds: number
}

/** Enough to meet each category with several coalitions, few enough to take well under a second on 3,000 contacts. */
const coalitionsPerCategory = 4
const mostWorlds = 120

/**
 * Attacks a release before it is written: its invariants, then, for each protected category and some coalitions of up to
 * k − 1 insiders, the world in which nobody else has it, whose bytes must be the same. They are, by the argument; a
 * difference is a bug of the exporter, so the answer is a refusal and never another table.
 */
export function selfCheck(
  release: Release,
  world: World,
  bytes: (world: World) => string = bytesOf,
): Result<SelfCheck, 'self-check-failed'> {
  if (!holdsInvariants(release, world)) return failed('self-check-failed')
  const published = bytes(world)
  const replays = replaysOf(world).slice(0, mostWorlds)
  const differs = replays.some(({ category, insiders }) => bytes(category.emptied(insiders)) !== published)
  if (differs) return failed('self-check-failed')
  const rows = release.tables.flatMap((table) => table.rows)
  return ok({
    lines: rows.length,
    merged: rows.filter(({ codes, value }) => codes.length > 1 || value === null).length,
    replayedWorlds: replays.length,
  })
}

type Replay = { category: Category; insiders: ReadonlySet<number> }

/** Every category alone, then every category with a coalition, then with another: a bound cuts the last coalitions first. */
function replaysOf(world: World): Replay[] {
  const categories = protectedCategories(world)
  const persons = personsIn(world)
  return Array.from({ length: coalitionsPerCategory }, (_, round) =>
    categories.map((category, index) => ({
      category,
      insiders:
        round === 0 ? new Set<number>() : sampled(category, persons, world.catalogue.k, round + index),
    })),
  ).flat()
}

/** Holders of the category first, then others, spread over the caseload: the same for the same facts. */
function sampled(
  { held }: Category,
  persons: readonly number[],
  k: number,
  turn: number,
): ReadonlySet<number> {
  const holders = [...new Set(held.flatMap(({ who }) => who))]
  const size = 1 + (turn % (k - 1))
  const kept = holders.slice(0, turn % (holders.length + 1))
  const others = Array.from({ length: size }, (_, n) => persons[(turn * 31 + n * 17) % persons.length])
  return new Set([...kept, ...others.filter((person) => person !== undefined)].slice(0, size))
}

function personsIn({ quarters, year }: World): number[] {
  const contacts = quarters.flatMap(({ facts }) => facts.contacts.flatMap((contact) => contact.persons))
  return [...new Set([...contacts, ...(year?.referrals ?? []).map(({ person }) => person)])]
}
