import { entropyToMnemonic, mnemonicToEntropy, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/french.js'
import { failed, ok, type Result } from '#core/result'

const wordCount = 12
const entropyLength = 16

/** The list's words by what a person may type for them: accents, case and composition put aside. */
const wordsByPlainForm = new Map(wordlist.map((word) => [plainForm(word), word]))

/** 16 random bytes as 12 French words (BIP39, checksum included), separated by spaces, in NFC for display. */
export function recoveryWordsFrom(entropy: Uint8Array): string {
  if (entropy.length !== entropyLength) throw new RangeError('recovery words hold 16 bytes')
  return entropyToMnemonic(entropy, wordlist).normalize('NFC')
}

/** The 16 bytes behind typed words; accents, case and spacing do not count. Fails on an unknown word or a wrong checksum. */
export function entropyFrom(typed: string): Result<Uint8Array, 'recovery-words-invalid'> {
  const words = typed
    .trim()
    .split(/\s+/u)
    .map((word) => wordsByPlainForm.get(plainForm(word)))
  if (words.length !== wordCount || words.includes(undefined)) return failed('recovery-words-invalid')
  const sentence = words.join(' ')
  if (!validateMnemonic(sentence, wordlist)) return failed('recovery-words-invalid')
  return ok(mnemonicToEntropy(sentence, wordlist))
}

function plainForm(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
