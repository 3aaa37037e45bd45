import { ascii, concat, hex, sameBytes } from '#core/vault/bytes'
import { attempt, type VaultFailure } from '#core/vault/fault'
import { FileFault } from '#core/vault/ports'
import { failed, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { files } from '../adapters/files.ts'
import { crypto } from '../adapters/sodium.ts'

const block = 1024 * 1024
const magic = ascii('FILIGRAB')

/** Bytes of the file; null when nothing can be read there. */
export function sizeOf(path: string): number | null {
  return whenReadable(path, (file) => file.size())
}

type DigestFailure = 'backup-missing' | 'backup-unreadable' | 'no-permission'

function digestFailure(failure: VaultFailure): DigestFailure {
  if (failure === 'no-permission') return failure
  return failure === 'disk-unreadable' ? 'backup-unreadable' : 'backup-missing'
}

/** Of a whole file, in hexadecimal: BLAKE2b of the digest so far and the next MiB, from an empty one. A step is a MiB. */
export function* digestOf(path: string): Steps<Result<string, DigestFailure>> {
  const opened = attempt(() => files.open(path, 'read'))
  if (!opened.ok) return failed(digestFailure(opened.failure))
  const file = opened.value
  try {
    const size = file.size()
    const total = Math.ceil(size / block)
    let digest: Uint8Array = new Uint8Array()
    for (let done = 0; done < total; done++) {
      const bytes = attempt(() => file.read(done * block, block))
      if (!bytes.ok) return failed(digestFailure(bytes.failure))
      digest = crypto.hash(concat([digest, bytes.value]))
      yield { done: done + 1, total }
    }
    return { ok: true, value: hex(digest) }
  } finally {
    file.close()
  }
}

/** Removes a copy, if what is there still looks like it. False when it stays, here or where a link leads: only the link would go. */
export function removeBackup(path: string, size: number): boolean {
  const isOurs = whenReadable(
    path,
    (file) => file.size() === size && sameBytes(file.read(0, magic.length), magic) && !files.isLink(path),
  )
  return isOurs === true && attempt(() => files.removeFile(path)).ok
}

function whenReadable<T>(path: string, read: (file: ReturnType<typeof files.open>) => T): T | null {
  try {
    const file = files.open(path, 'read')
    try {
      return read(file)
    } finally {
      file.close()
    }
  } catch (fault) {
    if (fault instanceof FileFault) return null
    throw fault
  }
}
