import { fold } from '#core/caseload/folding'
import type { EnginePorts } from './ports.ts'

/** Recovery words shown but not yet retyped, and the two positions (from 0) asked, in reading order. */
export interface Proposal {
  words: string[]
  check: [number, number]
}

/** The sheet that is being written down: only words shown, then two of them retyped, may become a key. */
export interface RecoverySheet {
  propose(): Proposal
  /** The twelve words, when the two asked were retyped right; accents, case and spaces around do not count. */
  wordsIf(retyped: readonly string[]): string | null
  /** The words have become a key: they are not needed any more. */
  done(): void
}

/** Well-formed words that open nothing are those of another sheet, and not a slip of the keyboard. */
export function saidOf<F extends string>(
  failure: F,
  typed: 'words' | 'passphrase',
): F | 'recovery-words-other' {
  return typed === 'words' && failure === 'wrong-passphrase' ? 'recovery-words-other' : failure
}

export function createRecoverySheet({ newRecoveryWords, randomBelow }: EnginePorts): RecoverySheet {
  let proposal: Proposal | null = null
  return {
    propose() {
      const words = newRecoveryWords().split(' ')
      const one = randomBelow(words.length)
      const other = (one + 1 + randomBelow(words.length - 1)) % words.length
      proposal = { words, check: [Math.min(one, other), Math.max(one, other)] }
      return proposal
    },
    wordsIf: (retyped) => (proposal && isRetyped(proposal, retyped) ? proposal.words.join(' ') : null),
    done() {
      proposal = null
    },
  }
}

const isRetyped = ({ words, check }: Proposal, retyped: readonly string[]): boolean =>
  check.every((position, at) => fold(retyped[at]?.trim() ?? '') === fold(words[position] ?? ''))
