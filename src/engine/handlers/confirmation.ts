import { failed, ok, type Result } from '#core/result'
import { settle } from '#core/steps'
import { createPassphraseDelay } from '../passphrase-delay.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'

/** The open vault, once its passphrase was typed again. */
export type Confirmed = (
  passphrase: string,
) => Promise<Result<OpenVault, 'vault-locked' | 'wrong-passphrase'>>

/** Guesses at the passphrase of an open vault wait as guesses at a locked one do. */
export function createConfirmation(session: Session, ports: Pick<EnginePorts, 'sleep'>): Confirmed {
  const delay = createPassphraseDelay(ports.sleep)
  return async (passphrase) => {
    await delay.ready()
    const vault = session.current()?.vault
    if (!vault) return failed('vault-locked')
    const isRight = await settle(vault.checkPassphrase(passphrase))
    // a lock does not wait for a derivation
    if (session.current()?.vault !== vault) return failed('vault-locked')
    if (!isRight) {
      delay.wrong()
      return failed('wrong-passphrase')
    }
    delay.right()
    return ok(vault)
  }
}
