import { recordingWriter } from '#core/caseload/changes'
import { blankContact } from '#core/caseload/contact'
import { migrations } from '#core/caseload/migrations'
import { blankPerson } from '#core/caseload/person'
import { saveContact } from '#core/caseload/repository/contacts'
import { readDraft } from '#core/caseload/repository/draft'
import { allListValues } from '#core/caseload/repository/lists'
import { savePerson } from '#core/caseload/repository/people'
import { search } from '#core/caseload/repository/search'
import { readSettings } from '#core/caseload/repository/settings'
import { contactDefaults, readToday } from '#core/caseload/repository/today'
import type { Reader, Transaction } from '#core/database'
import { ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { createMemoryFiles } from './adapters/memory-files.ts'
import { recoveryWordsFrom } from './adapters/words.ts'
import { newCaseload } from './new-caseload.ts'
import { createStore, openStore, type StorePorts } from './store.ts'

/** What the window asks before it shows the day. */
export function readFirstScreen(reader: Reader, now: string): void {
  readSettings(reader)
  allListValues(reader)
  readToday(reader, now)
  contactDefaults(reader, now)
  readDraft(reader)
}

/** How often it takes for V8 to compile an opening: measured, five bring no more. */
export const openings = 3
const cheap = { operations: 1, memory: 8 }
const passphrase = 'rien'

/**
 * WebAssembly and JavaScript are compiled function by function at their first uses: here these are on a vault of an empty caseload, in the memory
 * of this process, that is thrown away while a passphrase is being typed. A step takes up to a tenth of a second; `ports.crypto` must derive keys at once.
 */
export function* warmUp(ports: Omit<StorePorts, 'files'>): Steps<void> {
  const inMemory = { ...ports, files: createMemoryFiles() }
  const vault = { folder: '/rien.filigrane', costs: cheap, policy: { floor: cheap, ceiling: cheap } }
  const step = { done: 0, total: 0 }
  const recoveryWords = recoveryWordsFrom(new Uint8Array(16))
  const store = valueOf(createStore(inMemory, { ...vault, schema: migrations, passphrase, recoveryWords }))
  yield step
  valueOf(store.transact((tx) => ok(useOnce(tx))))
  yield step
  store.close()
  for (let time = 0; time < openings; time++) {
    yield step
    const secret = { kind: 'passphrase', passphrase } as const
    const again = valueOf(openStore(inMemory, { ...vault, secret, migrations }))
    readFirstScreen(again, context.now)
    again.close()
  }
}

function valueOf<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`a caseload in memory was refused: ${result.failure}`)
  return result.value
}

const context = { now: '2000-01-01T12:00', newId: () => 'somebody' }

/** Every way of reading and saving that somebody who opens the caseload waits for first. */
export function useOnce(tx: Transaction): void {
  newCaseload.seed(tx)
  const writer = recordingWriter(tx, [])
  savePerson(writer, { ...blankPerson, aliases: ['a'] }, context)
  const about = { kinds: ['listening'], place: 'hall', durationMinutes: 15, mandateAxis: 'help-relationship' }
  saveContact(
    writer,
    { ...blankContact, ...about, at: context.now, personIds: ['somebody'], note: 'a' },
    context,
  )
  for (let time = 0; time < 3; time++) {
    readFirstScreen(tx, context.now)
    search(tx, 'somebody', 40)
  }
}
