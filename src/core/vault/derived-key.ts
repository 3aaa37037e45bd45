import type { Steps } from '../steps.ts'
import type { Crypto, KdfCosts } from './ports.ts'

/**
 * The key a secret gives, to be wiped by the caller; the step lasts as long as the derivation. Given up, it is wiped when the derivation
 * ends, which nothing can hasten.
 */
export function* derivedKey(
  crypto: Pick<Crypto, 'newKey' | 'wipe' | 'derive'>,
  secret: Uint8Array,
  salt: Uint8Array,
  costs: KdfCosts,
): Steps<Uint8Array> {
  const key = crypto.newKey()
  // a copy: whoever gives the act up wipes the secret at once
  const own = Uint8Array.from(secret)
  const until = crypto.derive(key, own, salt, costs)
  let isDerived = until === undefined
  try {
    if (until) yield { done: 0, total: 0, until }
    isDerived = true
    return key
  } finally {
    const forget = () => {
      own.fill(0)
      if (!isDerived) crypto.wipe(key)
    }
    if (isDerived) forget()
    else void until?.then(forget, forget)
  }
}
