import { attempt } from '#core/vault/fault'
import { readPart } from '#core/vault/whole-files'
import { failed, ok, type Result } from '#core/result'
import { files } from '../adapters/files.ts'
import { writeFile } from '../release/folder.ts'

/** A small file; one longer than `most` bytes comes one byte too long, so that memory is bounded whatever was chosen. */
export function readSmallFile(path: string | null, most: number): Result<Uint8Array, 'file-missing'> {
  if (path === null) return failed('file-missing')
  const read = attempt(() => readPart(files, path, 0, most + 1))
  return read.ok ? read : failed('file-missing')
}

export type SmallFileFailure = 'no-permission' | 'disk-full' | 'write-failed'

/** Whole or not at all, in the place of whatever had its name: the dialog that chose it asked. */
export function writeSmallFile(path: string | null, bytes: Uint8Array): Result<undefined, SmallFileFailure> {
  if (path === null) return failed('write-failed')
  const written = writeFile(path, bytes)
  if (written.ok) return ok()
  const { failure } = written
  return failed(failure === 'no-permission' || failure === 'disk-full' ? failure : 'write-failed')
}
