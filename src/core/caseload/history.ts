import type { Store, StoreFailure } from '../database.ts'
import { failed, ok, type Result } from '../result.ts'
import { finish, type Steps } from '../steps.ts'
import { applyChanges, invert, recordingWriter, type Change, type Writer } from './changes.ts'

/** Which command, and about whom or what: an alias, a resource's name, a title; empty when it is about nobody known. */
interface Act {
  command: string
  subject: string
}
type Entry = Act & { changes: Change[] }
export type Turn = 'undo' | 'redo'
type Turned = Result<Act, StoreFailure | 'nothing-to-undo' | 'changed-since' | 'transaction-too-large'>
/** False when all was already as the command would have it: there is no act then, nor anything to take back. */
export type Undoable = { isUndoable: boolean }

/** How many acts of a session can be undone: rows of notes stay in memory for each. */
const depth = 200

export interface History {
  /** One command, one transaction; what it changed can then be undone. A command that changes nothing leaves no act. */
  perform<T extends { subject: string }, F extends string>(
    command: string,
    work: (writer: Writer) => Result<T, F>,
  ): Result<T & Undoable, F | StoreFailure>
  /** The same in short steps: see `Store.transactSlowly`. */
  performSlowly<T extends { subject: string }, F extends string>(
    command: string,
    work: (writer: Writer) => Steps<Result<T, F>>,
  ): Steps<Result<T & Undoable, F | StoreFailure | 'transaction-too-large'>>
  /** A refused undo or redo changes nothing, in the vault or here. */
  undo(): Turned
  redo(): Turned
  /** The same in short steps; given up, it changes nothing either. */
  turnSlowly(turn: Turn): Steps<Turned>
  /** How many rows it would change. */
  weigh(turn: Turn): number
  /** Acts whose changes hold such a row can no longer be undone or redone: nothing of them stays in memory. */
  forget(holds: (change: Change) => boolean): void
  read(): { undo: Act | null; redo: Act | null }
}

/** The acts of a session: they live in the engine's memory and die with it. `onDone` hears of every act, of its undo and of its redo. */
export function createHistory(
  store: Store,
  onDone: (changes: readonly Change[]) => void = () => {},
): History {
  const done: Entry[] = []
  const undone: Entry[] = []

  const remember = <T extends { subject: string }>(command: string, answer: T, changes: Change[]) => {
    const isUndoable = changes.length > 0
    if (isUndoable) {
      done.push({ command, subject: answer.subject, changes })
      if (done.length > depth) done.shift()
      undone.length = 0
      onDone(changes)
    }
    return ok({ ...answer, isUndoable })
  }

  // Both stacks hold changes as last applied, so moving an act across always means applying the inverse.
  function* move(from: Entry[], to: Entry[]): Steps<Turned> {
    const entry = from.at(-1)
    if (!entry) return failed('nothing-to-undo')
    const changes = invert(entry.changes)
    const applied = yield* store.transactSlowly((tx) => applyChanges(tx, changes))
    if (!applied.ok) return applied
    from.pop()
    to.push({ ...entry, changes })
    onDone(changes)
    return ok(actOf(entry))
  }

  return {
    perform(command, work) {
      const changes: Change[] = []
      const result = store.transact((tx) => work(recordingWriter(tx, changes)))
      return result.ok ? remember(command, result.value, changes) : result
    },
    *performSlowly(command, work) {
      const changes: Change[] = []
      const result = yield* store.transactSlowly((tx) => work(recordingWriter(tx, changes)))
      return result.ok ? remember(command, result.value, changes) : result
    },
    undo: () => finish(move(done, undone)),
    redo: () => finish(move(undone, done)),
    turnSlowly: (turn) => (turn === 'undo' ? move(done, undone) : move(undone, done)),
    weigh: (turn) => (turn === 'undo' ? done : undone).at(-1)?.changes.length ?? 0,
    forget(holds) {
      for (const stack of [done, undone]) {
        const kept = stack.filter(({ changes }) => !changes.some(holds))
        stack.splice(0, stack.length, ...kept)
      }
    },
    read: () => ({ undo: lastAct(done), redo: lastAct(undone) }),
  }
}

const actOf = ({ command, subject }: Entry): Act => ({ command, subject })

function lastAct(stack: readonly Entry[]): Act | null {
  const entry = stack.at(-1)
  return entry ? actOf(entry) : null
}
