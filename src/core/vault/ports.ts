import type { Geometry } from './sizes.ts'

/** What the vault asks of its host. Everything here is synchronous, the derivation of a key excepted: the engine answers meanwhile. */

/** Argon2id costs of one key slot. `memory` is in KiB. */
export interface KdfCosts {
  operations: number
  memory: number
}

export interface Crypto {
  randomBytes(length: number): Uint8Array
  /** 32 zero bytes, locked in memory where the system allows it, to be given back to `wipe`. */
  newKey(): Uint8Array
  /** Zeroes and unlocks a buffer made by `newKey`. */
  wipe(key: Uint8Array): void
  /**
   * Argon2id 1.3 of `secret` into `key` (32 bytes), with a salt of 16 bytes. Done when it returns nothing; otherwise, a second later perhaps,
   * once the promise is fulfilled: until then these buffers must stay as they are.
   */
  derive(key: Uint8Array, secret: Uint8Array, salt: Uint8Array, costs: KdfCosts): Promise<void> | undefined
  /** `crypto_kdf` (BLAKE2b) subkey number `id` of `master`, into `key`. */
  subkey(key: Uint8Array, id: number, master: Uint8Array): void
  /** XChaCha20-Poly1305 (IETF): ciphertext followed by its tag of 16 bytes, put into `sealed` when it is given, which may begin with the plaintext. */
  seal(
    plaintext: Uint8Array,
    associated: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
    sealed?: Uint8Array,
  ): Uint8Array
  /** Opens into `plaintext` (16 bytes shorter than `sealed`). False when the tag does not verify. */
  open(
    plaintext: Uint8Array,
    sealed: Uint8Array,
    associated: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): boolean
  /** BLAKE2b of 32 bytes, keyed when a key is given. */
  hash(bytes: Uint8Array, key?: Uint8Array): Uint8Array
  /** X25519: a fresh pair of 32 bytes each; the secret one is to be wiped like any key. */
  boxKeyPair(): { publicKey: Uint8Array; secretKey: Uint8Array }
  /** The public half of a secret one. */
  boxPublicKey(secretKey: Uint8Array): Uint8Array
  /** `crypto_box_seal`: 48 bytes longer; nobody but the holder of the secret key opens it, its writer included. */
  boxSeal(plaintext: Uint8Array, publicKey: Uint8Array): Uint8Array
  /** The plaintext; null when it was not sealed for this key, or was changed. */
  boxOpen(sealed: Uint8Array, publicKey: Uint8Array, secretKey: Uint8Array): Uint8Array | null
  /** Comparison in constant time of two arrays of the same length. */
  equal(a: Uint8Array, b: Uint8Array): boolean
  /** Comparison of public bytes, as fast as the host can: it may stop at the first difference. */
  same(a: Uint8Array, b: Uint8Array): boolean
}

/** A file held open. Offsets and lengths are in bytes. */
export interface OpenFile {
  size(): number
  /** Up to `length` bytes from `offset`; fewer at the end of the file. They may lie in `room`, of that length at least, when it is given. */
  read(offset: number, length: number, room?: Uint8Array): Uint8Array
  write(offset: number, bytes: Uint8Array): void
  truncate(length: number): void
  /** Data, and the length when it changed, are on the disk (fdatasync). */
  syncData(): void
  /** Data and metadata are on the disk (fsync). */
  sync(): void
  close(): void
}

/** Every failure of these functions is thrown as a `FileFault`. */
export interface FileSystem {
  /**
   * `write` wants the file to exist, `create` not to; `replace` makes another in its place, or the first. All but `read` also read. What is
   * no file (a folder, a pipe that would keep its reader waiting) is `unreadable`.
   */
  open(path: string, mode: 'read' | 'write' | 'create' | 'replace'): OpenFile
  /** Names inside a folder, unsorted. A file instead of a folder is a fault `not-a-folder`. */
  list(folder: string): string[]
  /** Whether this is a link to another place; what is not there is none. */
  isLink(path: string): boolean
  makeFolder(path: string): void
  /** The names inside a folder are on the disk. */
  syncFolder(path: string): void
  /** The name of `path` in its folder is on the disk. */
  syncParent(path: string): void
  /** Replaces a file that exists; a folder may only replace nothing. */
  rename(from: string, to: string): void
  removeFile(path: string): void
  /** The folder must be empty. */
  removeFolder(path: string): void
}

/** `unreadable` and `unwritable`: the disk itself refuses, for any other reason. */
export type FileFaultCode =
  | 'missing'
  | 'exists'
  | 'not-a-folder'
  | 'no-permission'
  | 'disk-full'
  | 'unreadable'
  | 'unwritable'

/** A refusal of the file system, thrown so that it crosses SQLite and every layer of the vault up to `attempt`. */
export class FileFault extends Error {
  readonly code: FileFaultCode
  constructor(code: FileFaultCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'FileFault'
    this.code = code
  }
}

/** A running process, so that a number reused by another process is not mistaken for it. */
export interface ProcessMark {
  pid: number
  /** Changes at each start of the machine; empty where the system does not tell. */
  bootId: string
  /** When the process began, in the system's own unit; empty where the system does not tell. */
  startedAt: string
}

export interface Processes {
  self(): ProcessMark
  isAlive(mark: ProcessMark): boolean
}

export interface VaultPorts {
  crypto: Crypto
  files: FileSystem
  processes: Processes
  /** Left out, the format's own. */
  geometry?: Geometry
}
