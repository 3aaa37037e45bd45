import type { Clock, NewId } from '#core/ports'
import type { SlotRole } from '#core/vault/slots'
import type { Result } from '#core/result'
import type { EventName, Payload } from '#shared/contract'
import type { Places } from '#shared/engine-protocol'
import type { CreateFailure, DoorFailure, OpenFailure, StoreOpening } from './store.ts'
import type { OpenVault } from './session.ts'

/** The vaults of this computer. */
export interface Vaults {
  create(
    folder: string,
    keys: { passphrase: string; recoveryWords: string },
  ): Result<OpenVault, CreateFailure>
  open(folder: string, secret: StoreOpening['secret']): Result<OpenVault, OpenFailure>
  /** Who has a slot in the vault; nothing of it is opened. */
  doors(folder: string): Result<SlotRole[], DoorFailure>
}

/** What the other side of the process boundary offers. */
export interface HostPorts {
  /** As told with the call being answered. */
  places(): Places
  emit<N extends EventName>(name: N, payload: Payload<N>): void
  /** A tagged PDF of a self-contained page; null when printing failed. */
  print(html: string): Promise<Uint8Array | null>
}

/** What the engine's handlers receive instead of importing it. */
export interface EnginePorts extends HostPorts {
  clock: Clock
  newId: NewId
  vaults: Vaults
  /** Twelve French words, separated by spaces. */
  newRecoveryWords: () => string
  /** A whole number from 0 to `limit - 1`, unpredictable. */
  randomBelow: (limit: number) => number
  sleep: (milliseconds: number) => Promise<void>
  /** Runs `work` once, later, between messages; answers how to cancel it. */
  later: (work: () => void, milliseconds: number) => () => void
}
