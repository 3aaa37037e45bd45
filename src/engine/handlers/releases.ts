import { dayOf } from '#core/caseload/calendar'
import { failed, ok } from '#core/result'
import { isLedgerWhole, ledgerEntries } from '#core/statistics/ledger-repository'
import { periodStates, prepareRelease } from '#core/statistics/publication'
import type { Handlers } from '#shared/contract'
import type { EnginePorts } from '../ports.ts'
import { hashing } from '../release/hashing.ts'
import { publish } from '../release/publish.ts'
import type { Session } from '../session.ts'

type ReleaseHandlers = Pick<Handlers<'engine'>, 'releases.list' | 'releases.preview' | 'releases.publish'>

export function releaseHandlers(session: Session, ports: EnginePorts): ReleaseHandlers {
  const today = () => dayOf(ports.clock.now())
  return {
    'releases.list': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      return ok({
        intact: isLedgerWhole(vault, hashing.sha256),
        periods: periodStates(vault, today()),
        ledger: ledgerEntries(vault).map(({ sequence, period, publishedAt, purpose, approver, hash }) => ({
          sequence,
          period,
          publishedAt,
          purpose,
          approver,
          hash,
        })),
      })
    },
    'releases.preview': ({ period }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const prepared = prepareRelease(vault, period, today(), hashing)
      return prepared.ok ? ok(prepared.value.release) : prepared
    },
    'releases.publish': async ({ passphrase, ...order }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      if (!vault.checkPassphrase(passphrase)) return failed('wrong-passphrase')
      const published = await publish(vault, order, {
        releases: ports.places().releases,
        now: ports.clock.now(),
        print: async (html) => {
          const pdf = await ports.print(html)
          // a lock does not wait for the printer: nothing may be written on a vault already closed
          return session.current()?.vault === vault ? pdf : null
        },
      })
      if (published.ok) session.changed()
      return published
    },
  }
}
