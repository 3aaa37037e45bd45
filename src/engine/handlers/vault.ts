import { failed, ok, type Result } from '#core/result'
import type { Failure, Handlers } from '#shared/contract'
import type { Health, Opened, vaultCommands } from '#shared/contract/vault'
import { createPassphraseDelay } from '../passphrase-delay.ts'
import type { EnginePorts } from '../ports.ts'
import type { RecoverySheet } from '../recovery-sheet.ts'
import type { OpenVault, Session } from '../session.ts'
import type { OpenFailure, StoreOpening } from '../store.ts'
import type { CreateFailure } from '../store/opening.ts'

type VaultHandlers = Pick<Handlers<'engine'>, Extract<keyof typeof vaultCommands, keyof Handlers<'engine'>>>

export function vaultHandlers(session: Session, ports: EnginePorts, sheet: RecoverySheet): VaultHandlers {
  const delay = createPassphraseDelay(ports.sleep)

  const unlock = async (
    act: string,
    secret: StoreOpening['secret'],
  ): Promise<Result<Opened, OpenFailure | 'cancelled'>> => {
    await delay.ready()
    const opened = await session.acts.run(act, ports.vaults.open(ports.places().vault, secret))
    if (opened.ok) {
      delay.right()
      return ok(begin(session, opened.value))
    }
    if (opened.failure === 'wrong-passphrase') delay.wrong()
    return opened
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
    'vault.create': async ({ passphrase, retyped }) => {
      const recoveryWords = sheet.wordsIf(retyped)
      if (recoveryWords === null) return failed('recovery-words-mismatch')
      const creating = ports.vaults.create(ports.places().vault, { passphrase, recoveryWords })
      const created = await session.acts.runUntold(creating)
      if (!created.ok) return failed(creationFailure(created.failure))
      sheet.done()
      return ok(begin(session, created.value))
    },
    'vault.tryOut': async () => ok({ ...begin(session, await ports.vaults.tryOut()), isTrial: true }),
    'vault.unlock': async ({ act, passphrase, role }) =>
      withoutWords(await unlock(act, { kind: 'passphrase', passphrase, ...(role && { role }) })),
    'vault.recover': ({ act, words, newPassphrase }) =>
      unlock(act, { kind: 'recovery', words, newPassphrase }),
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

function begin(session: Session, vault: OpenVault): Opened {
  session.begin(vault)
  const { sequence, lastSavedAt, closedCleanly, tornFrameDropped } = vault.opened
  return { sequence, lastSavedAt, closedCleanly, tornFrameDropped, role: vault.role, isTrial: false }
}

/** The folder above went away since it was chosen: to the worker, a place that cannot be written. */
function creationFailure(failure: CreateFailure | 'vault-locked'): Failure<'vault.create'> {
  if (failure === 'vault-missing') return 'write-failed'
  if (failure === 'recovery-words-invalid') throw new Error('proposed words are not recovery words')
  return failure
}

function withoutWords<T>(
  opened: Result<T, OpenFailure | 'cancelled'>,
): Result<T, Exclude<OpenFailure, 'recovery-words-invalid'> | 'cancelled'> {
  if (opened.ok) return opened
  const { failure } = opened
  if (failure === 'recovery-words-invalid') throw new Error('a passphrase was taken for recovery words')
  return failed(failure)
}
