import type { AnyFailure, Bridge, Client, CommandName, Input, Output } from '#shared/contract'

declare global {
  interface Window {
    readonly filigrane: Bridge
  }
}

/** The typed face of what the preload offers: the contract on both sides of the bridge makes these casts true. */
export const client: Client = {
  call: (name, input) => window.filigrane.call(name, input) as ReturnType<typeof client.call<typeof name>>,
  listen: (name, listener) => window.filigrane.listen(name, listener as (payload: unknown) => void),
}

/** The one error a query or a mutation may hold: an expected failure, told in French by its code. */
export type CommandError = Error & { readonly failure: AnyFailure }

const commandError = (failure: AnyFailure): CommandError => Object.assign(new Error(failure), { failure })

/**
 * Calls a command; throws a `CommandError` when it fails, as TanStack Query expects. A call that never reached its answer (main broke, or
 * refused to listen) is a bug like any other: `internal`.
 */
export async function ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await client.call(name, input).catch((): never => {
    throw commandError('internal')
  })
  if (!reply.ok) throw commandError(reply.failure)
  return reply.value
}

/** What a thrown value means to the person: its failure, or `internal` for a bug. */
export const failureOf = (error: unknown): AnyFailure =>
  error instanceof Error && 'failure' in error ? (error as CommandError).failure : 'internal'
