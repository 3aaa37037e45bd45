import type { Crypto, FileSystem } from '#core/vault/ports'
import { withinPolicy } from '#core/vault/slots'
import type { Geometry } from '#core/vault/sizes'
import { seededRandom, type Random } from '#core/random'
import { crypto as sodium } from '../../engine/adapters/sodium.ts'
import { loadSqlEngine, type Database, type SqlEngine } from '../../engine/adapters/sqljs.ts'
import type { StorePorts } from '../../engine/store.ts'
import { cheapPolicy } from '../../engine/store/testing/real-ports.ts'

/** Pieces so small that every byte and every bit of a vault can be tried. A chunk is one page of SQLite. */
export const tinyGeometry: Geometry = { chunk: 4096, pack: 3, step: 1, growth: 512, ballast: 64 }

/** What is deliberately broken, to see that the proof notices. */
export interface Mutant {
  files?: (files: FileSystem) => FileSystem
  crypto?: (crypto: Crypto) => Crypto
  /** A script in place of the process that is killed, which knows nothing of the two others. */
  writer?: URL
}

/** Real libsodium and SQLite on a disk in memory; every random byte comes from the seed. */
export interface World {
  random: Random
  /** Of the process that is killed. */
  writer: URL
  portsOn(files: FileSystem): StorePorts
  /** Frees the memory of every database opened so far: the engines that had them are dead. */
  bury(): void
}

export async function createWorld(seed: number, mutant: Mutant = {}): Promise<World> {
  const random = seededRandom(seed)
  const sql = await loadSqlEngine()
  const databases: Database[] = []
  const tracked: SqlEngine = {
    ...sql,
    open(image) {
      const database = sql.open(image)
      databases.push(database)
      return database
    },
  }
  const seeded: Crypto = {
    ...sodium,
    randomBytes: (length) => Uint8Array.from({ length }, () => random.int(0, 255)),
    // unlocked memory: a proof makes millions of keys, none of which matters
    newKey: () => new Uint8Array(32),
    wipe: (key) => void key.fill(0),
    derive(key, secret, salt, costs) {
      if (!withinPolicy(costs, cheapPolicy)) throw new Error('a derivation was asked outside the policy')
      return sodium.derive(key, secret, salt, costs)
    },
  }
  const crypto = mutant.crypto?.(seeded) ?? seeded
  const processes = { self: () => ({ pid: 1, bootId: 'proof', startedAt: '1' }), isAlive: () => false }
  const clock = { now: () => '2026-11-24T14:32' }
  return {
    random,
    writer: mutant.writer ?? new URL('../../engine/store/testing/writer.ts', import.meta.url),
    portsOn: (files) => ({
      crypto,
      processes,
      clock,
      sql: tracked,
      files: mutant.files?.(files) ?? files,
      geometry: tinyGeometry,
    }),
    bury() {
      for (const database of databases.splice(0)) database.close()
    },
  }
}
