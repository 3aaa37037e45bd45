import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Input, LongCommand, Output, Payload } from '#shared/contract'
import { ask, client, failureOf, type CommandError } from './client.ts'
import { announceFailure } from './toasts.ts'

export type LongActProgress = Pick<Payload<'acts.progress'>, 'done' | 'total'>
/** What the caller of a long command says; the name of the act is given here. */
export type Asked<N extends LongCommand> = Unnamed<Input<N>>
/** Of each shape the command takes. */
type Unnamed<I> = I extends unknown ? Omit<I, 'act'> : never

/** A command done in slices, under the name `act`, by which it is given up; `onTold` hears how far it is. */
export async function askSlowly<N extends LongCommand>(
  name: N,
  act: string,
  asked: Asked<N>,
  onTold: (progress: LongActProgress) => void,
): Promise<Output<N>> {
  const stopListening = client.listen('acts.progress', ({ act: told, ...progress }) => {
    if (told === act) onTold(progress)
  })
  try {
    return await ask(name, { ...asked, act } as Input<N>)
  } finally {
    stopListening()
  }
}

/** It fails with `cancelled`, unless it has ended meanwhile. */
export const giveUpAct = (act: string): void => void client.call('acts.cancel', { act })

/**
 * A command done in slices: like `useAct`, with how far it is while it lasts (null before anything is told), and how to give it
 * up: `isGivenUp` from then on, for a key being derived puts off its end by seconds. It then fails with `cancelled` and says nothing:
 * `failure` is what there is to say.
 */
export function useLongAct<N extends LongCommand>(name: N, options: { quiet?: boolean } = {}) {
  const [progress, setProgress] = useState<LongActProgress | null>(null)
  const [isGivenUp, setGivenUp] = useState(false)
  const underWay = useRef<string | null>(null)
  const mutation = useMutation<Output<N>, CommandError, Asked<N>>({
    mutationFn: async (asked) => {
      const act = crypto.randomUUID()
      underWay.current = act
      setGivenUp(false)
      try {
        return await askSlowly(name, act, asked, (progress) => {
          if (underWay.current === act) setProgress(progress)
        })
      } finally {
        if (underWay.current === act) {
          underWay.current = null
          setProgress(null)
        }
      }
    },
    onError: (error) => {
      if (!options.quiet && failureOf(error) !== 'cancelled') announceFailure(failureOf(error))
    },
  })
  const cancel = () => {
    if (underWay.current === null) return
    setGivenUp(true)
    giveUpAct(underWay.current)
  }
  const failed = mutation.error === null ? undefined : failureOf(mutation.error)
  return { ...mutation, progress, cancel, isGivenUp, failure: failed === 'cancelled' ? undefined : failed }
}
