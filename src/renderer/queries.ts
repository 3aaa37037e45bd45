import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { CommandName, Input, Output } from '#shared/contract'
import { ask, client, failureOf, type CommandError } from './client.ts'
import type { TextKey } from './text/i18n.ts'
import { announceDone, announceFailure, withdrawUndo } from './toasts.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CommandError
  }
}

/** A vault locked behind our back: back to the lock screen. Set by the root component. */
let onLocked = () => {}
export const whenLocked = (listener: () => void): void => {
  onLocked = listener
}
const noticeLock = (error: unknown) => {
  if (failureOf(error) === 'vault-locked') onLocked()
}
/** A disk that fills up, or refuses, is a state of the vault, not only the failure of an act. */
const noticeFailedAct = (error: unknown) => {
  noticeLock(error)
  if (['disk-full', 'writing-stopped'].includes(failureOf(error)))
    void queryClient.invalidateQueries({ queryKey: ['vault.health'] })
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLock }),
  mutationCache: new MutationCache({ onError: noticeFailedAct }),
  defaultOptions: {
    // nothing here goes through a network: answers do not age, `caseload.changed` says when they are stale
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

client.listen('caseload.changed', () => void queryClient.invalidateQueries())
client.listen('vault.healthChanged', (health) => queryClient.setQueryData(['vault.health', null], health))

/** What no screen shows any more would be shown again for a moment, were it asked for: somebody of it was erased. */
export const forgetUnseen = (): void => queryClient.removeQueries({ type: 'inactive' })

export type ReadName = Extract<
  CommandName,
  `${string}.${'list' | 'read' | 'all' | 'doors' | 'defaults' | 'run' | 'health' | 'locate' | 'explore' | 'preview' | 'propose' | 'duplicates' | 'notSeen' | 'suggest' | 'named' | 'copies'}`
>

/** Where the answer to a question is kept, and how it is asked. */
export const queryOf = <N extends CommandName>(name: N, input: Input<N>) => ({
  queryKey: [name, input ?? null] as const,
  queryFn: () => ask(name, input),
})

/** A question to the engine, kept until the caseload changes. The last answer stays on screen while the next one comes. */
export function useRead<N extends ReadName>(name: N, input: Input<N>, options: { enabled?: boolean } = {}) {
  return useQuery<Output<N>>({
    ...queryOf(name, input),
    placeholderData: keepPreviousData,
    ...options,
  })
}

/** How many acts Undo takes back beside that answer: where its command left none, it would take back the one before. */
const actsOf = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'isUndoable' in answer && answer.isUndoable === true
    ? 1
    : 0

/**
 * An act: one command, one transaction. `done` is the sentence told after it, with Undo beside it where its answer says
 * that something is there to undo; it may depend on the answer. A failure is told in a toast unless `quiet`: the caller then shows `error` itself.
 */
export function useAct<N extends CommandName>(
  name: N,
  options: { done?: TextKey | ((answer: Output<N>) => TextKey); quiet?: boolean } = {},
) {
  return useMutation<Output<N>, CommandError, Input<N>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: (answer) => {
      const { done } = options
      if (done === undefined) {
        if (actsOf(answer) > 0) withdrawUndo()
        return
      }
      announceDone(typeof done === 'function' ? done(answer) : done, actsOf(answer))
    },
    onError: (error) => {
      // who gives up knows it
      if (!options.quiet && failureOf(error) !== 'cancelled') announceFailure(failureOf(error))
    },
  })
}
