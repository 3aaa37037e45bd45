import { randomBytes, randomInt } from 'node:crypto'
import { addDays, dayOf } from '#core/caseload/calendar'
import { trialPassphrase } from '#shared/trial'
import { inventCaseload } from '../fiction/caseload.ts'
import { recordCaseload } from '../fiction/record.ts'
import { createMemoryFiles } from './adapters/memory-files.ts'
import { recoveryWordsFrom } from './adapters/words.ts'
import { newCaseload } from './new-caseload.ts'
import { createStore, type OpenStore, type StorePorts } from './store.ts'

/** The pilot's first five months. */
const size = { persons: 82, contacts: 251, months: 5 }
/** What it keeps is public: nothing to slow a guess down for. */
const cheap = { operations: 1, memory: 8 }

/**
 * An open caseload of invented persons, up to yesterday, in the memory of this process alone: it ends with it. Other persons
 * each time.
 */
export function createTrial(ports: Omit<StorePorts, 'files'>): OpenStore {
  const until = addDays(dayOf(ports.clock.now()), -1)
  const created = createStore(
    { ...ports, files: createMemoryFiles() },
    {
      folder: '/essai.filigrane',
      passphrase: trialPassphrase,
      ...newCaseload,
      recoveryWords: recoveryWordsFrom(randomBytes(16)),
      costs: cheap,
      policy: { floor: cheap, ceiling: cheap },
    },
  )
  if (!created.ok) throw new Error(`a caseload in memory was refused: ${created.failure}`)
  recordCaseload(created.value, inventCaseload({ ...size, seed: randomInt(2 ** 32), until }), until)
  return created.value
}
