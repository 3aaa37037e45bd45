import { ok, type Result } from '#core/result'
import type { MemoryFiles } from '#core/vault/testing/memory-files'
import type { OpenStore, StorePorts } from '../../engine/store.ts'
import { finish } from '../../engine/store/long-act.ts'
import {
  addNote,
  createNotes,
  indexedSchema,
  passphrase,
  query,
  recoveryWords,
  schema,
  tryOpenNotes,
} from '../../engine/store/testing/real-ports.ts'
import type { Random } from '#core/random'

export const folder = '/carnet'

export type Act =
  | { kind: 'save'; note: string }
  | { kind: 'delete'; nth: number }
  | { kind: 'checkpoint' | 'slow-checkpoint' | 'reopen' | 'erase' | 'rekey' | 'coordinator' }

/** What a session did and was told, as far as it went. */
export interface Session {
  /** What the vault held: at the beginning, then after each acknowledged transaction. */
  history: string[][]
  /** Operations done on the disk when each of these was acknowledged. */
  acknowledged: number[]
  /** What a transaction whose outcome is not known would have made; null when every outcome is. */
  unknown: string[] | null
}

const often = (kind: Act['kind'], times: number): Act['kind'][] => Array.from({ length: times }, () => kind)
const usual = [
  ...often('save', 10),
  ...often('delete', 2),
  ...often('checkpoint', 2),
  ...often('reopen', 2),
  ...(['slow-checkpoint', 'erase', 'rekey', 'coordinator'] as const),
]

/** Acts as a working day mixes them; the first ones are always one of each. */
export function someActs(random: Random, length: number): Act[] {
  const first = [
    'save',
    'save',
    'checkpoint',
    'save',
    'delete',
    'slow-checkpoint',
    'rekey',
    'save',
    'reopen',
  ] as const
  return Array.from({ length }, (_, at): Act => {
    const kind = first[at] ?? random.pick(usual)
    if (kind === 'save') return { kind, note: `note ${at} ${'x'.repeat(random.int(0, 700))}` }
    return kind === 'delete' ? { kind, nth: random.int(0, 5) } : { kind }
  })
}

/** The vault every session begins with: one checkpointed note, one in the journal. With an index of their words, an idle checkpoint merges it. */
export function createVaultOn(ports: StorePorts, index: 'indexed' | 'plain'): OpenStore {
  const store = createNotes(ports, folder, index === 'indexed' ? indexedSchema : schema)
  addNote(store, 'avant 0')
  store.checkpoint()
  addNote(store, 'avant 1')
  return store
}
export const beginning = ['avant 0', 'avant 1']

/**
 * Runs acts on a vault, opened first, until one is answered by a failure that ends the session; a full disk does not. Nothing is
 * closed at the end: the engine dies there.
 */
export function runSession(ports: StorePorts, disk: MemoryFiles, acts: readonly Act[]): Session {
  const session: Session = { history: [beginning], acknowledged: [0], unknown: null }
  const opened = tryOpenNotes(ports, folder)
  let store = opened.ok ? opened.value : null
  for (const act of acts) {
    if (!store) break
    store = perform(ports, disk, session, store, act)
  }
  return session
}

function perform(
  ports: StorePorts,
  disk: MemoryFiles,
  session: Session,
  store: OpenStore,
  act: Act,
): OpenStore | null {
  const current = session.history.at(-1) ?? []
  const record = (outcome: Result<unknown, string>, next: string[]) => {
    if (outcome.ok) {
      session.history.push(next)
      session.acknowledged.push(disk.operations.length)
    } else if (outcome.failure !== 'disk-full') session.unknown = next
    return goesOn(store, outcome)
  }
  switch (act.kind) {
    case 'save':
      return record(addNote(store, act.note), [...current, act.note])
    case 'delete':
      if (act.nth >= current.length) return store
      return record(
        deleteNth(store, act.nth),
        current.filter((_, at) => at !== act.nth),
      )
    case 'checkpoint':
      return goesOn(store, store.checkpoint())
    case 'slow-checkpoint':
      return goesOn(store, finish(store.checkpointSlowly()))
    case 'erase':
      return goesOn(store, finish(store.eraseDeleted()))
    case 'coordinator':
      return goesOn(store, finish(store.setSecret({ role: 'coordinator', typed: 'la coordination' })))
    case 'rekey': {
      const begun = store.rekey([
        { role: 'worker', typed: passphrase },
        { role: 'recovery', typed: recoveryWords },
      ])
      return goesOn(store, finish(begun))
    }
    case 'reopen': {
      const closed = store.close()
      const again = closed.ok ? tryOpenNotes(ports, folder) : closed
      return again.ok ? again.value : null
    }
  }
}

function goesOn(store: OpenStore, outcome: Result<unknown, string>): OpenStore | null {
  if (outcome.ok || outcome.failure === 'disk-full') return store
  return null
}

function deleteNth(store: OpenStore, nth: number): Result<undefined, string> {
  return store.transact((tx) => {
    tx.run(query('DELETE FROM note WHERE id IN (SELECT id FROM note ORDER BY id LIMIT 1 OFFSET ?)', nth))
    return ok()
  })
}
