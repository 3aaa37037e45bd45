import { dayOf } from '#core/caseload/calendar'
import { failed, ok } from '#core/result'
import { explain } from '#core/statistics/disclosure/explain'
import type { Entry } from '#core/statistics/disclosure/ledger'
import { readRegister } from '#core/statistics/disclosure/register'
import { isLedgerWhole, ledgerEntries } from '#core/statistics/ledger-repository'
import { periodStates, prepareRelease } from '#core/statistics/publication'
import type { Handlers } from '#shared/contract'
import type { RegisterEntry } from '#shared/contract/statistics'
import type { EnginePorts } from '../ports.ts'
import { hashing } from '../release/hashing.ts'
import { printRegister } from '../release/print-register.ts'
import { publish } from '../release/publish.ts'
import type { OpenVault, Session } from '../session.ts'
import type { Confirmed } from './confirmation.ts'
import type { Printing } from './printing.ts'

type ReleaseHandlers = Pick<
  Handlers<'engine'>,
  'releases.list' | 'releases.preview' | 'releases.publish' | 'releases.printRegister'
>

export function releaseHandlers(
  session: Session,
  ports: EnginePorts,
  confirmed: Confirmed,
  printing: Printing,
): ReleaseHandlers {
  const today = () => dayOf(ports.clock.now())
  const inTurn = createQueue()
  const placeOf = (vault: OpenVault) => ({
    releases: ports.places().releases,
    registerFile: ports.places().registerFile,
    now: ports.clock.now(),
    print: printing.toWrite(vault),
  })
  return {
    'releases.list': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      return ok({
        intact: isLedgerWhole(vault, hashing.sha256),
        periods: periodStates(vault, today()),
        ledger: ledgerEntries(vault).map(registerEntry),
      })
    },
    'releases.preview': ({ period }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const prepared = prepareRelease(vault, period, today(), hashing)
      if (!prepared.ok) return prepared
      const { release, world, selfCheck } = prepared.value
      return ok({ ...release, explanations: explain(release, world), selfCheck })
    },
    'releases.publish': async ({ passphrase, ...order }) => {
      const open = await confirmed(passphrase)
      if (!open.ok) return open
      const vault = open.value
      const published = await inTurn(async () =>
        session.current()?.vault === vault ? publish(vault, order, placeOf(vault)) : failed('vault-locked'),
      )
      if (published.ok) session.changed()
      return published
    },
    'releases.printRegister': async () => {
      const vault = session.current()?.vault
      return vault ? printRegister(vault, placeOf(vault)) : failed('vault-locked')
    },
  }
}

/** One at a time: an entry of the ledger is drafted before its pages are printed, and must still be the next one after. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act)
    // whoever asked hears of a failure; the next one goes on
    last = next.then(
      () => undefined,
      () => undefined,
    )
    return next
  }
}

function registerEntry(entry: Entry): RegisterEntry {
  const { sequence, period, publishedAt, purpose, approver, hash } = entry
  const empty = { techniques: [], analyses: [], residualRisk: '', residualNote: '', reassessOn: '' }
  const { salt: _, ...register } = readEntry(entry) ?? { ...empty, salt: '' }
  return { sequence, period, publishedAt, purpose, approver, hash, ...register }
}

/** An altered register may no longer be readable; `intact` says so, and the rest is still shown. */
function readEntry({ register }: Entry): ReturnType<typeof readRegister> {
  try {
    return readRegister(register)
  } catch {
    return null
  }
}
