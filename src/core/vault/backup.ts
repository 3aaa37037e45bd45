import type { Steps } from '../steps.ts'
import { writeBallast } from './ballast.ts'
import { beginBuilding, discardVault, finishBuilding, makeVaultFolder } from './building.ts'
import { ascii, ByteReader, concat, sameBytes, u16, u32, u64 } from './bytes.ts'
import { isIntact, openChunk, sealedLength, type ChunkRef } from './chunk.ts'
import { chunkCount, inPackOrder } from './chunk-table.ts'
import { damaged, VaultFault } from './fault.ts'
import { journalPath, manifestPath } from './generations.ts'
import { encodeJournal } from './journal.ts'
import { wipeKeys, type VaultKeys } from './keys.ts'
import { decodeHeader, formatVersion, openList, type ChunkList, type ParsedHeader } from './manifest.ts'
import { unlock, type Unlocking } from './open.ts'
import { packPath, packsFolder, readSealed } from './pack.ts'
import type { Crypto, OpenFile, VaultPorts } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'
import type { Vault } from './vault.ts'
import { longest, readWhole, writeWhole } from './whole-files.ts'

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
/** The fields, their BLAKE2b 32, their keyed BLAKE2b 32; then the manifest, then the chunks its table names, pack after pack. */
const headerLength = fieldsLength + 2 * sizes.hash

/**
 * Writes the current generation, as it is sealed, into one file at `path`, and reads it back; a checkpoint must come first. One
 * step copies or reads back a few chunks. Giving up (`return()`) or failing leaves no file.
 */
export function* backUp(vault: Vault, path: string): Steps<BackupReport> {
  const { ports, folder, header, list, keys } = vault
  const temporary = `${path}.tmp`
  const refs = inPackOrder(list.chunks)
  const total = 2 * refs.length
  let isKept = false
  for (const { name } of list.chunks.packs) vault.spared.add(name)
  const file = ports.files.open(temporary, 'replace')
  try {
    const manifest = readWhole(ports.files, manifestPath(folder, header.generation), longest.manifest)
    file.write(0, concat([encodeHeader(ports.crypto, keys, header, list, manifest), manifest]))
    for (const [from, some] of inSteps(ports, refs)) {
      const pieces = some.map((ref) => readSealed(ports, folder, ref))
      file.write(pieceOffset(ports, manifest, from), concat(pieces))
      yield { done: from + some.length, total }
    }
    file.sync()
    const copy = readHeader(ports, file)
    if (!sameBytes(copy.manifest, manifest)) damaged()
    for (const [from, some] of inSteps(ports, refs)) {
      for (const [n, ref] of some.entries())
        if (!isIntact(ports.crypto, ref, readPiece(ports, file, copy, from + n))) damaged()
      yield { done: refs.length + from + some.length, total }
    }
    ports.files.rename(temporary, path)
    ports.files.syncParent(path)
    isKept = true
    return reportOf(header, list)
  } finally {
    file.close()
    for (const { name } of list.chunks.packs) vault.spared.delete(name)
    if (!isKept) ports.files.removeFile(temporary)
  }
}

/**
 * Rebuilds the vault's folder from a backup, every byte of it authenticated; where a pack had chunks the image no longer needed, the new
 * one has zeroes. The vault then opens like any other, with the secrets it had. Throws like `openVault` and `createVault`; giving up or
 * failing leaves nothing.
 */
export function* restore(
  ports: VaultPorts,
  path: string,
  { folder, role, secret, policy }: Unlocking,
): Steps<BackupReport> {
  const { files, crypto } = ports
  const building = beginBuilding(files, folder)
  const file = files.open(path, 'read')
  let keys: VaultKeys | null = null
  let isKept = false
  try {
    const backup = readHeader(ports, file)
    const header = decodeHeader(crypto, backup.manifest)
    const opened = yield* unlock(ports, header, { role, secret, policy })
    keys = opened.keys
    if (opened.notesKey) crypto.wipe(opened.notesKey)
    const list = openBackupList(ports, keys, backup, header)

    makeVaultFolder(files, building)
    yield* restorePacks(ports, building, { file, backup }, keys, list)
    files.syncFolder(packsFolder(building))
    const { vaultId, generation } = header
    const identity = { vaultId, generation, manifestHash: crypto.hash(backup.manifest) }
    // nothing was saved since: it was closed properly
    const beginning = { sequence: list.sequence, contents: [] }
    const journal = encodeJournal(crypto, keys, identity, geometryOf(ports).growth, beginning)
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

interface Source {
  file: OpenFile
  backup: BackupHeader
}

function* restorePacks(
  ports: VaultPorts,
  folder: string,
  { file, backup }: Source,
  keys: VaultKeys,
  { chunks }: ChunkList,
): Steps<void> {
  const total = chunkCount(chunks)
  let done = 0
  for (const [pack, refs] of Map.groupBy(inPackOrder(chunks), (ref) => ref.pack)) {
    const into = ports.files.open(packPath(folder, pack), 'create')
    try {
      for (const [, some] of inSteps(ports, refs)) {
        for (const ref of some)
          restoreChunk(ports, into, ref, readPiece(ports, file, backup, done++), keys, backup)
        yield { done, total }
      }
      into.sync()
    } finally {
      into.close()
    }
  }
}

function restoreChunk(
  ports: VaultPorts,
  into: OpenFile,
  ref: ChunkRef,
  bytes: Uint8Array,
  keys: VaultKeys,
  { vaultId }: BackupHeader,
): void {
  const { chunk } = geometryOf(ports)
  if (!isIntact(ports.crypto, ref, bytes)) damaged()
  openChunk(ports.crypto, keys, vaultId, ref, bytes, new Uint8Array(chunk)).fill(0)
  into.write(ref.at * sealedLength(chunk), bytes)
}

/** A few at a time, each with the rank of its first. */
function* inSteps(ports: VaultPorts, refs: readonly ChunkRef[]): Generator<[number, readonly ChunkRef[]]> {
  const { step } = geometryOf(ports)
  for (let from = 0; from < refs.length; from += step) yield [from, refs.slice(from, from + step)]
}

function reportOf(
  { vaultId, generation }: Pick<ParsedHeader, 'vaultId' | 'generation'>,
  { sequence, savedAt, chunks }: ChunkList,
): BackupReport {
  return { vaultId, generation, sequence, savedAt, chunks: chunkCount(chunks) }
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
    u32(chunkCount(chunks)),
    crypto.hash(manifest),
  ])
  return concat([fields, crypto.hash(fields), crypto.hash(fields, keys.backup)])
}

interface BackupHeader {
  fields: Uint8Array
  mac: Uint8Array
  vaultId: Uint8Array
  generation: number
  count: number
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
  const count = reader.u32()
  const manifestHash = reader.take(sizes.hash)
  const fields = bytes.subarray(0, reader.offset)
  if (!sameBytes(reader.take(sizes.hash), crypto.hash(fields))) damaged()
  const mac = reader.take(sizes.hash)
  if (manifestLength > longest.manifest) damaged()
  if (file.size() !== headerLength + manifestLength + count * sealedLength(geometryOf(ports).chunk)) damaged()
  const manifest = file.read(headerLength, manifestLength)
  if (!sameBytes(crypto.hash(manifest), manifestHash)) damaged()
  return { fields, mac, vaultId, generation, count, manifest }
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
  const list = openList(crypto, keys, header, geometryOf(ports).chunk)
  return isSame && chunkCount(list.chunks) === backup.count ? list : damaged()
}

function readPiece(ports: VaultPorts, file: OpenFile, { manifest }: BackupHeader, rank: number): Uint8Array {
  return file.read(pieceOffset(ports, manifest, rank), sealedLength(geometryOf(ports).chunk))
}

function pieceOffset(ports: VaultPorts, manifest: Uint8Array, rank: number): number {
  return headerLength + manifest.length + rank * sealedLength(geometryOf(ports).chunk)
}
