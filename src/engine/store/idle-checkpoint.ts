import { checkpointSlowly, type CheckpointReport, type Saved } from '#core/vault/checkpoint'
import type { Steps } from '#core/steps'
import { mergeFullText } from './full-text.ts'
import type { Session } from './store-session.ts'

/**
 * Chunks of 32 KiB: those of what a merge writes and frees stay in memory until a generation is made, and a lock makes one at once. With so many
 * waiting, whatever changed them, nothing more is merged.
 */
const mostWaiting = 512

/**
 * A checkpoint for moments when nobody waits, before which the full-text indexes are merged, as far as memory allows: the next one goes on. Given
 * up, it leaves what it merged to whatever generation comes next. `saved` is asked at the very end.
 */
export function* idleCheckpoint(
  { vault, image, database }: Session,
  saved: () => Saved,
): Steps<CheckpointReport> {
  const merging = mergeFullText(database)
  while (image.dirty().length < mostWaiting) {
    const step = merging.next()
    if (step.done === true) break
    yield step.value
  }
  return yield* checkpointSlowly(vault, image, saved)
}
