import { useSyncExternalStore } from 'react'
import type { AnyFailure, Output } from '#shared/contract'
import { failureOf } from './client.ts'
import { askSlowly, giveUpAct, type LongActProgress } from './long-act.ts'
import { isActKey, t } from './text/i18n.ts'
import { announceFailure, announceHistory } from './toasts.ts'

type Turn = 'undo' | 'redo'
/** Told by the engine of those of many rows alone. */
type Turning = { turn: Turn; act: string; progress: LongActProgress }

/** What an act of the history is called: « fiche d’une personne ». */
export function actLabel(command: string): string {
  const key = `acts.${command}`
  return isActKey(key) ? t(key) : t('form.lastAct')
}

/** Nothing left to undo is not worth an alarm: the keys simply do nothing. Given up, nothing changed. */
const silent: readonly AnyFailure[] = ['nothing-to-undo', 'vault-locked', 'cancelled']

let turning: Turning | null = null
const listeners = new Set<() => void>()
function tell(now: Turning | null): void {
  turning = now
  for (const listener of listeners) listener()
}

async function once(turn: Turn): Promise<Output<'history.undo'>> {
  const act = crypto.randomUUID()
  try {
    return await askSlowly(`history.${turn}`, act, {}, (progress) => tell({ turn, act, progress }))
  } finally {
    if (turning?.act === act) tell(null)
  }
}

async function several(turn: Turn, times: number): Promise<boolean> {
  try {
    const turned: Output<'history.undo'>[] = []
    while (turned.length < times) turned.push(await once(turn))
    // of one gesture, the act the others came with: the first made is the last undone
    const told = turn === 'undo' ? turned.at(-1) : turned[0]
    if (told) announceHistory(turn === 'undo' ? 'undone' : 'redone', told, times)
    return true
  } catch (error) {
    const failure = failureOf(error)
    if (!silent.includes(failure)) announceFailure(failure)
    return false
  }
}

/** Takes back the last act, or the last few when one gesture made several; false when it was refused or given up. */
export const undo = (times = 1): Promise<boolean> => several('undo', times)
export const redo = (times = 1): Promise<boolean> => several('redo', times)

/** A long undo or redo under way, whoever asked for it; null when there is none. */
export const useTurning = (): Turning | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => turning,
  )
export const giveUp = ({ act }: Turning): void => giveUpAct(act)
