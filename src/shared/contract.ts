import * as z from 'zod'
import type { Audience, Refusals } from '#core/review/roles'
import type { Result } from '#core/result'
import type { CommandName, EventName } from '#shared/names'
import { accessCommands } from './contract/access.ts'
import { caseloadCommands } from './contract/caseload.ts'
import { dutyCommands } from './contract/duties.ts'
import { reminderCommands } from './contract/follow-ups.ts'
import { importCommands } from './contract/import.ts'
import { languageCommands } from './contract/language.ts'
import { actProgress, longActCommands } from './contract/long-acts.ts'
import { securityCommands } from './contract/security.ts'
import { meetingCommands } from './contract/meetings.ts'
import { packageCommands } from './contract/packages.ts'
import { paperCommands } from './contract/papers.ts'
import { statisticsCommands } from './contract/statistics.ts'
import { takeoverCommands } from './contract/takeovers.ts'
import { systemCommands } from './contract/system.ts'
import { updateCommands } from './contract/updates.ts'
import { health, vaultCommands } from './contract/vault.ts'

type AnyCommand = {
  /** A long command between whose slices others are answered; they wait for any other command. */
  aside?: true
  /** Done before a lock even where it still waits for its turn: what was typed would be lost. It writes in one step. */
  beforeLock?: true
  input: z.ZodType
  output: z.ZodType
  failures: readonly string[]
}
/** Main knows no role: what it answers says nothing of what a vault holds. */
type Command = AnyCommand & ({ host: 'main'; who: 'anyone' } | { host: 'engine'; who: Audience })

/** The one registry: who answers a command, for whom, its strict input, its output, and the codes of its expected failures. */
export const commands = {
  ...accessCommands,
  ...vaultCommands,
  ...caseloadCommands,
  ...importCommands,
  ...longActCommands,
  ...dutyCommands,
  ...meetingCommands,
  ...packageCommands,
  ...paperCommands,
  ...takeoverCommands,
  ...reminderCommands,
  ...languageCommands,
  ...securityCommands,
  ...statisticsCommands,
  ...systemCommands,
  ...updateCommands,
} as const satisfies Record<CommandName, Command>

export const events = {
  /** Something in the caseload changed: every query is stale. */
  'caseload.changed': z.undefined(),
  'vault.healthChanged': health,
  /** A long act has gone further. */
  'acts.progress': actProgress,
} as const satisfies Record<EventName, z.ZodType>

type Commands = typeof commands
export type { CommandName, EventName }
export type { Health, LockReason, Opened } from './contract/vault.ts'
export type Input<N extends CommandName> = z.output<Commands[N]['input']>
export type Output<N extends CommandName> = z.output<Commands[N]['output']>
export type Failure<N extends CommandName> = Commands[N]['failures'][number] | Refusals[Commands[N]['who']]
export type Payload<N extends EventName> = z.output<(typeof events)[N]>

export type HostOf<N extends CommandName> = Commands[N]['host']
export type CommandsOf<H extends 'main' | 'engine'> = {
  [N in CommandName]: HostOf<N> extends H ? N : never
}[CommandName]

/** The commands done in slices: their input names the act. */
export type LongCommand = {
  [N in CommandName]: Input<N> extends { act: string } ? (N extends 'acts.cancel' ? never : N) : never
}[CommandName]

/** What the boundary itself may answer: a refused input, or a bug (its event code is in the local log). */
export type BoundaryFailure = 'invalid-input' | 'internal'
export type Reply<N extends CommandName> = Result<Output<N>, Failure<N> | BoundaryFailure>
export type AnyFailure = Failure<CommandName> | BoundaryFailure

export type Handlers<H extends 'main' | 'engine'> = {
  [N in CommandsOf<H>]: (
    input: Input<N>,
  ) => Result<Output<N>, Failure<N>> | Promise<Result<Output<N>, Failure<N>>>
}

/** What the preload puts on `window.filigrane`. */
export type Bridge = {
  call(name: string, input: unknown): Promise<unknown>
  listen(name: string, listener: (payload: unknown) => void): () => void
}
export type Client = {
  call<N extends CommandName>(name: N, input: Input<N>): Promise<Reply<N>>
  listen<N extends EventName>(name: N, listener: (payload: Payload<N>) => void): () => void
}
