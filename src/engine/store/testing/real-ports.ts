import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import type { Reader, SqlValue } from '#core/database'
import { ok } from '#core/result'
import type { CostPolicy } from '#core/vault/slots'
import { files } from '../../adapters/files.ts'
import { processes } from '../../adapters/processes.ts'
import { crypto } from '../../adapters/sodium.ts'
import { loadSqlEngine } from '../../adapters/sqljs.ts'
import { recoveryWordsFrom } from '../../adapters/words.ts'
import { createStore, openStore, type Migration, type OpenStore, type StorePorts } from '../../store.ts'

/** Argon2id as cheap as it can be: the real function, too weak for anything but a test. */
export const cheapCosts = { operations: 1, memory: 8 }
export const cheapPolicy: CostPolicy = { floor: cheapCosts, ceiling: { operations: 4, memory: 1024 } }

export const schema: Migration[] = [
  { version: 1, sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)' },
]
/** The same, its notes in a full-text index as the caseload's are. */
export const indexedSchema: Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE VIRTUAL TABLE noteText USING fts4(content="note", body, tokenize=unicode61 "remove_diacritics=2");
      CREATE TRIGGER noteIn AFTER INSERT ON note BEGIN
        INSERT INTO noteText (docid, body) VALUES (new.id, new.body);
      END;
      CREATE TRIGGER noteOut BEFORE DELETE ON note BEGIN
        DELETE FROM noteText WHERE docid = old.id;
      END;`,
  },
]
export const passphrase = 'un hibou sans plume'
export const recoveryWords = recoveryWordsFrom(new Uint8Array(16).fill(7))

export async function realPorts(changes: Partial<StorePorts> = {}): Promise<StorePorts> {
  return {
    crypto,
    files,
    processes,
    sql: await loadSqlEngine(),
    clock: { now: () => '2026-11-24T14:32' },
    ...changes,
  }
}

/** A folder of its own, removed by `remove`. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'vault-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Files of a folder that this process has open, by name; Linux alone tells. */
export function openInside(folder: string): string[] {
  if (process.platform !== 'linux') return []
  const paths = readdirSync('/proc/self/fd').map((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`)
    } catch {
      // the one that listed them is closed
      return ''
    }
  })
  return paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
}

/** Permissions do not hold root back: as root, the act is done as nobody. */
export function asOrdinaryUser<T>(act: () => T): T {
  if (process.getuid?.() !== 0) return act()
  process.seteuid?.(65534)
  try {
    return act()
  } finally {
    process.seteuid?.(0)
  }
}

export function createNotes(ports: StorePorts, folder: string, tables = schema): OpenStore {
  const created = createStore(ports, {
    folder,
    passphrase,
    recoveryWords,
    schema: tables,
    costs: cheapCosts,
    policy: cheapPolicy,
  })
  if (!created.ok) throw new Error(created.failure)
  return created.value
}

export function tryOpenNotes(ports: StorePorts, folder: string, typed = passphrase) {
  return openStore(ports, {
    folder,
    secret: { kind: 'passphrase', passphrase: typed },
    migrations: schema,
    costs: cheapCosts,
    policy: cheapPolicy,
  })
}

export function openNotes(ports: StorePorts, folder: string): OpenStore {
  const opened = tryOpenNotes(ports, folder)
  if (!opened.ok) throw new Error(opened.failure)
  return opened.value
}

export function query(sql: string, ...parameters: SqlValue[]): CompiledQuery {
  return CompiledQuery.raw(sql, parameters)
}

export function addNote(store: OpenStore, body: string) {
  return store.transact((tx) => {
    tx.run(query('INSERT INTO note (body) VALUES (?)', body))
    return ok()
  })
}

export function notes(reader: Reader): string[] {
  return reader
    .all(CompiledQuery.raw('SELECT body FROM note ORDER BY id') as CompiledQuery<{ body: string }>)
    .map(({ body }) => body)
}
