import { failed, ok, type Result } from '#core/result'

/** Windows-1252 from 0x80 to 0x9F; the five bytes it does not define are null characters here. */
const upperWindows = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'
/** No text has them: tabs, line breaks and form feeds are the only controls a table may hold. */
// oxlint-disable-next-line no-control-regex -- refusing them is the point
const control = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with its mark, or Windows-1252, in which old spreadsheets
 * of this country save. Anything else, and anything that holds a NUL, is refused rather than misread.
 */
export function decode(bytes: Uint8Array): Result<string, 'import-encoding'> {
  const text = decodeMarked(bytes) ?? decodeStrictly('utf-8', bytes) ?? decodeWindows(bytes)
  return text === null || control.test(text) ? failed('import-encoding') : ok(text)
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeStrictly('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeStrictly('utf-16be', bytes)
  return null
}

/** Drops the mark. */
function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** By hand: some versions of Node take Windows-1252 for Latin-1, and lose the apostrophes. */
function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replaceAll(/[\u0080-\u009F]/gu, (byte) => upperWindows[byte.charCodeAt(0) - 0x80] ?? '\0')
}
