import { expect, test } from 'vitest'
import { ok } from '#core/result'
import { sealedLength } from '#core/vault/chunk'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import type { SqlEngine } from '../adapters/sqljs.ts'
import { createNotes, openNotes, query, realPorts } from './testing/real-ports.ts'
import { finish } from './long-act.ts'

const real = await realPorts()
const folder = '/carnet'
const indexed = [
  {
    version: 1,
    sql: `CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
          CREATE VIRTUAL TABLE note_search USING fts4(content="note", body, tokenize=unicode61);`,
  },
]

test.each([
  [0, 6],
  [2, 7],
  [Infinity, 1],
])(
  'what is erased is in no page, index, generation or torn copy, after %d steps of an idle checkpoint (an index in %d pieces)',
  (idleSteps, pieces) => {
    const images: Parameters<SqlEngine['open']>[0][] = []
    const sql: SqlEngine = {
      ...real.sql,
      open(image) {
        images.push(image)
        return real.sql.open(image)
      },
    }
    const files = createMemoryFiles()
    const geometry = { chunk: 4096, pack: 3, step: 1, growth: 512, ballast: 64 }
    const ports = { ...real, sql, files, geometry, processes: { ...real.processes, isAlive: () => false } }
    const store = createNotes(ports, folder, indexed)
    const run = (text: string, ...values: (string | number)[]) =>
      store.transact((tx) => {
        tx.run(query(text, ...values))
        return ok()
      })
    const others = (id: number) => Array.from({ length: 2000 }, (_, n) => `m${2000 * id + n}`).join(' ')
    for (const [id, words] of ['bonjour zorglubine', 'bonjour tout le monde', '', '', '', ''].entries()) {
      const body = `${words} ${others(id)}`
      run('INSERT INTO note VALUES (?, ?)', id, body)
      run('INSERT INTO note_search (docid, body) VALUES (?, ?)', id, body)
      store.checkpoint()
    }
    const idle = store.checkpointSlowly()
    for (let step = 0; step < idleSteps && idle.next().state === 'running'; step++);
    idle.cancel()
    expect(store.all(query('SELECT 1 FROM note_search_segdir'))).toHaveLength(pieces)
    files.open(`${folder}/0001.journal.torn`, 'create')
    const [image] = images
    if (!image) throw new Error('no image')
    const shows = (word: string) => Buffer.from(image.read(0, image.length())).includes(word)
    expect(shows('zorglubine')).toBe(true)

    run('DELETE FROM note WHERE id = 0')
    expect(shows('zorglubine')).toBe(true)
    expect(finish(store.eraseDeleted())).toMatchObject({ ok: true, value: { leftBehind: 0 } })
    expect(shows('zorglubine')).toBe(false)
    expect(shows('monde')).toBe(true)
    expect(files.list(folder).filter((name) => /^\d/.test(name))).toHaveLength(2)
    // no pack keeps the place of a chunk that is gone
    const packed = files
      .list(`${folder}/packs`)
      .map((name) => files.contents(`${folder}/packs/${name}`).length)
    expect(packed.reduce((sum, length) => sum + length, 0)).toBe(image.counts().chunks * sealedLength(4096))
    expect(store.all(query("SELECT docid FROM note_search WHERE note_search MATCH 'bonjour'"))).toEqual([
      { docid: 1 },
    ])
    expect(openNotes({ ...ports, sql: real.sql }, folder).opened.replayed).toBe(0)
  },
)
