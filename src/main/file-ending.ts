/**
 * A place to write, with its ending. The system asks before another file is replaced, but of the name as it was typed: where the ending makes
 * it the name of something that is there, `ask` is asked again, of that one. `ask` answers null when no place was chosen.
 */
export async function placeWithEnding(
  ending: string,
  suggested: string,
  ask: (suggested: string) => Promise<string | null>,
  isThere: (path: string) => boolean,
): Promise<string | null> {
  const typed = await ask(suggested)
  if (typed === null || typed.endsWith(`.${ending}`)) return typed
  const whole = `${typed}.${ending}`
  return isThere(whole) ? placeWithEnding(ending, whole, ask, isThere) : whole
}
