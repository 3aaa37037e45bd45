import { v7 as newId } from 'uuid'
import type { Writer } from '#core/caseload/changes'
import { createHistory, type History } from '#core/caseload/history'
import type { Context } from '#core/caseload/repository/rows'
import type { StoreFailure } from '#core/database'
import type { Result } from '#core/result'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'

export interface TestCaseload {
  store: MemoryStore
  history: History
  context: Context
  write<T extends { subject: string }, F extends string>(
    work: (writer: Writer, context: Context) => Result<T, F>,
  ): Result<T, F | StoreFailure>
  /** The value of a write that must succeed. */
  done<T extends { subject: string }>(work: (writer: Writer, context: Context) => Result<T, string>): T
}

/** Repositories on a store in memory, on a fixed minute. */
export async function createTestCaseload(now = '2026-11-24T10:00'): Promise<TestCaseload> {
  const store = await createMemoryStore()
  const history = createHistory(store)
  const context: Context = { now, newId }
  const write: TestCaseload['write'] = (work) => history.perform('test', (writer) => work(writer, context))
  return {
    store,
    history,
    context,
    write,
    done(work) {
      const result = write(work)
      if (!result.ok) throw new Error(result.failure)
      return result.value
    },
  }
}
