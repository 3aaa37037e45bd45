import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'

/** The bytes of an ordinary file, measured before the first of them is read. */
export function readBytes(path: string): Result<Uint8Array, ReadFailure> {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    // gone, or not ours to read: the same to who chose it
    return failed('import-unreadable')
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return failed('import-unreadable')
    if (stat.size > limits.fileBytes) return failed('import-too-large')
    return ok(readFileSync(file))
  } catch {
    return failed('import-unreadable')
  } finally {
    closeSync(file)
  }
}
