/** 6 words of about 1,680: 64 bits, which the slow derivation of the vault puts out of reach. */
const WORDS = 6

/** A phrase of French words drawn at random; those with accents are left out, so that any keyboard types it. */
export async function suggestPassphrase(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/french.js')
  const words = wordlist.filter((word) => /^[a-z]+$/.test(word))
  return Array.from({ length: WORDS }, () => words[randomBelow(words.length)]).join(' ')
}

/** A uniform integer in [0, limit): draws that would favour the first values are thrown away. */
function randomBelow(limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  const drawn = new Uint32Array(1)
  do crypto.getRandomValues(drawn)
  while ((drawn[0] ?? fair) >= fair)
  return (drawn[0] ?? 0) % limit
}
