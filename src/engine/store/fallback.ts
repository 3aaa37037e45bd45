import { failed, ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { fallBack, findWhole, type NoFallback, type WholeState } from '#core/vault/fallback'
import { defaultCostPolicy } from '#core/vault/slots'
import type { OpenFailure, OpenStore, StoreOpening, StorePorts } from '../store.ts'
import { actOf, longAct, stepsOf, type LongAct } from './long-act.ts'
import { asOpenFailure, opening, roleOf, secretBytes } from './opening.ts'

export type FallbackFailure = OpenFailure | NoFallback

/** What was opened in place of a damaged state, and where the damaged files are kept: a path inside the vault's folder. */
export interface FellBack<Store = OpenStore> {
  store: Store
  found: WholeState
  aside: string
}

/** See `findWhole`. */
export function findingWhole(ports: StorePorts, wanted: StoreOpening): LongAct<WholeState, FallbackFailure> {
  return withSecret(wanted, (secret) => findWhole(ports, unlocking(wanted, secret)))
}

/** Leaves the damage behind (see `fallBack`), then opens the vault. */
export function fallingBack(ports: StorePorts, wanted: StoreOpening): LongAct<FellBack, FallbackFailure> {
  const steps = function* (): Steps<Result<FellBack, FallbackFailure>> {
    const left = yield* stepsOf(withSecret(wanted, (secret) => fallBack(ports, unlocking(wanted, secret))))
    if (!left.ok) return left
    const opened = yield* stepsOf(opening(ports, wanted, 'kept'))
    if (!opened.ok) return opened
    const { aside, ...found } = left.value
    return ok({ store: opened.value, found, aside })
  }
  return actOf(steps())
}

function unlocking(wanted: StoreOpening, secret: Uint8Array) {
  const { folder, policy = defaultCostPolicy } = wanted
  return { folder, role: roleOf(wanted.secret), secret, policy }
}

function withSecret<T>(
  wanted: StoreOpening,
  work: (secret: Uint8Array) => Steps<Result<T, NoFallback>>,
): LongAct<T, FallbackFailure> {
  const steps = function* (): Steps<Result<T, FallbackFailure>> {
    const secret = secretBytes(wanted.secret)
    if (!secret.ok) return secret
    try {
      const done = yield* stepsOf(longAct(work(secret.value), asOpenFailure))
      return done.ok ? done.value : failed(done.failure)
    } finally {
      secret.value.fill(0)
    }
  }
  return actOf(steps())
}
