import type { Writer } from '#core/caseload/changes'
import type { Turn, Undoable } from '#core/caseload/history'
import type { Context, Saved } from '#core/caseload/repository/rows'
import type { StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { finish, type Steps } from '#core/steps'
import type { CommandsOf, Handlers } from '#shared/contract'
import { actOf } from '../store/long-act.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'

/** The shapes every handler on an open vault has. Each answers `vault-locked` when there is none. */
export interface Acts {
  read: <T>(query: (vault: OpenVault, now: string) => T) => Result<T, 'vault-locked'>
  /** One undoable command, whatever number of records it writes (an import is one). */
  perform: <T extends { subject: string }, F extends string>(
    command: CommandsOf<'engine'>,
    work: (writer: Writer, context: Context) => Result<T, F>,
  ) => Result<T & Undoable, F | StoreFailure | 'vault-locked'>
  /** The same in short steps, for whoever drives them: see `Store.transactSlowly`. */
  performSlowly: <T extends { subject: string }, F extends string>(
    command: CommandsOf<'engine'>,
    work: (writer: Writer, context: Context) => Steps<Result<T, F>>,
  ) => Steps<Result<T & Undoable, F | StoreFailure | 'vault-locked' | 'transaction-too-large'>>
  /** The subject is for the history alone: a saving command answers the id. */
  save: <F extends string>(
    command: CommandsOf<'engine'>,
    work: (writer: Writer, context: Context) => Result<Saved, F>,
  ) => Result<{ id: string } & Undoable, F | StoreFailure | 'vault-locked'>
  /** The same for a command that answers no id. */
  change: <F extends string>(
    command: CommandsOf<'engine'>,
    work: (writer: Writer, context: Context) => Result<{ subject: string }, F>,
  ) => Result<Undoable, F | StoreFailure | 'vault-locked'>
  /** Undo or redo: of many rows, in slices, under the name the window gave it. */
  turn: (turn: Turn, act: string) => ReturnType<Handlers<'engine'>[`history.${Turn}`]>
}

/** So many are put back before a key pressed meanwhile would be felt to wait. */
const rowsAtOnce = 300

export function createActs(session: Session, ports: EnginePorts): Acts {
  const changing = <R extends Result<unknown, string>>(result: R): R => {
    if (result.ok) session.changed()
    return result
  }
  const perform: Acts['perform'] = (command, work) => {
    const open = session.current()
    if (!open) return failed('vault-locked')
    const context = { now: ports.clock.now(), newId: ports.newId }
    return changing(open.history.perform(command, (writer) => work(writer, context)))
  }
  return {
    read(query) {
      const open = session.current()
      return open ? ok(query(open.vault, ports.clock.now())) : failed('vault-locked')
    },
    perform,
    *performSlowly(command, work) {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const context = { now: ports.clock.now(), newId: ports.newId }
      return changing(yield* open.history.performSlowly(command, (writer) => work(writer, context)))
    },
    save(command, work) {
      const saved = perform(command, work)
      return saved.ok ? ok({ id: saved.value.id, isUndoable: saved.value.isUndoable }) : saved
    },
    change(command, work) {
      const changed = perform(command, work)
      return changed.ok ? ok({ isUndoable: changed.value.isUndoable }) : changed
    },
    async turn(turn, act) {
      const open = session.current()
      if (!open) return failed('vault-locked')
      if (open.history.weigh(turn) > rowsAtOnce) await ports.whenAlone()
      if (session.current() !== open) return failed('vault-locked')
      // what came last meanwhile may be short
      if (open.history.weigh(turn) <= rowsAtOnce) return changing(finish(open.history.turnSlowly(turn)))
      return changing(await session.acts.run(act, actOf(open.history.turnSlowly(turn))))
    },
  }
}
