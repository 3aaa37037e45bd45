import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'
import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'

/** So small that even a bomb's next slice stays small once unpacked. */
const sliceBytes = 16_384

/**
 * The entries of a zip archive whose names `isWanted` keeps, by name. What an entry says of its size is not believed:
 * every byte is counted as it comes out, wanted or not, and the reading stops at the first excess.
 */
export function readArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Result<Map<string, Uint8Array>, ReadFailure> {
  const entries = new Map<string, Uint8Array>()
  const found: { failure: ReadFailure | null; names: number; unpacked: number } = {
    failure: null,
    names: 0,
    unpacked: 0,
  }
  /** Bytes given to the decoder so far, and before the present slice. */
  let [read, before] = [0, 0]
  const refuse = (failure: ReadFailure) => {
    found.failure ??= failure
  }

  const receive = (file: UnzipFile) => {
    found.names += 1
    if (found.names > limits.archiveEntries || isHostileName(file.name) || entries.has(file.name)) {
      return refuse('import-archive-suspicious')
    }
    const startedAt = before
    const chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, isLast) => {
      if (error) refuse('import-unreadable')
      if (found.failure) return
      size += chunk.length
      found.unpacked += chunk.length
      if (found.unpacked > limits.unpackedBytes) return refuse('import-too-large')
      if (isBomb(size, read - startedAt)) return refuse('import-archive-suspicious')
      if (!isWanted(file.name)) return
      chunks.push(chunk)
      if (isLast) entries.set(file.name, joined(chunks, size))
    }
    file.start()
  }

  const unzip = new Unzip(receive)
  unzip.register(UnzipInflate)
  try {
    for (; read < bytes.length && !found.failure; before = read) {
      const slice = bytes.subarray(read, read + sliceBytes)
      read += slice.length
      unzip.push(slice, read >= bytes.length)
    }
  } catch {
    // the library throws what it finds wrong in the archive itself
    refuse('import-unreadable')
  }
  return found.failure ? failed(found.failure) : ok(entries)
}

const isBomb = (size: number, packed: number): boolean =>
  size > limits.smallEntryBytes && size > packed * limits.packingRatio

/** A name that leaves its folder, or that two systems would read differently. */
const isHostileName = (name: string): boolean =>
  name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').includes('..')

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
