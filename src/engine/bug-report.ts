import type { FromEngine } from '#shared/engine-protocol'

const frame = /^ {4}at (?:async )?(?:([\w$.<># [\]]+) \()?(?:[^()]*\/)?([^()/]+:\d+:\d+)\)?$/u
const maxFrames = 12

/** A bug as the log may hold it: the class of the error and where it was thrown, never its message or a path. */
export function bugReport(command: string, error: unknown): Extract<FromEngine, { type: 'bug' }> {
  if (!(error instanceof Error)) return { type: 'bug', command, error: typeof error, frames: [] }
  return { type: 'bug', command, error: error.constructor.name, frames: framesOf(error) }
}

/** The stack begins with the message, whose lines could look like frames: they are cut off first. */
function framesOf({ stack = '', message }: Error): string[] {
  const traced = stack.slice(stack.indexOf(message) + message.length)
  return traced
    .split('\n')
    .flatMap((line) => {
      const match = frame.exec(line)
      return match ? [`${match[1] ?? ''} ${match[2]}`.trim()] : []
    })
    .slice(0, maxFrames)
}
