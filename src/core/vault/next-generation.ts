import { journalPath, manifestPath } from './generations.ts'
import { encodeJournal, unrecoverable, type Beginning } from './journal.ts'
import type { VaultKeys } from './keys.ts'
import { encodeManifest, type ChunkList, type Header } from './manifest.ts'
import type { Rooms } from './pack.ts'
import type { VaultPorts } from './ports.ts'
import { geometryOf } from './sizes.ts'
import { writeWhole } from './whole-files.ts'

/** The files of a generation that does not count yet: its manifest under a temporary name, its journal. */
export function filesOfNext(folder: string, generation: number): string[] {
  const journal = journalPath(folder, generation)
  return [`${manifestPath(folder, generation)}.tmp`, journal, `${journal}.tmp`]
}

/** Writes the manifest under its temporary name and the journal under its own; answers the journal, as written, and what it belongs to. */
export function prepareNext(
  { ports, folder, rooms }: { ports: VaultPorts; folder: string; rooms: Rooms },
  keys: VaultKeys,
  header: Header,
  list: ChunkList,
  beginning?: Beginning,
) {
  const { files, crypto } = ports
  const { chunk, growth } = geometryOf(ports)
  const { vaultId, generation } = header
  const manifest = encodeManifest(crypto, keys, header, list, chunk, rooms.forManifest)
  const identity = { vaultId, generation, manifestHash: crypto.hash(manifest) }
  const journal = encodeJournal(crypto, keys, identity, growth, beginning)
  const journalFile = journalPath(folder, generation)
  writeWhole(files, `${manifestPath(folder, generation)}.tmp`, manifest, 'replace')
  writeWhole(files, `${journalFile}.tmp`, journal, 'replace')
  files.rename(`${journalFile}.tmp`, journalFile)
  files.syncFolder(folder)
  return { identity, journal }
}

/** The rename that makes a prepared generation count. A fault is `write-failed`: which one counts is no longer known. */
export function makeNextCount({ files }: VaultPorts, folder: string, generation: number): void {
  const manifest = manifestPath(folder, generation)
  unrecoverable(() => {
    files.rename(`${manifest}.tmp`, manifest)
    files.syncFolder(folder)
  })
}
