const frame = /^ {4}at (?:async )?(?:([\w$.<># [\]]+) \()?(?:[^()]*\/)?([^()/]+:\d+:\d+)\)?$/u
const maxFrames = 12

/** Where an error was thrown, by function and position: all that a log may hold of it, never its message or a path. */
export function stackFrames(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { stack = '', message } = error
  // the stack begins with the message, whose lines could look like frames: they are cut off first
  const traced = stack.slice(stack.indexOf(message) + message.length)
  return traced
    .split('\n')
    .flatMap((line) => {
      const match = frame.exec(line)
      return match ? [`${match[1] ?? ''} ${match[2]}`.trim()] : []
    })
    .slice(0, maxFrames)
}
