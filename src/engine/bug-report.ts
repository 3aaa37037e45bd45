import type { FromEngine } from '#shared/engine-protocol'
import { stackFrames } from '#shared/stack-frames'

/** A bug as the log may hold it: the class of the error and where it was thrown. */
export function bugReport(command: string, error: unknown): Extract<FromEngine, { type: 'bug' }> {
  const name = error instanceof Error ? error.constructor.name : typeof error
  return { type: 'bug', command, error: name, frames: stackFrames(error) }
}
