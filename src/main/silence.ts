/**
 * Some systems (Wayland) may always tell an idle time of 0. Somebody at work elsewhere lets go of the keyboard for a second now and then: when
 * each answer was 0 for as long as the window was not used, and that is `limit` seconds, the system does not tell, and nobody is here.
 */
export function watchSilence(
  limit: number,
  lastHeard: () => number,
  now: () => number = () => performance.now(),
): (idleSeconds: number) => boolean {
  let toldAt = now()
  return (idleSeconds) => {
    if (idleSeconds > 0) toldAt = now()
    return now() - Math.max(toldAt, lastHeard()) >= limit * 1000
  }
}
