import { failed, ok, type Result } from '#core/result'
import { settle, type Steps } from '#core/steps'
import { defaultCosts } from '#core/vault/slots'
import type { Handlers, Input } from '#shared/contract'
import type { EnginePorts } from '../ports.ts'
import type { RecoverySheet } from '../recovery-sheet.ts'
import { renewKeys } from '../renewal.ts'
import type { OpenVault, Session } from '../session.ts'
import type { SlotFailure, SlotSecret } from '../store.ts'
import { actOf, stepsOf } from '../store/long-act.ts'
import type { Confirmed } from './confirmation.ts'

type SecurityHandlers = Pick<
  Handlers<'engine'>,
  | 'security.read'
  | 'security.changePassphrase'
  | 'security.letCoordinatorIn'
  | 'security.rekey'
  | 'security.recalibrate'
>
type WantedSlot = Input<'security.rekey'>['slots'][number]
type PassphraseSlot = SlotSecret & { role: 'worker' | 'coordinator' }
type SetFailure = Exclude<SlotFailure, 'recovery-words-invalid'> | 'wrong-passphrase'

/** Who may open the vault, and with what. Each change asks for the passphrase again. */
export function securityHandlers(
  session: Session,
  ports: EnginePorts,
  sheet: RecoverySheet,
  confirmed: Confirmed,
): SecurityHandlers {
  /** The secrets of the slots wanted, at today's costs; a new sheet must have been retyped, an old one must be this vault's. */
  const secretsOf = async (
    vault: OpenVault,
    slots: readonly WantedSlot[],
  ): Promise<Result<SlotSecret[], 'recovery-words-mismatch' | 'recovery-words-other'>> => {
    const costs = await settle(ports.vaults.calibratedCosts())
    const secrets: SlotSecret[] = []
    for (const slot of slots) {
      if (slot.role !== 'recovery') secrets.push({ role: slot.role, typed: slot.passphrase, costs })
      else if ('words' in slot) {
        const kept: SlotSecret = { role: 'recovery', typed: slot.words, costs }
        if (!(await settle(vault.checkSecret(kept)))) return failed('recovery-words-other')
        secrets.push(kept)
      } else {
        const words = sheet.wordsIf(slot.retyped)
        if (words === null) return failed('recovery-words-mismatch')
        secrets.push({ role: 'recovery', typed: words, costs })
      }
    }
    return ok(secrets)
  }

  /**
   * One slot made, or made anew, as a long act: `wanted` is asked once its turn has come. Given up, every slot is what it was; once the new
   * generation counts nothing is given up any more, and it is done.
   */
  const setSlot = async <F extends string>(
    act: string,
    passphrase: string,
    wanted: (vault: OpenVault) => Steps<Result<PassphraseSlot, F>>,
  ) => {
    const confirmation = await confirmed(passphrase)
    if (!confirmation.ok) return confirmation
    const vault = confirmation.value
    const mark = vault.slotMark(ownRole(vault))
    const steps = function* (): Steps<Result<undefined, F | SetFailure>> {
      // an act before it made her slot anew: what was confirmed opens it no more
      if (vault.slotMark(ownRole(vault)) !== mark) return failed('wrong-passphrase')
      const secret = yield* wanted(vault)
      if (!secret.ok) return secret
      const set = yield* stepsOf(vault.setSecret(secret.value))
      if (set.ok) return set
      const { failure } = set
      if (failure === 'recovery-words-invalid') throw new Error('a passphrase was taken for recovery words')
      return failed(failure)
    }
    const done = await session.acts.run(act, actOf(steps()))
    if (done.ok) session.changed()
    return done
  }

  return {
    'security.read': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const { sequence, lastSavedAt } = vault.opened
      return ok({
        slots: vault.slots(),
        generation: vault.generation(),
        sequence: vault.sequence(),
        lastSavedAt: vault.lastSavedAt(),
        opened: { sequence, lastSavedAt },
      })
    },
    'security.changePassphrase': ({ act, passphrase, newPassphrase }) =>
      // oxlint-disable-next-line require-yield -- its costs stay what they are
      setSlot(act, passphrase, function* (vault) {
        return ok({ role: ownRole(vault), typed: newPassphrase })
      }),
    'security.letCoordinatorIn': ({ act, passphrase, newPassphrase }) =>
      setSlot(act, passphrase, function* (vault) {
        if (hasSlot(vault, 'coordinator')) return failed('already-let-in')
        const costs = yield* ports.vaults.calibratedCosts()
        return ok({ role: 'coordinator', typed: newPassphrase, costs })
      }),
    'security.rekey': async ({ act, passphrase, slots }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const secrets = await secretsOf(vault.value, slots)
      if (!secrets.ok) return secrets
      const renewed = await renewKeys(session, vault.value, act, secrets.value)
      if (!renewed.ok) return renewed
      sheet.done()
      session.changed()
      return renewed
    },
    'security.recalibrate': async ({ act, passphrase }) => {
      let costs = defaultCosts
      const done = await setSlot(act, passphrase, function* (vault) {
        costs = yield* ports.vaults.calibratedCosts()
        return ok({ role: ownRole(vault), typed: passphrase, costs })
      })
      return done.ok ? ok(costs) : done
    },
  }
}

/** Whoever recovered stands in the worker's place. */
function ownRole(vault: OpenVault): 'worker' | 'coordinator' {
  return vault.role === 'coordinator' ? 'coordinator' : 'worker'
}

function hasSlot(vault: OpenVault, role: SlotSecret['role']): boolean {
  return vault.slots().some((slot) => slot.role === role)
}
