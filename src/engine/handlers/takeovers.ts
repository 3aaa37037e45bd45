import { dayOf } from '#core/caseload/calendar'
import type { Reader } from '#core/database'
import { access } from '#core/review/access'
import { takeoverPage } from '#core/review/documents/takeover'
import { openObligations } from '#core/review/repository/obligations'
import { dropIdentity } from '#core/review/repository/packages'
import {
  countSealedNotes,
  destroySealedNotes,
  rememberTakeover,
  takeovers,
  type Takeover,
} from '#core/review/repository/takeovers'
import type { LeftCopy } from '#core/review/takeover'
import { failed, ok, type Result } from '#core/result'
import { settle } from '#core/steps'
import type { Handlers, Input } from '#shared/contract'
import type { takeoverCommands } from '#shared/contract/takeovers'
import { paperOf, printDocument } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import type { RecoverySheet } from '../recovery-sheet.ts'
import { renewKeys } from '../renewal.ts'
import { eraseOlder } from '../sealing.ts'
import type { Session } from '../session.ts'
import type { SlotSecret } from '../store.ts'
import type { Confirmed } from './confirmation.ts'
import type { Printing } from './printing.ts'

type Order = Input<'takeovers.run'>
type OpenedWith = Takeover['openedWith']

export function takeoverHandlers(
  session: Session,
  ports: EnginePorts,
  sheet: RecoverySheet,
  confirmed: Confirmed,
  printing: Printing,
): Pick<Handlers<'engine'>, keyof typeof takeoverCommands> {
  /** The new worker, the new sheet, and the coordinator when she is let in. */
  const secretsOf = async (
    { passphrase, newPassphrase, coordinator, retyped }: Order,
    openedWith: OpenedWith,
  ): Promise<Result<SlotSecret[], 'same-passphrase' | 'recovery-words-mismatch'>> => {
    // whoever leaves knows hers; whoever recovered has just chosen a new one
    if (openedWith === 'worker' && (newPassphrase === null || newPassphrase === passphrase))
      return failed('same-passphrase')
    const words = sheet.wordsIf(retyped)
    if (words === null) return failed('recovery-words-mismatch')
    const costs = await settle(ports.vaults.calibratedCosts())
    return ok([
      { role: 'worker', typed: newPassphrase ?? passphrase, costs },
      { role: 'recovery', typed: words, costs },
      ...(coordinator === null ? [] : [{ role: 'coordinator' as const, typed: coordinator, costs }]),
    ])
  }

  return {
    'takeovers.read': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      return ok({
        held: takeovers(vault).map(told),
        sealedNotes: countSealedNotes(vault),
      })
    },
    'obligations.list': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      return ok(openObligations(vault, dayOf(ports.clock.now())))
    },
    'takeovers.run': async (order) => {
      const vault = await confirmed(order.passphrase)
      if (!vault.ok) return vault
      const openedWith = vault.value.role === 'recovery' ? 'recovery' : 'worker'
      const secrets = await secretsOf(order, openedWith)
      if (!secrets.ok) return secrets
      const renewed = await renewKeys(session, vault.value, order.act, secrets.value)
      if (!renewed.ok) return renewed
      sheet.done()
      const id = await record(session, ports, order, { ...renewed.value, openedWith })
      session.changed()
      return id === null ? failed('takeover-unrecorded') : ok({ ...renewed.value, id })
    },
    'takeovers.print': async ({ id }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const place = printing.place(vault)
      const record = takeoverRecord(vault, id, place.now)
      return record === null ? failed('not-found') : printDocument(record, 'takeover', place)
    },
  }
}

/** The page of a takeover's record; null when there is no such takeover. */
export function takeoverRecord(reader: Reader, id: string, now: string): string | null {
  const takeover = takeovers(reader).find((held) => held.id === id)
  if (!takeover) return null
  return takeoverPage(paperOf(reader, now), takeover, openObligations(reader, dayOf(now)))
}

/** Of the record, what the screen shows. */
function told({ id, at, organization, coordinator, worker, notes, noteCount, coordinatorLetIn }: Takeover) {
  return { id, at, organization, coordinator, worker, notes, noteCount, coordinatorLetIn }
}

type Renewed = { openedWith: OpenedWith; removed: number; outOfReach: readonly LeftCopy[] }

/** What follows the new keys: the fate of the notes, the end of the review key, the record and its entry. Its id; null when the disk refuses. */
async function record(
  session: Session,
  { clock, newId }: Pick<EnginePorts, 'clock' | 'newId'>,
  { notes, coordinator, present }: Order,
  { openedWith, removed, outOfReach }: Renewed,
): Promise<string | null> {
  const open = session.current()
  if (!open) return null
  const { vault, history, log } = open
  const noteCount = countSealedNotes(vault)
  const id = newId()
  const isDestroying = notes === 'destroy' && noteCount > 0
  const written = vault.transact((tx) => {
    if (isDestroying) destroySealedNotes(tx)
    dropIdentity(tx)
    rememberTakeover(tx, {
      id,
      at: clock.now(),
      openedWith,
      ...present,
      notes,
      noteCount,
      coordinatorLetIn: coordinator !== null,
      removedCopies: removed,
      leftCopies: outOfReach.map(({ name, folder, madeAt }) => ({ name, folder, madeAt })),
    })
    return ok()
  })
  if (!written.ok) return null
  // undone, an act of before would bring a destroyed note back
  if (isDestroying) history.forget(() => true)
  log.note([access('takenOver', { recordId: id })])
  return log.flush().ok && (!isDestroying || (await eraseOlder(session, vault))) ? id : null
}
