/** A passphrase as the key derivation takes it: NFKC, so that two keyboards give the same bytes, then UTF-8. */
export function passphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFKC'))
}
