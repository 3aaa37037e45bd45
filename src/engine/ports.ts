import type { Clock, NewId } from '#core/ports'
import type { SlotRole } from '#core/vault/slots'
import type { Result } from '#core/result'
import type { EventName, Payload } from '#shared/contract'
import type { Places, VerifiedPackage } from '#shared/engine-protocol'
import type { Seen } from '#shared/seen'
import type { Steps } from '#core/steps'
import type { DoorFailure, OpenFailure, StoreOpening } from './store.ts'
import type { CreateFailure } from './store/opening.ts'
import type { BackupReport } from '#core/vault/backup'
import type { WholeState } from '#core/vault/fallback'
import type { KdfCosts } from '#core/vault/ports'
import type { Reader } from '#core/database'
import type { Rehearsal } from './store/backups.ts'
import type { ReadFailure } from './import/limits.ts'
import type { ReadingOrder } from './import/reading.ts'
import type { ImportSource } from './import/source.ts'
import type { FallbackFailure, FellBack } from './store/fallback.ts'
import type { LongAct } from './store/long-act.ts'
import type { OpenVault } from './session.ts'
import type { PublicKey } from './updates/minisign.ts'

/** A copy, what opens it, and where it goes. */
export interface Copy extends Pick<StoreOpening, 'folder' | 'secret'> {
  file: string
}

/** The vaults of this computer. */
export interface Vaults {
  create(
    folder: string,
    keys: { passphrase: string; recoveryWords: string },
  ): LongAct<OpenVault, CreateFailure>
  open(folder: string, secret: StoreOpening['secret']): LongAct<OpenVault, OpenFailure>
  /** See `findingWhole` and `fallingBack`. */
  findWhole(folder: string, secret: StoreOpening['secret']): LongAct<WholeState, FallbackFailure>
  fallBack(folder: string, secret: StoreOpening['secret']): LongAct<FellBack<OpenVault>, FallbackFailure>
  /** See `createTrial`. */
  tryOut(): Promise<OpenVault>
  /** Who has a slot in the vault; nothing of it is opened. */
  doors(folder: string): Result<SlotRole[], DoorFailure>
  /** See `restoreStore` and `rehearseRestore`. A rehearsal's folder is emptied first: an earlier one may have been cut short. */
  restore(copy: Copy): LongAct<BackupReport>
  rehearse<T>(copy: Copy, look: (reader: Reader) => T): LongAct<Rehearsal<T>>
  /** About a second of derivation on this computer. */
  calibratedCosts(): Steps<KdfCosts>
}

/** What the other side of the process boundary offers. */
export interface HostPorts {
  /** As told with the call being answered. */
  places(): Places
  emit<N extends EventName>(name: N, payload: Payload<N>): void
  /** A tagged PDF of a self-contained page; null when printing failed. */
  print(html: string): Promise<Uint8Array | null>
  /** Once nothing that stepped aside is under way: the call being answered is then alone, and what it has half done is seen by nobody. */
  whenAlone(): Promise<void>
  /** Lets main install that package, once. */
  letInstall(verified: VerifiedPackage): void
  /** Has this computer remember how far a vault is, in place of what it remembered of it. */
  remember(seen: Seen): void
}

/** What the engine's handlers receive instead of importing it. */
export interface EnginePorts extends HostPorts {
  clock: Clock
  newId: NewId
  vaults: Vaults
  /** Of whoever may sign an update; none where the program was built without. */
  updateKeys: () => readonly PublicKey[]
  /** A file as an import reads it, read elsewhere: see `readInThread`. */
  readImport(
    order: ReadingOrder,
    signal: AbortSignal,
  ): Promise<Result<ImportSource, ReadFailure | 'cancelled'>>
  /** Twelve French words, separated by spaces. */
  newRecoveryWords: () => string
  /** A whole number from 0 to `limit - 1`, unpredictable. */
  randomBelow: (limit: number) => number
  sleep: (milliseconds: number) => Promise<void>
  /** Runs `work` once, later, between messages; answers how to cancel it. */
  later: (work: () => void, milliseconds: number) => () => void
}
