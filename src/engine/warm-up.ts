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
import { imageFrom } from '#core/vault/image'
import { newCaseload } from './new-caseload.ts'
import type { StorePorts } from './store.ts'
import { migrate } from './store/migrate.ts'
import { recordTransaction } from './store/store-session.ts'

/** What the window asks before it shows the day. */
export function readFirstScreen(reader: Reader, now: string): void {
  readSettings(reader)
  allListValues(reader)
  readToday(reader, now)
  contactDefaults(reader, now)
  readDraft(reader)
}

/**
 * WebAssembly and JavaScript are compiled function by function at their first uses: here these are on an empty caseload that is thrown
 * away, while a passphrase is being typed. Takes a tenth of a second.
 */
export function warmUp(sql: StorePorts['sql']): void {
  const database = sql.open(imageFrom(sql.emptyDatabase()))
  migrate(database, migrations)
  const { tx } = recordTransaction(database)
  useOnce(tx)
  database.close()
}

/** Every way of reading and saving that somebody who opens the caseload waits for first. */
export function useOnce(tx: Transaction): void {
  const context = { now: '2000-01-01T12:00', newId: () => 'somebody' }
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
