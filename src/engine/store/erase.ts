import type { Steps } from '#core/steps'
import type { CheckpointReport } from '#core/vault/checkpoint'
import { rebuildFullText } from './full-text.ts'
import { saveGenerationInSteps, type Session } from './store-session.ts'

/**
 * Makes what was deleted unfindable: the full-text indexes are built again from what is left (their segments keep deleted terms
 * until a merge), and a new generation is made with nothing before it. `secure_delete` has already overwritten the rows.
 */
export function* eraseDeleted(session: Session): Steps<CheckpointReport> {
  yield* rebuildFullText(session.database)
  return yield* saveGenerationInSteps(session, { purge: true })
}
