import { failed, ok, type Result } from '../result.ts'
import { FileFault } from './ports.ts'

/** Why a vault cannot be opened, made or written. Nothing on disk was changed by a failed opening. */
export type VaultFailure =
  | 'not-a-vault'
  | 'vault-too-new'
  | 'vault-damaged'
  | 'vault-in-use'
  | 'vault-missing'
  | 'wrong-passphrase'
  | 'recovery-words-invalid'
  | 'already-exists'
  | 'disk-full'
  | 'disk-unreadable'
  | 'no-permission'
  | 'write-failed'

/**
 * An expected failure on its way up. Inside the vault it is thrown, because reads happen under SQLite, which knows nothing of
 * `Result`; `attempt` is the one place where it becomes a `Result` again.
 */
export class VaultFault extends Error {
  readonly code: VaultFailure
  constructor(code: VaultFailure, cause?: unknown) {
    super(code, { cause })
    this.name = 'VaultFault'
    this.code = code
  }
}

/** Runs `work` and returns its expected failures; bugs go on. A missing file is damage: what was listed must be there. */
export function attempt<T>(work: () => T): Result<T, VaultFailure> {
  try {
    return ok(work())
  } catch (fault) {
    return failed(failureOf(fault))
  }
}

/** The code of an expected failure; rethrows anything else. */
export function failureOf(fault: unknown): VaultFailure {
  if (fault instanceof VaultFault) return fault.code
  if (!(fault instanceof FileFault)) throw fault
  switch (fault.code) {
    case 'disk-full':
    case 'no-permission':
      return fault.code
    case 'missing':
    case 'not-a-folder':
      return 'vault-damaged'
    case 'unreadable':
      return 'disk-unreadable'
    case 'exists':
    case 'unwritable':
      return 'write-failed'
  }
}

export function damaged(): never {
  throw new VaultFault('vault-damaged')
}
