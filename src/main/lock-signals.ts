import { powerMonitor } from 'electron'
import type { LockReason } from '#shared/contract'
import { watchSilence } from './silence.ts'

const IDLE_SECONDS = 5 * 60
const POLL_MILLISECONDS = 5_000

/**
 * Everything that means nobody is in front of the screen. `lastHeard` is when the window was last used (milliseconds, as `performance.now`).
 * Returns its own removal.
 */
export function watchLockSignals(lock: (reason: LockReason) => void, lastHeard: () => number): () => void {
  const suspend = (): void => lock('suspend')
  const screen = (): void => lock('screen-lock')
  powerMonitor.on('suspend', suspend)
  // closing the lid is a suspension; where the announcement came too late, the return says so
  powerMonitor.on('resume', suspend)
  powerMonitor.on('lock-screen', screen)
  // macOS: somebody else's session is shown
  powerMonitor.on('user-did-resign-active', screen)
  // Linux sends no `lock-screen`: the state is polled everywhere, with the idle time
  const isForgotten = watchSilence(IDLE_SECONDS, lastHeard)
  const poll = setInterval(() => {
    const state = powerMonitor.getSystemIdleState(IDLE_SECONDS)
    const isSilent = isForgotten(powerMonitor.getSystemIdleTime())
    if (state === 'locked') lock('screen-lock')
    else if (state === 'idle' || isSilent) lock('idle')
  }, POLL_MILLISECONDS)
  return () => {
    powerMonitor.off('suspend', suspend)
    powerMonitor.off('resume', suspend)
    powerMonitor.off('lock-screen', screen)
    powerMonitor.off('user-did-resign-active', screen)
    clearInterval(poll)
  }
}
