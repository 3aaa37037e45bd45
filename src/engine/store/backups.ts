import type { Reader } from '#core/database'
import type { Result } from '#core/result'
import { restore, type BackupReport } from '#core/vault/backup'
import { discardVault } from '#core/vault/building'
import { VaultFault, type VaultFailure } from '#core/vault/fault'
import type { Steps } from '#core/steps'
import { defaultCostPolicy } from '#core/vault/slots'
import type { OpeningReport, StoreOpening, StorePorts } from '../store.ts'
import { longAct, stepsOf, type LongAct } from './long-act.ts'
import { opening, roleOf, secretBytes } from './opening.ts'

export interface Restoring extends StoreOpening {
  /** The backup's file. `folder`, where the vault goes, must be missing or empty. */
  file: string
}

/** Rebuilds a vault from its backup; it then opens with the same secret. */
export function restoreStore(ports: StorePorts, wanted: Restoring): LongAct<BackupReport> {
  return longAct(restoring(ports, wanted), (failure) => failure)
}

/** What a rehearsal found inside the backup, once everything in it was opened and verified. */
export interface Rehearsal<T> extends Pick<OpeningReport, 'sequence' | 'lastSavedAt' | 'chunks'> {
  /** Of which vault it is a copy, in hexadecimal. */
  vaultId: string
  found: T
}

/**
 * Proves that a backup could save the day: restores it beside (`folder` is a place for that), opens it with the secret, verifies every
 * chunk and the database, looks inside, removes it. Nothing is left, whatever the outcome, nor of an earlier one that was cut short.
 */
export function rehearseRestore<T>(
  ports: StorePorts,
  wanted: Restoring,
  look: (reader: Reader) => T,
): LongAct<Rehearsal<T>> {
  return longAct(rehearsing(ports, wanted, look), (failure) => failure)
}

function* restoring(ports: StorePorts, wanted: Restoring): Steps<BackupReport> {
  const secret = valueOf(secretBytes(wanted.secret))
  const { file, folder, policy = defaultCostPolicy } = wanted
  try {
    return yield* restore(ports, file, { folder, role: roleOf(wanted.secret), secret, policy })
  } finally {
    secret.fill(0)
  }
}

function* rehearsing<T>(
  ports: StorePorts,
  wanted: Restoring,
  look: (reader: Reader) => T,
): Steps<Rehearsal<T>> {
  try {
    discardVault(ports.files, wanted.folder)
    yield* restoring(ports, wanted)
    const store = valueOf(yield* stepsOf(opening(ports, wanted)))
    try {
      let health = store.verifyNext()
      for (; health.state === 'running'; health = store.verifyNext()) {
        yield { done: health.checked, total: health.total }
      }
      if (health.state === 'damaged') throw new VaultFault('vault-damaged')
      return { ...store.opened, vaultId: store.id, found: look(store) }
    } finally {
      store.close()
    }
  } finally {
    discardVault(ports.files, wanted.folder)
  }
}

function valueOf<T>(result: Result<T, VaultFailure>): T {
  if (!result.ok) throw new VaultFault(result.failure)
  return result.value
}
