import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type StoreOpening } from '../store.ts'
import { python, readIndependently } from './testing/independent-reader.ts'
import { passphrase, query, realPorts, recoveryWords, temporaryFolder } from './testing/real-ports.ts'

const kept = new URL('../../core/vault/testing/golden', import.meta.url).pathname
const ports = await realPorts()
const notesQuery = 'SELECT id, body FROM note ORDER BY id'
const noteRows = [
  { id: 1, body: 'dans l’image : été, 🦉 (corrigée)' },
  { id: 2, body: 'dans le journal' },
]
let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

describe.each(readdirSync(kept))('the vault kept since %s', (name) => {
  test.each<[string, StoreOpening['secret'], string | null]>([
    ['the worker', { kind: 'passphrase', passphrase }, 'pour elle seule'],
    ['the coordinator', { kind: 'passphrase', passphrase: 'la coordination', role: 'coordinator' }, null],
    ['the words', { kind: 'recovery', words: recoveryWords, newPassphrase: 'une autre' }, 'pour elle seule'],
  ])('opens for %s, at full cost', (_, secret, sealed) => {
    const folder = `${place.path}/${name}`
    cpSync(`${kept}/${name}`, folder, { recursive: true })
    const opened = openStore(ports, { folder, secret, migrations: [{ version: 1, sql: '' }] })
    if (!opened.ok) throw new Error(opened.failure)
    const store = opened.value
    expect(store.all(query(notesQuery))).toEqual(noteRows)
    expect(store.all(query("SELECT docid FROM note_search WHERE note_search MATCH 'image'"))).toEqual([])
    expect(store.opened).toMatchObject({ sequence: 8, closedCleanly: false, lastSavedAt: '2026-11-24T14:32' })
    const [row] = store.all(query('SELECT content, weight FROM sealed')) as {
      content: Uint8Array
      weight: number
    }[]
    expect(row?.weight).toBe(0.5)
    const content = row && store.openNote(row.content)
    expect(content && new TextDecoder().decode(content)).toEqual(sealed)
    while (store.verifyNext().state === 'running');
    expect(store.health().state).toBe('ok')
    store.close()
  })

  describe.skipIf(python === null)('read by a program in another language', () => {
    const read = (role: string, secret: string, sql: string) =>
      readIndependently(`${kept}/${name}`, role, secret, sql)

    test('it holds the same', () => {
      expect(read('worker', passphrase, notesQuery)).toMatchObject({
        stderr: '',
        found: {
          generation: 3,
          sequence: 8,
          saved_at: '2026-11-24T14:32',
          clean: false,
          rows: noteRows.map(({ id, body }) => [id, body]),
        },
      })
    })

    test('its image is made of chunks of several packs', () => {
      const sql = 'SELECT id, length(body), substr(body, 1, 1), substr(body, -1) FROM large ORDER BY id'
      expect(read('worker', passphrase, sql).found).toMatchObject({
        rows: [1, 2, 3].map((id) => [id, 40_000, ...(id === 2 ? ['y', 'y'] : ['x', 'x'])]),
      })
    })

    test('the sealed note opens for the recovery words, not for the coordinator', () => {
      const sql = 'SELECT content, weight FROM sealed'
      expect(read('recovery', '07'.repeat(16), sql).found).toMatchObject({ rows: [['pour elle seule', 0.5]] })
      expect(read('coordinator', 'la coordination', sql).found).toMatchObject({ rows: [[null, 0.5]] })
    })

    test('a wrong passphrase opens nothing', () => {
      expect(read('worker', 'autre chose', notesQuery)).toMatchObject({ status: 1, found: null })
    })
  })
})

test('the reader in another language is short enough to be written again', () => {
  const reader = readFileSync(new URL('../../core/vault/testing/reader.py', import.meta.url), 'utf8')
  expect(reader.split('\n').length - 1).toBeLessThanOrEqual(200)
})
