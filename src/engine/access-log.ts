import type { Change } from '#core/caseload/changes'
import type { Reader, StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { access, isNewAgain, type Access, type AccessEntry } from '#core/review/access'
import { appendAccesses, peopleOfContact } from '#core/review/repository/access-log'
import type { EnginePorts } from './ports.ts'
import { hashing } from './release/hashing.ts'
import type { OpenVault } from './session.ts'

/** What a session did, on its way into the vault's own log. */
export interface AccessLog {
  /** Costs a look at a map: what is noted is written together, a moment later, in one frame. */
  note(accesses: readonly Access[]): void
  /** The files a command changed. */
  changed(changes: readonly Change[]): void
  /** Writes what waits; kept and tried again when it cannot be written. */
  flush(): Result<undefined, StoreFailure>
  /** How many wait: a vault in read-only mode takes none. */
  waiting(): number
}

/** Long enough that a screen's reads go together, short enough that a pulled plug loses little. */
const delayMilliseconds = 2000

/** `refused` is told when the disk takes no more. */
export function createAccessLog(
  vault: OpenVault,
  { clock, later }: Pick<EnginePorts, 'clock' | 'later'>,
  refused: () => void,
): AccessLog {
  const { role } = vault
  const keyMark = vault.slotMark(role)
  const lastNoted = new Map<string, string>()
  let pending: (Access & Pick<AccessEntry, 'at' | 'role' | 'keyMark'>)[] = []
  let isPlanned = false

  const plan = () => {
    isPlanned = true
    later(() => (vault.isHalfDone() ? plan() : flush()), delayMilliseconds)
  }
  const flush = (): Result<undefined, StoreFailure> => {
    isPlanned = false
    if (pending.length === 0) return ok()
    const reason = vault.readOnlyReason()
    if (reason) return failed(reason)
    const written = vault.transact((tx) => {
      appendAccesses(tx, pending, hashing.sha256)
      return ok()
    })
    if (written.ok) pending = []
    else refused()
    return written
  }
  const note = (accesses: readonly Access[]): void => {
    const at = clock.now()
    for (const each of accesses) {
      const key = JSON.stringify(each)
      const before = lastNoted.get(key)
      if (before !== undefined && !isNewAgain(before, at)) continue
      lastNoted.set(key, at)
      pending.push({ ...each, at, role, keyMark })
    }
    if (pending.length > 0 && !isPlanned) plan()
  }
  return {
    note,
    changed: (changes) =>
      note(filesOf(changes, vault).map((personId) => access('fileChanged', { personId }))),
    flush,
    waiting: () => pending.length,
  }
}

/** A meeting that begins takes its files, and one that ends leaves those it did not reach: nobody wrote in them. */
const isPutOnTheTable = ({ table, before, after }: Change): boolean =>
  table === 'fileReview' &&
  before !== null &&
  after !== null &&
  Object.keys(after).every((column) => column === 'teamMeetingId' || before[column] === after[column])

/** Whose files these rows belong to: a person's own row, one that names somebody (a tie names two), a contact's (a new one's come as rows too). */
function filesOf(changes: readonly Change[], reader: Reader): string[] {
  const ids = changes.flatMap((change) => {
    const { table, before, after } = change
    if (isPutOnTheTable(change)) return []
    if (table === 'contact' && before === null) return []
    if (table === 'contact') return peopleOfContact(reader, String((before ?? after)?.['id']))
    if (table === 'tie') return [before, after].flatMap((row) => [row?.['personId'], row?.['otherId']])
    return [before, after].map((row) => (table === 'person' ? row?.['id'] : row?.['personId']))
  })
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}
