import type { Steps } from '../steps.ts'
import { writeBallast } from './ballast.ts'
import { beginBuilding, discardVault, finishBuilding, makeVaultFolder } from './building.ts'
import { ascii, ByteReader, concat, sameBytes, u16, u32, u64 } from './bytes.ts'
import { isIntact, openChunk } from './chunk.ts'
import { damaged, VaultFault } from './fault.ts'
import { chunkPath, chunksFolder, journalPath, manifestPath, spareChunks } from './generations.ts'
import { encodeJournal } from './journal.ts'
import { wipeKeys, type VaultKeys } from './keys.ts'
import { decodeHeader, formatVersion, openList, type ChunkList, type ParsedHeader } from './manifest.ts'
import { unlock, type Unlocking } from './open.ts'
import type { Crypto, OpenFile, VaultPorts } from './ports.ts'
import { sizes } from './sizes.ts'
import { geometryOf, type Vault } from './vault.ts'
import { readWhole, writeWhole } from './whole-files.ts'

/** What a backup holds. */
export interface BackupReport {
  vaultId: Uint8Array
  generation: number
  sequence: number
  savedAt: string | null
  chunks: number
}

const magic = ascii('FILIGRAB')
/** Magic 8, version u16, vault id 16, generation u64, manifest length u32, chunk count u32, manifest's BLAKE2b 32. */
const fieldsLength = 8 + 2 + sizes.vaultId + 8 + 4 + 4 + sizes.hash
/** The fields, their BLAKE2b 32, their keyed BLAKE2b 32; then the manifest, then its chunks in the image's order. */
const headerLength = fieldsLength + 2 * sizes.hash

/**
 * Writes the current generation, as it is sealed, into one file at `path`, and reads it back; a checkpoint must come first. One
 * step copies or reads back one chunk. Giving up (`return()`) or failing leaves no file.
 */
export function* backUp(vault: Vault, path: string): Steps<BackupReport> {
  const { ports, folder, header, list, keys } = vault
  const temporary = `${path}.tmp`
  const total = 2 * list.chunks.length
  let isKept = false
  const sparing = spareChunks(vault, list.chunks)
  const file = ports.files.open(temporary, 'replace')
  try {
    const manifest = readWhole(ports.files, manifestPath(folder, header.generation))
    file.write(0, concat([encodeHeader(ports.crypto, keys, header, list, manifest), manifest]))
    let end = headerLength + manifest.length
    for (const [place, ref] of list.chunks.entries()) {
      const bytes = readWhole(ports.files, chunkPath(folder, ref))
      file.write(end, bytes)
      end += bytes.length
      yield { done: place + 1, total }
    }
    file.sync()
    const copy = readHeader(ports, file)
    if (!sameBytes(copy.manifest, manifest)) damaged()
    for (const [place, ref] of list.chunks.entries()) {
      if (!isIntact(ports.crypto, ref, readPiece(ports, file, copy, place))) damaged()
      yield { done: list.chunks.length + place + 1, total }
    }
    ports.files.rename(temporary, path)
    ports.files.syncParent(path)
    isKept = true
    return reportOf(header, list)
  } finally {
    file.close()
    sparing.release()
    if (!isKept) ports.files.removeFile(temporary)
  }
}

/**
 * Rebuilds the vault's folder from a backup, every byte of it authenticated. The vault then opens like any other, with the secrets it
 * had. Throws like `openVault` and `createVault`; giving up or failing leaves nothing.
 */
export function* restore(
  ports: VaultPorts,
  path: string,
  { folder, role, secret, policy }: Unlocking,
): Steps<BackupReport> {
  const { files, crypto } = ports
  const { chunk, growth } = geometryOf({ ports })
  const building = beginBuilding(files, folder)
  const file = files.open(path, 'read')
  let keys: VaultKeys | null = null
  let isKept = false
  try {
    const backup = readHeader(ports, file)
    const header = decodeHeader(crypto, backup.manifest)
    const opened = unlock(ports, header, { role, secret, policy })
    keys = opened.keys
    if (opened.notesKey) crypto.wipe(opened.notesKey)
    const list = openBackupList(ports, keys, backup, header)

    makeVaultFolder(files, building)
    for (const [place, ref] of list.chunks.entries()) {
      const bytes = readPiece(ports, file, backup, place)
      if (!isIntact(crypto, ref, bytes)) damaged()
      openChunk(crypto, keys, header.vaultId, ref, bytes, chunk).fill(0)
      writeWhole(files, chunkPath(building, ref), bytes, 'create')
      yield { done: place + 1, total: list.chunks.length }
    }
    files.syncFolder(chunksFolder(building))
    const { vaultId, generation } = header
    const identity = { vaultId, generation, manifestHash: crypto.hash(backup.manifest) }
    const journal = encodeJournal(crypto, keys, identity, growth)
    writeWhole(files, journalPath(building, generation), journal, 'create')
    writeWhole(files, manifestPath(building, generation), backup.manifest, 'create')
    writeBallast(ports, building)
    files.syncFolder(building)
    finishBuilding(files, building, folder)
    isKept = true
    return reportOf(header, list)
  } finally {
    file.close()
    if (keys) wipeKeys(crypto, keys)
    if (!isKept) discardVault(files, building)
  }
}

function reportOf(
  { vaultId, generation }: Pick<ParsedHeader, 'vaultId' | 'generation'>,
  { sequence, savedAt, chunks }: ChunkList,
): BackupReport {
  return { vaultId, generation, sequence, savedAt, chunks: chunks.length }
}

function encodeHeader(
  crypto: Crypto,
  keys: VaultKeys,
  { vaultId, generation }: Vault['header'],
  { chunks }: ChunkList,
  manifest: Uint8Array,
): Uint8Array {
  const fields = concat([
    magic,
    u16(formatVersion),
    vaultId,
    u64(generation),
    u32(manifest.length),
    u32(chunks.length),
    crypto.hash(manifest),
  ])
  return concat([fields, crypto.hash(fields), crypto.hash(fields, keys.backup)])
}

interface BackupHeader {
  fields: Uint8Array
  mac: Uint8Array
  vaultId: Uint8Array
  generation: number
  chunkCount: number
  manifest: Uint8Array
}

/** What can be checked with no key: another kind of file, a newer format, bytes changed, a file cut short or longer. */
function readHeader(ports: VaultPorts, file: OpenFile): BackupHeader {
  const { crypto } = ports
  const bytes = file.read(0, headerLength)
  const reader = new ByteReader(bytes)
  if (bytes.length < magic.length || !sameBytes(reader.take(magic.length), magic))
    throw new VaultFault('not-a-vault')
  const version = reader.u16()
  if (version > formatVersion) throw new VaultFault('vault-too-new')
  if (version !== formatVersion) damaged()
  const vaultId = reader.take(sizes.vaultId)
  const generation = reader.u64()
  const manifestLength = reader.u32()
  const chunkCount = reader.u32()
  const manifestHash = reader.take(sizes.hash)
  const fields = bytes.subarray(0, reader.offset)
  if (!sameBytes(reader.take(sizes.hash), crypto.hash(fields))) damaged()
  const mac = reader.take(sizes.hash)
  if (file.size() !== headerLength + manifestLength + chunkCount * sealedLength(ports)) damaged()
  const manifest = file.read(headerLength, manifestLength)
  if (!sameBytes(crypto.hash(manifest), manifestHash)) damaged()
  return { fields, mac, vaultId, generation, chunkCount, manifest }
}

function openBackupList(
  ports: VaultPorts,
  keys: VaultKeys,
  backup: BackupHeader,
  header: ParsedHeader,
): ChunkList {
  const { crypto } = ports
  if (!crypto.equal(backup.mac, crypto.hash(backup.fields, keys.backup))) damaged()
  const isSame = sameBytes(backup.vaultId, header.vaultId) && backup.generation === header.generation
  const list = openList(crypto, keys, header, geometryOf({ ports }).chunk)
  return isSame && list.chunks.length === backup.chunkCount ? list : damaged()
}

function sealedLength(ports: VaultPorts): number {
  return sizes.nonce + geometryOf({ ports }).chunk + sizes.tag
}

function readPiece(ports: VaultPorts, file: OpenFile, { manifest }: BackupHeader, place: number): Uint8Array {
  const length = sealedLength(ports)
  return file.read(headerLength + manifest.length + place * length, length)
}
