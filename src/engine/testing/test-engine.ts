import { v7 as newId } from 'uuid'
import type { Handlers } from '#shared/contract'
import { createHandlers } from '../handlers/index.ts'
import type { EnginePorts } from '../ports.ts'
import { createSession, type Session } from '../session.ts'
import { createMemoryVaults, memoryWords, type MemoryVaults } from './memory-vault.ts'

/** The two words this engine asks to retype: `randomBelow` below always answers the highest. */
export const lastWords: [string, string] = ['abriter', 'abroger']
export const passphrase = 'marguerite-tricote-un-soir'

export interface TestEngine {
  handlers: Handlers<'engine'>
  session: Session
  vaults: MemoryVaults
  /** The minute on the wall; a test moves it. */
  wall: { now: string }
  events: string[]
  /** Milliseconds slept, in order. */
  sleeps: number[]
  /** Runs what was put off, in order, until nothing is left. */
  runLater(): void
}

/** The engine's handlers on a vault in memory, with a clock that stands still. */
export async function createTestEngine(): Promise<TestEngine> {
  const vaults = await createMemoryVaults()
  const wall = { now: '2026-11-24T10:00' }
  const events: string[] = []
  const sleeps: number[] = []
  const put: { work: () => void }[] = []
  const ports: EnginePorts = {
    clock: { now: () => wall.now },
    newId,
    vaults,
    newRecoveryWords: () => memoryWords,
    randomBelow: (limit) => limit - 1,
    sleep: async (milliseconds) => void sleeps.push(milliseconds),
    later(work) {
      const entry = { work }
      put.push(entry)
      return () => void put.splice(put.indexOf(entry), put.includes(entry) ? 1 : 0)
    },
    places: () => ({ vault: '/vault', releases: null }),
    emit: (name) => void events.push(name),
    print: async () => null,
  }
  const session = createSession(ports)
  return {
    handlers: createHandlers(session, ports),
    session,
    vaults,
    wall,
    events,
    sleeps,
    runLater() {
      for (let next = put.shift(); next; next = put.shift()) next.work()
    },
  }
}

/** The same with the vault made and open. */
export async function createOpenEngine(): Promise<TestEngine> {
  const engine = await createTestEngine()
  await engine.handlers['vault.proposeRecovery']()
  const created = await engine.handlers['vault.create']({ passphrase, retyped: lastWords })
  if (!created.ok) throw new Error(created.failure)
  return engine
}
