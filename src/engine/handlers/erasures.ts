import { sql } from 'kysely'
import { dayOf } from '#core/caseload/calendar'
import { query } from '#core/caseload/tables'
import { erasePerson } from '#core/duties/erasure/erase'
import { planErasure } from '#core/duties/erasure/plan'
import { listErasures, listRetention, saveHold } from '#core/duties/repository/retention'
import type { StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { removeKnownBackups } from '../copies/known-backups.ts'
import { createPassphraseDelay } from '../passphrase-delay.ts'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { createActs } from './acts.ts'
import type { DutyHandlers } from './duties.ts'

type ErasureHandlers = Pick<
  DutyHandlers,
  Extract<keyof DutyHandlers, `retention.${string}` | `erasures.${string}`>
>

/** The end of the keeping of a file, decided by a human. */
export function erasureHandlers(session: Session, ports: EnginePorts): ErasureHandlers {
  const { read, change } = createActs(session, ports)
  const delay = createPassphraseDelay(ports.sleep)
  const today = () => dayOf(ports.clock.now())

  /** Takes what was deleted out of every index and older generation, and says so. */
  const purge = ({ vault }: NonNullable<ReturnType<Session['current']>>): Result<undefined, StoreFailure> => {
    const purged = vault.eraseDeleted()
    if (!purged.ok) return purged
    // they hold the person still; those that are away stay on the list of copies
    removeKnownBackups(vault)
    return vault.transact((tx) => {
      tx.run(sql`update erasure set purgedOn = ${today()} where purgedOn is null`.compile(query))
      return ok()
    })
  }

  return {
    'retention.list': () => read((reader, now) => listRetention(reader, dayOf(now))),
    'retention.hold': (input) =>
      change('retention.hold', (writer, context) => saveHold(writer, input, context)),
    'erasures.list': () => read(listErasures),
    'erasures.preview': (order) => {
      const plan = read((reader, now) => planErasure(reader, order, dayOf(now)))
      if (!plan.ok) return plan
      if (!plan.value) return failed('not-found')
      const { obligations, alone, shared, mentions, doubts } = plan.value
      return ok({
        obligations,
        alone: alone.length,
        shared,
        mentions: mentions.map(({ table, pieces }) => ({ table, pieces })),
        doubts,
      })
    },
    'erasures.decide': async ({ passphrase, ...order }) => {
      await delay.ready()
      const open = session.current()
      if (!open) return failed('vault-locked')
      if (!open.vault.checkPassphrase(passphrase)) {
        delay.wrong()
        return failed('wrong-passphrase')
      }
      delay.right()
      const code = newCode(ports)
      const erased = open.vault.transact((tx) => {
        const plan = planErasure(tx, order, today())
        if (!plan) return failed('not-found')
        if (plan.obligations.length > 0) return failed('obligations-open')
        if (plan.doubts.length > 0) return failed('text-may-name')
        const done = erasePerson(tx, plan, order, code)
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
        }
        tx.run(query.insertInto('erasure').values(row).compile())
        return ok()
      })
      if (!erased.ok) return erased
      // other acts may hold rows that name her too
      open.history.forget(() => true)
      const purged = purge(open)
      session.changed()
      return purged.ok ? ok({ code }) : failed('not-purged')
    },
    'erasures.purge': () => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const purged = purge(open)
      session.changed()
      return purged
    },
  }
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Eight letters and digits that are not mistaken for one another. */
const newCode = ({ randomBelow }: EnginePorts): string =>
  Array.from({ length: 8 }, () => letters[randomBelow(letters.length)] ?? '').join('')
