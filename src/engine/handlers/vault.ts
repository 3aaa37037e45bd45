import { failed, ok, type Result } from '#core/result'
import type { Failure, Handlers, Input } from '#shared/contract'
import type { Health, Opened, vaultCommands } from '#shared/contract/vault'
import type { WholeState } from '#core/vault/fallback'
import type { SeenVaults } from '#shared/seen'
import { createPassphraseDelay } from '../passphrase-delay.ts'
import type { EnginePorts } from '../ports.ts'
import { saidOf, type RecoverySheet } from '../recovery-sheet.ts'
import type { OpenVault, Session } from '../session.ts'
import type { OpenFailure, StoreOpening } from '../store.ts'
import type { LongAct } from '../store/long-act.ts'
import type { CreateFailure } from '../store/opening.ts'

type VaultHandlers = Pick<Handlers<'engine'>, Extract<keyof typeof vaultCommands, keyof Handlers<'engine'>>>

export function vaultHandlers(session: Session, ports: EnginePorts, sheet: RecoverySheet): VaultHandlers {
  const delay = createPassphraseDelay(ports.sleep)

  /** Whoever guesses waits, whatever is asked with the guess. */
  const delayed = async <T, F extends string>(
    act: string,
    begin: () => LongAct<T, F>,
  ): Promise<Result<T, F | 'cancelled'>> => {
    await delay.ready()
    const done = await session.acts.run(act, begin())
    if (done.ok) delay.right()
    else if (done.failure === 'wrong-passphrase') delay.wrong()
    return done
  }

  const lastSeen = (id: string) => ports.places().seen[id]

  const unlock = async (
    act: string,
    secret: StoreOpening['secret'],
  ): Promise<Result<Opened, OpenFailure | 'cancelled'>> => {
    const opened = await delayed(act, () => ports.vaults.open(ports.places().vault, secret))
    if (!opened.ok) return opened
    const vault = opened.value
    const olderThan = olderThanSeen(vault, lastSeen(vault.id))
    return ok({ ...begin(session, vault), olderThan })
  }

  const healthAfter = (act: (vault: OpenVault) => void): Result<Health, 'vault-locked'> => {
    const vault = session.current()?.vault
    if (!vault) return failed('vault-locked')
    act(vault)
    return ok(session.health(vault))
  }

  return {
    'vault.doors': () => ports.vaults.doors(ports.places().vault),
    'vault.proposeRecovery': () => ok(sheet.propose()),
    'vault.create': async ({ act, passphrase, retyped }) => {
      const recoveryWords = sheet.wordsIf(retyped)
      if (recoveryWords === null) return failed('recovery-words-mismatch')
      const creating = ports.vaults.create(ports.places().vault, { passphrase, recoveryWords })
      const created = await session.acts.run(act, creating)
      if (!created.ok) return failed(creationFailure(created.failure))
      sheet.done()
      return ok(begin(session, created.value))
    },
    'vault.tryOut': async () =>
      ok({ ...begin(session, await ports.vaults.tryOut(), 'trial'), isTrial: true }),
    'vault.unlock': async ({ act, ...typed }) => withoutWords(await unlock(act, secretOf(typed))),
    'vault.findWhole': async ({ act, ...typed }) => {
      const { vault } = ports.places()
      const found = await delayed(act, () => ports.vaults.findWhole(vault, secretOf(typed)))
      if (!found.ok) return failed(saidOf(found.failure, kindOf(typed)))
      const { id, sequence, savedAt } = found.value
      return ok({ sequence, savedAt, missing: missingFrom(found.value, lastSeen(id)) })
    },
    'vault.fallBack': async ({ act, ...typed }) => {
      const { vault } = ports.places()
      const fallen = await delayed(act, () => ports.vaults.fallBack(vault, secretOf(typed)))
      if (!fallen.ok) return failed(saidOf(fallen.failure, kindOf(typed)))
      const { store, found, aside } = fallen.value
      const missing = missingFrom(found, lastSeen(store.id))
      return ok({ ...begin(session, store), fellBack: { missing, aside } })
    },
    'vault.recover': async ({ act, ...typed }) => {
      const opened = await unlock(act, secretOf(typed))
      return opened.ok ? opened : failed(saidOf(opened.failure, 'words'))
    },
    'vault.health': () => healthAfter(() => undefined),
    'vault.verify': () => healthAfter((vault) => session.verifyAgain(vault)),
    'vault.pauseVerification': () => healthAfter((vault) => session.pauseVerification(vault)),
    'vault.writeAgain': () => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const written = open.vault.checkpoint()
      if (!written.ok) return written
      session.changed()
      return ok()
    },
  }
}

function begin(session: Session, vault: OpenVault, kind?: 'trial'): Opened {
  session.begin(vault, kind)
  const { sequence, lastSavedAt, closedCleanly, tornFrameDropped } = vault.opened
  const found = { sequence, lastSavedAt, closedCleanly, tornFrameDropped, role: vault.role }
  return { ...found, isTrial: false, fellBack: null, olderThan: null }
}

type Remembered = SeenVaults[string] | undefined

/** The transaction a vault had reached on this computer, when it is found to be older than that. */
function olderThanSeen(vault: OpenVault, seen: Remembered): number | null {
  if (!seen) return null
  return vault.opened.sequence < seen.sequence || vault.generation() < seen.generation ? seen.sequence : null
}

/** What the damaged files speak of, or what this computer remembers: whichever is more. */
function missingFrom({ sequence, missing }: WholeState, seen: Remembered): number {
  return Math.max(missing, (seen?.sequence ?? 0) - sequence)
}

type Typed = Omit<Input<'vault.unlock'>, 'act'> | Omit<Input<'vault.recover'>, 'act'>

const kindOf = (typed: Typed) => ('words' in typed ? 'words' : 'passphrase')

function secretOf(typed: Typed): StoreOpening['secret'] {
  if ('words' in typed) return { kind: 'recovery', ...typed }
  const { passphrase, role } = typed
  return { kind: 'passphrase', passphrase, ...(role && { role }) }
}

/** The folder above went away since it was chosen: to the worker, a place that cannot be written. */
function creationFailure(failure: CreateFailure | 'cancelled'): Failure<'vault.create'> {
  if (failure === 'vault-missing') return 'write-failed'
  if (failure === 'recovery-words-invalid') throw new Error('proposed words are not recovery words')
  return failure
}

function withoutWords<T, F extends string>(
  opened: Result<T, F | 'recovery-words-invalid'>,
): Result<T, Exclude<F, 'recovery-words-invalid'>> {
  if (opened.ok) return opened
  const { failure } = opened
  if (failure === 'recovery-words-invalid') throw new Error('a passphrase was taken for recovery words')
  return failed(failure as Exclude<F, 'recovery-words-invalid'>)
}
