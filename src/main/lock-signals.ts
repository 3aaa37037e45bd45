import { powerMonitor } from 'electron'
import type { LockReason } from '#shared/contract'

export const IDLE_SECONDS = 5 * 60
const POLL_MILLISECONDS = 5_000

/** Everything that means nobody is in front of the screen. Returns its own removal. */
export function watchLockSignals(lock: (reason: LockReason) => void): () => void {
  const suspend = (): void => lock('suspend')
  const screen = (): void => lock('screen-lock')
  powerMonitor.on('suspend', suspend)
  powerMonitor.on('lock-screen', screen)
  // Linux sends no `lock-screen`: the state is polled everywhere, with the idle time
  const poll = setInterval(() => {
    const state = powerMonitor.getSystemIdleState(IDLE_SECONDS)
    if (state === 'locked') lock('screen-lock')
    else if (state === 'idle') lock('idle')
  }, POLL_MILLISECONDS)
  return () => {
    powerMonitor.off('suspend', suspend)
    powerMonitor.off('lock-screen', screen)
    clearInterval(poll)
  }
}
