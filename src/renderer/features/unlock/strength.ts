import { useEffect, useState } from 'react'
import { fold } from '#core/caseload/folding'

export type Score = 0 | 1 | 2 | 3 | 4
export const ENOUGH: Score = 3
export const MIN_LENGTH = 12

type Check = (passphrase: string) => Score

/** A megabyte of dictionaries, fetched from the bundle only when a passphrase is being chosen. */
async function loadCheck(): Promise<Check> {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ])
  // « éléphant » typed without its accents is just as easy to guess
  const withoutAccents = Object.entries(french.dictionary).map(([name, words]) => [
    `${name}-folded`,
    words.map(fold).filter((word, index) => word !== words[index]?.toLowerCase()),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary, ...Object.fromEntries(withoutAccents) },
    graphs: common.adjacencyGraphs,
  })
  return (passphrase) => zxcvbn.check(passphrase.normalize('NFC')).score
}

let loading: Promise<Check> | null = null

/** How hard to guess, from 0 to 4 (zxcvbn's score), with French words and names. */
export async function measure(passphrase: string): Promise<Score> {
  loading ??= loadCheck()
  return (await loading)(passphrase)
}

/** The score of what is typed, a moment later; null while empty or being measured for the first time. */
export function useStrength(passphrase: string): Score | null {
  const [score, setScore] = useState<Score | null>(null)
  useEffect(() => {
    let isCurrent = true
    const update = async () => {
      const measured = await measure(passphrase)
      if (isCurrent) setScore(passphrase === '' ? null : measured)
    }
    const timer = setTimeout(() => void update(), 120)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [passphrase])
  return passphrase === '' ? null : score
}
