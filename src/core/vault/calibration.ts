import type { Steps } from '../steps.ts'
import { derivedKey } from './derived-key.ts'
import type { Crypto, KdfCosts } from './ports.ts'
import { sizes } from './sizes.ts'
import { defaultCostPolicy, type CostPolicy } from './slots.ts'

/** How long a derivation may take whoever types the right passphrase. */
const wantedMilliseconds = 1000

/**
 * Argon2id costs that take about one second on this computer: the memory of the floor, as many operations as fit. Does one derivation
 * at the floor; `now` counts milliseconds. Never below the floor, never above half the ceiling: every computer must be able to
 * open what the fastest made.
 */
export function* calibratedCosts(
  crypto: Pick<Crypto, 'newKey' | 'wipe' | 'derive' | 'randomBytes'>,
  now: () => number,
  { floor, ceiling }: CostPolicy = defaultCostPolicy,
): Steps<KdfCosts> {
  const secret = crypto.randomBytes(sizes.key)
  const began = now()
  const key = yield* derivedKey(crypto, secret, crypto.randomBytes(sizes.salt), floor)
  crypto.wipe(key)
  const took = Math.max(1, now() - began)
  const operations = Math.floor((floor.operations * wantedMilliseconds) / took)
  return {
    memory: floor.memory,
    operations: Math.max(floor.operations, Math.min(operations, Math.floor(ceiling.operations / 2))),
  }
}
