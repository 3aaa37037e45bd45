import { sql } from 'kysely'
import { backupsHoldingErased } from '#core/copies/backups'
import { dayOf } from '#core/caseload/calendar'
import { query } from '#core/caseload/tables'
import { erasePerson } from '#core/duties/erasure/erase'
import type { SealedNotes } from '#core/duties/erasure/sealed'
import { planErasure } from '#core/duties/erasure/plan'
import { listErasures, listRetention, saveHold } from '#core/duties/repository/retention'
import type { StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import type { Failure } from '#shared/contract'
import { removeBackups, seen } from '../copies/known-backups.ts'
import type { EnginePorts } from '../ports.ts'
import { openSealed, sealText } from '../sealing.ts'
import type { OpenVault, Session } from '../session.ts'
import { actOf, stepsOf } from '../store/long-act.ts'
import { createActs } from './acts.ts'
import type { Confirmed } from './confirmation.ts'
import type { DutyHandlers } from './duties.ts'

type ErasureHandlers = Pick<
  DutyHandlers,
  Extract<keyof DutyHandlers, `retention.${string}` | `erasures.${string}`>
>

/** The end of the keeping of a file, decided by a human. */
export function erasureHandlers(session: Session, ports: EnginePorts, confirmed: Confirmed): ErasureHandlers {
  const { read, change } = createActs(session, ports)
  const today = () => dayOf(ports.clock.now())

  /** Takes what was deleted out of every index and older generation, and says so. Given up, it can be asked for again. */
  function* purging(vault: OpenVault): Steps<Result<undefined, StoreFailure | 'not-purged'>> {
    const purged = yield* stepsOf(vault.eraseDeleted())
    if (!purged.ok) return purged
    if (purged.value.leftBehind > 0) return failed('not-purged')
    const sequence = vault.sequence()
    const told = vault.transact((tx) => {
      const done = sql`update erasure set purgedOn = ${today()}, purgedSequence = ${sequence} where purgedOn is null`
      tx.run(done.compile(query))
      return ok()
    })
    // they hold the person still; those that are away, or cannot be removed, stay on the list of copies
    if (told.ok) removeBackups(vault, backupsHoldingErased(vault))
    return told
  }

  return {
    'retention.list': () => read((reader, now) => listRetention(reader, dayOf(now))),
    'retention.hold': (input) =>
      change('retention.hold', (writer, context) => saveHold(writer, input, context)),
    'erasures.list': () => read(listErasures),
    'erasures.copies': () =>
      read((vault) => backupsHoldingErased(vault).map((copy) => seen(copy, vault.keyMark()))),
    'erasures.preview': (order) => {
      const plan = read((vault, now) => planErasure(vault, order, dayOf(now), sealedNotes(vault)))
      if (!plan.ok) return plan
      if (!plan.value) return failed('not-found')
      const { obligations, alone, shared, mentions, doubts, unread, packages } = plan.value
      return ok({
        obligations,
        alone: alone.length,
        shared: shared.map((text) => (text.isSealed ? { ...text, pieces: [] } : text)),
        // what a sealed note says is not for the screen
        mentions: mentions.flatMap(({ table, pieces, isSealed }) => (isSealed ? [] : [{ table, pieces }])),
        sealed: { corrected: mentions.filter(({ isSealed }) => isSealed).length, unread },
        doubts,
        packages,
      })
    },
    'erasures.decide': async ({ act, passphrase, ...order }) => {
      const confirmation = await confirmed(passphrase)
      if (!confirmation.ok) return confirmation
      const open = session.current()
      if (!open) return failed('vault-locked')
      const code = newCode(ports)
      const notes = sealedNotes(open.vault)
      let isErased = false
      const erasing = function* (): Steps<Result<{ code: string }, Failure<'erasures.decide'>>> {
        const erased = open.vault.transact((tx) => {
          const plan = planErasure(tx, order, today(), notes)
          if (!plan) return failed('not-found')
          if (plan.obligations.length > 0) return failed('obligations-open')
          if (plan.shared.some(({ isUnread, key }) => isUnread && !order.emptied.includes(key)))
            return failed('sealed-note-unread')
          if (plan.doubts.length > 0) return failed('text-may-name')
          const done = erasePerson(tx, plan, order, code, notes)
          const { mode, reason, decidedBy } = order
          const row = {
            id: ports.newId(),
            code,
            mode,
            reason,
            decidedBy,
            decidedOn: today(),
            ...done,
            purgedOn: null,
            purgedSequence: null,
            packages: JSON.stringify(plan.packages),
          }
          tx.run(query.insertInto('erasure').values(row).compile())
          return ok()
        })
        if (!erased.ok) return erased
        isErased = true
        // other acts may hold rows that name her too
        open.history.forget(() => true)
        open.lookAlikes.forget()
        const purged = yield* purging(open.vault)
        return purged.ok ? ok({ code }) : failed('not-purged')
      }
      const decided = await session.acts.run(act, actOf(erasing()))
      if (!isErased) return decided
      session.changed()
      // given up once the rows are gone: what remains is said, and can be asked for
      return decided.ok ? decided : failed('not-purged')
    },
    'erasures.purge': async ({ act }) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const purged = await session.acts.run(act, actOf(purging(open.vault)))
      session.changed()
      return purged
    },
  }
}

/** What this session’s key may read of sealed notes, and how they are sealed again. */
const sealedNotes = (vault: OpenVault): SealedNotes => ({
  open: (sealed) => openSealed(vault, sealed),
  seal: (text) => sealText(vault, text),
})

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Eight letters and digits that are not mistaken for one another. */
const newCode = ({ randomBelow }: EnginePorts): string =>
  Array.from({ length: 8 }, () => letters[randomBelow(letters.length)] ?? '').join('')
