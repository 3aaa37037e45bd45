import { commands, type CommandName, type CommandsOf, type Handlers, type Reply } from '#shared/contract'
import type { Places } from '#shared/engine-protocol'

type AnyHandler = (input: unknown) => Reply<CommandName> | Promise<Reply<CommandName>>

/**
 * The same handlers, those that say where something is written being refused in a trial: invented figures must not be taken for true ones
 * once they are a file. The contract tells which: `trial-only` is among their failures.
 */
export function keepingTrialsIn(isTrial: () => boolean, handlers: Handlers<'main'>): Handlers<'main'> {
  const guarded = Object.entries(handlers).map(([name, handle]) => {
    const failures: readonly string[] = commands[name as CommandsOf<'main'>].failures
    if (!failures.includes('trial-only')) return [name, handle]
    const answer: AnyHandler = (input) =>
      isTrial() ? { ok: false, failure: 'trial-only' } : (handle as AnyHandler)(input)
    return [name, answer]
  })
  return Object.fromEntries(guarded) as Handlers<'main'>
}

/** Without any of the places that were chosen to write into before the trial. */
export function inwards(places: Places): Places {
  return {
    ...places,
    releases: null,
    registerFile: null,
    documents: null,
    newBackup: null,
    newCard: null,
    newPackage: null,
  }
}
