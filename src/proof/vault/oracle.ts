import { failureOf } from '#core/vault/fault'
import type { FileSystem } from '#core/vault/ports'
import type { OpenStore } from '../../engine/store.ts'
import { notes, query, tryOpenNotes } from '../../engine/store/testing/real-ports.ts'
import { beginning, folder, type Session } from './session.ts'
import type { World } from './world.ts'

/** What an opening gave: the vault's notes, a typed refusal, or a bug. */
export type Found =
  | { kind: 'opened'; notes: string[]; sequence: number; torn: boolean; damaged: boolean }
  | { kind: 'refused'; failure: string }
  | { kind: 'bug'; message: string }

/** Opens the vault as the next session would, reads everything, verifies everything. */
export function look(world: World, files: FileSystem): Found {
  try {
    const opened = tryOpenNotes(world.portsOn(files), folder)
    if (!opened.ok) return { kind: 'refused', failure: opened.failure }
    const store = opened.value
    const found = notes(store)
    refuseOtherIndex(store)
    while (store.verifyNext().state === 'running');
    return {
      kind: 'opened',
      notes: found,
      sequence: store.sequence(),
      torn: store.opened.tornFrameDropped,
      damaged: store.health().state === 'damaged',
    }
  } catch (fault) {
    return asFound(fault)
  } finally {
    world.bury()
  }
}

/** An index, where there is one, that finds other notes than there are is a bug. */
function refuseOtherIndex(store: OpenStore): void {
  const [index] = store.all(query("SELECT 1 FROM sqlite_schema WHERE name = 'noteText'"))
  if (!index) return
  const ids = (sql: string) => store.all<{ id: number }>(query(sql)).map(({ id }) => id)
  // a word of every note a session writes
  const found = ids("SELECT docid AS id FROM noteText WHERE noteText MATCH 'avant OR note' ORDER BY docid")
  if (found.join() !== ids('SELECT id FROM note ORDER BY id').join())
    throw new Error('the index finds other notes')
}

/** A fault met while reading is a typed refusal too; anything else is a bug. */
export function asFound(fault: unknown): Exclude<Found, { kind: 'opened' }> {
  try {
    return { kind: 'refused', failure: failureOf(fault) }
  } catch (bug) {
    return { kind: 'bug', message: bug instanceof Error ? bug.message : String(bug) }
  }
}

/** One state a vault may be found in. */
export interface State {
  notes: string[]
  sequence: number
}

export function stateAt({ history }: Session, index: number): State[] {
  const notes = history[index]
  return notes ? [{ notes, sequence: beginning.length + index }] : []
}

/** After a cut at operation `at`: what was acknowledged by then, or that and the one transaction in flight. */
export function statesAtCut(session: Session, at: number): State[] {
  const last = session.acknowledged.findLastIndex((after) => after <= at)
  return [...stateAt(session, last), ...stateAt(session, last + 1)]
}

/** After a session that ended by itself: what was acknowledged, or that and what it could not tell the outcome of. */
export function statesAtEnd(session: Session): State[] {
  const last = session.history.length - 1
  const more = session.unknown
  return [
    ...stateAt(session, last),
    ...(more ? [{ notes: more, sequence: beginning.length + last + 1 }] : []),
  ]
}

/** Null when the vault opened, sound, in one of these states; else what was found. */
export function complaint(found: Found, allowed: readonly State[]): string | null {
  if (found.kind === 'refused') return `refused: ${found.failure}`
  if (found.kind === 'bug') return `bug: ${found.message}`
  if (found.damaged) return 'opened, then called damaged'
  return isAmong(found, allowed) ? null : describe(found)
}

/** What may be answered about changed files. Another cause would send her looking for another remedy. */
export const damages: readonly string[] = ['vault-damaged', 'not-a-vault', 'vault-too-new', 'vault-missing']

/**
 * The same for a vault that was tampered with: besides the right state, a refusal that says so will do, and the loss of the last transaction
 * when it is reported as a write cut short. An alarm excuses nothing that was shown: what could be read must be right. Noise over the
 * whole end of a journal may pass for a write cut short too, and take more (`mostLost`): it is reported all the same.
 */
export function complaintAfterDamage(
  found: Found,
  session: Session,
  { mostLost = 1, mayRefuse = damages }: { mostLost?: number; mayRefuse?: readonly string[] } = {},
): string | null {
  if (found.kind === 'refused') return mayRefuse.includes(found.failure) ? null : `refused: ${found.failure}`
  if (found.kind === 'bug') return `bug: ${found.message}`
  const last = session.history.length - 1
  const first = found.torn ? last - mostLost : last
  const allowed = session.history.flatMap((_, index) => (index >= first ? stateAt(session, index) : []))
  return isAmong(found, allowed) ? null : describe(found)
}

export function isAmong(found: State, allowed: readonly State[]): boolean {
  return allowed.some(
    ({ notes, sequence }) =>
      sequence === found.sequence &&
      notes.length === found.notes.length &&
      notes.every((note, at) => note === found.notes[at]),
  )
}

export function describe({ notes, sequence }: State): string {
  return `opened at ${sequence} with [${notes.map((note: unknown) => String(note).slice(0, 12)).join(', ')}]`
}
