import type { AnyFailure } from '#shared/contract'
import { ask, failureOf } from './client.ts'
import { isActKey, t } from './text/i18n.ts'
import { announceFailure, announceHistory } from './toasts.ts'

/** What an act of the history is called: « fiche d’une personne ». */
export function actLabel(command: string): string {
  const key = `acts.${command}`
  return isActKey(key) ? t(key) : t('form.lastAct')
}

/** Nothing left to undo is not worth an alarm: the keys simply do nothing. */
const silent: readonly AnyFailure[] = ['nothing-to-undo', 'vault-locked']

async function step(
  command: 'history.undo' | 'history.redo',
  said: 'undone' | 'redone',
  times: number,
): Promise<void> {
  try {
    for (let left = times; left > 1; left--) await ask(command, undefined)
    announceHistory(said, await ask(command, undefined))
  } catch (error) {
    const failure = failureOf(error)
    if (!silent.includes(failure)) announceFailure(failure)
  }
}

/** Takes back the last act, or the last few when one gesture made several. */
export const undo = (times = 1): Promise<void> => step('history.undo', 'undone', times)
export const redo = (times = 1): Promise<void> => step('history.redo', 'redone', times)
