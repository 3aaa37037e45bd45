import { fold } from '#core/caseload/folding'
import { failed, ok, type Result } from '#core/result'
import type { Failure, Handlers } from '#shared/contract'
import type { Opened, vaultCommands } from '#shared/contract/vault'
import { createPassphraseDelay } from '../passphrase-delay.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'
import type { CreateFailure, OpenFailure, StoreOpening } from '../store.ts'

type VaultHandlers = Pick<Handlers<'engine'>, Extract<keyof typeof vaultCommands, keyof Handlers<'engine'>>>

/** Recovery words shown but not yet retyped, and the two positions asked, in reading order. */
interface Proposal {
  words: string[]
  check: [number, number]
}

export function vaultHandlers(session: Session, ports: EnginePorts): VaultHandlers {
  let proposal: Proposal | null = null
  const delay = createPassphraseDelay(ports.sleep)

  const unlock = async (secret: StoreOpening['secret']): Promise<Result<Opened, OpenFailure>> => {
    await delay.ready()
    const opened = ports.vaults.open(ports.places().vault, secret)
    if (opened.ok) {
      delay.right()
      return ok(begin(session, opened.value))
    }
    if (opened.failure === 'wrong-passphrase') delay.wrong()
    return opened
  }

  return {
    'vault.doors': () => ports.vaults.doors(ports.places().vault),
    'vault.proposeRecovery': () => {
      const proposed = propose(ports)
      proposal = proposed
      return ok(proposed)
    },
    'vault.create': ({ passphrase, retyped }) => {
      if (!proposal || !isRetyped(proposal, retyped)) return failed('recovery-words-mismatch')
      const recoveryWords = proposal.words.join(' ')
      const created = ports.vaults.create(ports.places().vault, { passphrase, recoveryWords })
      if (!created.ok) return failed(creationFailure(created.failure))
      proposal = null
      return ok(begin(session, created.value))
    },
    'vault.unlock': async ({ passphrase, role }) =>
      withoutWords(await unlock({ kind: 'passphrase', passphrase, ...(role && { role }) })),
    'vault.recover': ({ words, newPassphrase }) => unlock({ kind: 'recovery', words, newPassphrase }),
    'vault.health': () => {
      const open = session.current()
      return open ? ok(session.health(open.vault)) : failed('vault-locked')
    },
  }
}

function begin(session: Session, vault: OpenVault): Opened {
  session.begin(vault)
  const { sequence, lastSavedAt, closedCleanly, tornFrameDropped } = vault.opened
  return { sequence, lastSavedAt, closedCleanly, tornFrameDropped, role: vault.role }
}

function propose({ newRecoveryWords, randomBelow }: EnginePorts): Proposal {
  const words = newRecoveryWords().split(' ')
  const one = randomBelow(words.length)
  const other = (one + 1 + randomBelow(words.length - 1)) % words.length
  return { words, check: [Math.min(one, other), Math.max(one, other)] }
}

const isRetyped = ({ words, check }: Proposal, retyped: readonly string[]): boolean =>
  check.every((position, at) => fold(retyped[at]?.trim() ?? '') === fold(words[position] ?? ''))

/** The folder above went away since it was chosen: to the worker, a place that cannot be written. */
function creationFailure(failure: CreateFailure): Failure<'vault.create'> {
  if (failure === 'vault-missing') return 'write-failed'
  if (failure === 'recovery-words-invalid') throw new Error('proposed words are not recovery words')
  return failure
}

function withoutWords<T>(
  opened: Result<T, OpenFailure>,
): Result<T, Exclude<OpenFailure, 'recovery-words-invalid'>> {
  if (opened.ok) return opened
  const { failure } = opened
  if (failure === 'recovery-words-invalid') throw new Error('a passphrase was taken for recovery words')
  return failed(failure)
}
