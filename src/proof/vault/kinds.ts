import { proveBits, proveLengths, provePacks, proveSplices } from './damage.ts'
import { proveFallbacks } from './fallback.ts'
import { proveFullDisks, proveRefusals } from './faults.ts'
import { proveBackups, proveFuzz } from './fuzz.ts'
import { proveKills } from './kill.ts'
import { proveCreations, proveCuts, proveReorderings } from './power.ts'
import { createTally, type Tally } from './tally.ts'
import type { Verdict } from './verdict.ts'
import { createWorld, type Mutant, type World } from './world.ts'

/** A kind of states, and how many of each thousand they should be; without a share, all there are. */
interface Kind {
  prove: (world: World, tally: Tally, wanted: number) => void | Promise<void>
  share: number | null
}

/** The longest first: they are handed out to as many processes as there are cores. */
export const vaultKinds: Readonly<Record<string, Kind>> = {
  bits: { prove: proveBits, share: null },
  cuts: { prove: proveCuts, share: 200 },
  reorderings: { prove: proveReorderings, share: 250 },
  kills: { prove: proveKills, share: 2 },
  'full-disks': { prove: proveFullDisks, share: 60 },
  refusals: { prove: proveRefusals, share: 60 },
  fuzz: { prove: proveFuzz, share: 220 },
  backups: { prove: proveBackups, share: 110 },
  fallbacks: { prove: proveFallbacks, share: 50 },
  lengths: { prove: proveLengths, share: null },
  splices: { prove: proveSplices, share: null },
  packs: { prove: provePacks, share: null },
  creations: { prove: proveCreations, share: 50 },
}
/** What `npm test` tries, besides what is tried whole; with fewer, a sample of that too. */
export const quickStates = 50_000

/** Tries about `states` states of one kind (its share of them), in this process. */
export async function proveKind(
  kind: string,
  seed: number,
  states: number,
  mutant?: Mutant,
): Promise<Verdict> {
  const { prove, share = null } = vaultKinds[kind] ?? {}
  if (!prove) throw new RangeError(`not among ${Object.keys(vaultKinds).join(', ')}: ${kind}`)
  const tally = createTally(kind)
  const all = states < quickStates ? states : Infinity
  await prove(
    await createWorld(seed, mutant),
    tally,
    share === null ? all : Math.ceil((share * states) / 1000),
  )
  return tally.verdict()
}
