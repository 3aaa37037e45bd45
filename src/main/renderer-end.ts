import type { WebContents } from 'electron'

type Ending = Pick<WebContents, 'getOSProcessId' | 'forcefullyCrashRenderer'>

/**
 * Ends the process that shows the window. Killed, not crashed: on Linux a crash asked of Chromium is one to the system too, whose collector of
 * crashes (systemd-coredump, apport) may write the whole memory of the process to the disk, the notes in it. `kill` is Node's.
 */
export function endRenderer(contents: Ending, kill: (pid: number, signal: 'SIGKILL') => unknown): void {
  const pid = contents.getOSProcessId()
  // 0 is for Chromium « none known », for the system « me and mine »
  if (!(pid > 0)) return contents.forcefullyCrashRenderer()
  try {
    kill(pid, 'SIGKILL')
  } catch {
    // the system refuses, or it has just ended
    contents.forcefullyCrashRenderer()
  }
}
