import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import { createMemoryStore } from '../../engine/testing/memory-store.ts'
import { fictional } from '../../engine/testing/fictional.ts'
import { createHistory } from './history.ts'
import { migrations } from './migrations.ts'
import { savePerson } from './repository/people.ts'
import { primaryKeys } from './tables.ts'

test('versions follow each other from 1', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('the schema is the committed one', async () => {
  const { Database } = await initSqlJs()
  const db = new Database()
  for (const { sql } of migrations) db.run(sql)
  const objects = db.exec('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')[0]
    ?.values
  const dump = objects?.map(([sql]) => `${String(sql)};\n`).join('\n')
  await expect(dump).toMatchFileSnapshot('schema.sql')
})

test('the primary keys known to the program are those of the tables', async () => {
  const store = await createMemoryStore()
  for (const [table, columns] of Object.entries(primaryKeys)) {
    const keys = store.rows(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`)
    expect(keys.flat()).toEqual(columns)
  }
})

test('a row that names nobody is refused by the database itself', async () => {
  const store = await createMemoryStore()
  const context = { now: '2026-11-24T10:00', newId: () => 'p1' }
  createHistory(store).perform('people.save', (writer) => savePerson(writer, fictional.person(), context))
  const orphan = () =>
    createHistory(store).perform('test', (writer) => {
      writer.put('bondStageChange', { personId: 'nobody', changedOn: '2026-11-24', stage: 'bond' })
      return { ok: true, value: { subject: '' } }
    })
  expect(orphan).toThrow(/FOREIGN KEY/)
  expect(store.rows('SELECT personId FROM bondStageChange')).toEqual([['p1']])
})
