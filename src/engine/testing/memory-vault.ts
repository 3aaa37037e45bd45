import { failed, ok } from '#core/result'
import type { Steps } from '#core/steps'
import { crypto } from '../adapters/sodium.ts'
import type { Vaults } from '../ports.ts'
import type { OpenVault } from '../session.ts'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'

/** The right words of every memory vault. */
export const memoryWords =
  'abaisser abandon abdiquer abeille abolir aborder aboutir aboyer abrasif abreuver abriter abroger'

export interface MemoryVaults extends Vaults {
  readonly store: MemoryStore
  /** What was asked of the open vault, in order. */
  readonly acts: string[]
  /** Steps a checkpoint takes. */
  checkpointSteps: number
  /** What the open vault says of a checkpoint, until one is made. */
  isDue: boolean
}

/** The coordinator’s passphrase of every memory vault. */
export const memoryCoordinator = 'le-lundi-on-relit-ensemble'

/** One vault in memory behind a passphrase: the session's rules can be tested without files or key derivation. */
export async function createMemoryVaults(chunks = 3): Promise<MemoryVaults> {
  const store = await createMemoryStore()
  const acts: string[] = []
  const notes = crypto.boxKeyPair()
  let passphrase: string | null = null

  const open = (role: OpenVault['role'] = 'worker'): OpenVault => {
    let checked = 0
    const health = () => ({
      state: checked < chunks ? ('running' as const) : ('ok' as const),
      checked,
      total: chunks,
    })
    return {
      ...store,
      id: '00',
      role,
      slotMark: () => '00c0ffee',
      opened: { sequence: 0, lastSavedAt: null, closedCleanly: true, tornFrameDropped: false },
      sequence: () => 0,
      generation: () => 1,
      isDiskFull: () => false,
      readOnlyReason: () => null,
      findRoom: () => true,
      keyMark: () => 'memory',
      slots: () => [],
      checkSecret: () => answering(false),
      setSecret: () => ended(failed('writing-stopped')),
      rekey: () => ended(failed('writing-stopped')),
      backUp: () => ended(failed('write-failed')),
      verifyAgain: () => undefined,
      pauseVerification: () => undefined,
      checkpoint: () => ok(),
      lastSavedAt: () => null,
      health,
      isCheckpointDue: () => vaults.isDue,
      verifyNext() {
        checked += 1
        return health()
      },
      checkPassphrase: (given) =>
        answering(given === (role === 'coordinator' ? memoryCoordinator : passphrase)),
      sealNote: (plaintext) => crypto.boxSeal(plaintext, notes.publicKey),
      openNote: (sealed) =>
        role === 'coordinator' ? null : crypto.boxOpen(sealed, notes.publicKey, notes.secretKey),
      eraseDeleted() {
        acts.push('erase')
        return ended(ok({ generation: 1, chunksWritten: 0, removed: 0, leftBehind: 0 }))
      },
      checkpointSlowly() {
        let steps = 0
        return {
          next() {
            if (++steps < vaults.checkpointSteps)
              return { state: 'running' as const, progress: { done: steps, total: 0 } }
            acts.push('checkpoint')
            vaults.isDue = false
            return { state: 'ended' as const, result: ok() }
          },
          cancel() {
            if (steps < vaults.checkpointSteps) acts.push('checkpoint given up')
          },
        }
      },
      close() {
        acts.push('close')
        return ok()
      },
    }
  }

  const vaults: MemoryVaults = {
    store,
    acts,
    ...withoutCopies,
    checkpointSteps: 1,
    isDue: false,
    tryOut: () => Promise.resolve(open()),
    create(_folder, keys) {
      if (passphrase !== null) return ended(failed('already-exists'))
      passphrase = keys.passphrase
      return ended(ok(open()))
    },
    open(_folder, secret) {
      if (passphrase === null) return ended(failed('vault-missing'))
      if (secret.kind === 'passphrase') {
        const right = secret.role === 'coordinator' ? memoryCoordinator : passphrase
        return ended(secret.passphrase === right ? ok(open(secret.role)) : failed('wrong-passphrase'))
      }
      if (secret.words !== memoryWords) return ended(failed('recovery-words-invalid'))
      passphrase = secret.newPassphrase
      return ended(ok(open('recovery')))
    },
    doors: () => (passphrase === null ? failed('vault-missing') : ok(['worker', 'coordinator', 'recovery'])),
  }
  return vaults
}

/** What needs files or keys has its tests on real ones. */
export const withoutCopies: Pick<
  Vaults,
  'findWhole' | 'fallBack' | 'restore' | 'rehearse' | 'calibratedCosts' | 'tryOut'
> = {
  findWhole: () => ended(failed('vault-whole')),
  fallBack: () => ended(failed('vault-whole')),
  tryOut: () => {
    throw new Error('a trial is tested on real files')
  },
  restore: () => ended(failed('write-failed')),
  rehearse: () => ended(failed('write-failed')),
  calibratedCosts: () => answering({ operations: 1, memory: 8 }),
}
/** Steps that wait for nothing. */
export function* answering<T>(value: T): Steps<T> {
  yield { done: 0, total: 0 }
  return value
}
/** An act that ends at its first step. */
export const ended = <R>(result: R) => ({
  next: () => ({ state: 'ended' as const, result }),
  cancel: () => undefined,
})
