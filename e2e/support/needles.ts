import { readFileSync } from 'node:fs'
import { filesUnder } from './folders.ts'

/** A text as it may lie in bytes: as UTF-8, as UTF-16LE, and inside base64 at each of its three alignments. */
export function needlesOf(text: string): Buffer[] {
  const encodings = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return [...encodings, ...encodings.flatMap(insideBase64)]
}

/** The characters that do not depend on what comes before or after, for each place in a group of three bytes. */
const insideBase64 = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + bytes.length) * 8) / 6)
    return Buffer.from(encoded.slice(first, last), 'latin1')
  })

export const holds = (haystack: Buffer, text: string): boolean =>
  needlesOf(text).some((needle) => haystack.includes(needle))

/** Files under these folders that hold one of the texts, or have one in their name. */
export const filesHolding = (folders: readonly string[], texts: readonly string[]): string[] =>
  folders
    .flatMap(filesUnder)
    .filter((file) => texts.some((text) => holds(Buffer.from(file), text) || holds(bytesOf(file), text)))

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    // removed since it was listed
    return Buffer.alloc(0)
  }
}
