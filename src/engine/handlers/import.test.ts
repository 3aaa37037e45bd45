import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { storeFailures } from '#core/database'
import { failed } from '#core/result'
import { importCommands, shownIssues } from '#shared/contract/import'
import { fictional } from '../testing/fictional.ts'
import { act, createOpenEngine, createTestEngine, type TestEngine } from '../testing/test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-handlers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'carnet papier.csv')
const choose = (text: string) => {
  writeFileSync(path, text)
  engine.places.importFile = path
}

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
})

async function preview(kind: 'contacts' | 'resources' = 'contacts') {
  const reply = await engine.handlers['import.preview']({ act, kind })
  if (!reply.ok) throw new Error(reply.failure)
  expect(importCommands['import.preview'].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

const headings = 'Date;Qui;Type;Lieu;Axe;Note'
const good = '20/11/2026;Momo;écoute;hall;help-relationship;un mot'

test('a dry run tells what is in the file and writes nothing', async () => {
  await engine.handlers['contacts.save'](fictional.contact())
  choose(`${headings}\n${good}\n21/11/2026;Momo;ecoutte;hall;help-relationship;"deux\nlignes"`)
  engine.events.length = 0
  const before = await engine.handlers['history.read']()
  expect(await preview()).toMatchObject({
    name: 'carnet papier.csv',
    format: 'csv',
    columns: [
      { heading: 'Date', samples: ['20/11/2026', '21/11/2026'] },
      { heading: 'Qui', samples: ['Momo'] },
      { heading: 'Type', samples: ['écoute', 'ecoutte'] },
      { heading: 'Lieu', samples: ['hall'] },
      { heading: 'Axe', samples: ['help-relationship'] },
      { heading: 'Note', samples: ['un mot', 'deux lignes'] },
    ],
    mapping: { dateOrder: 'day-first', fields: { date: { column: 0 }, note: { column: 5 } } },
    counts: { added: 1, present: 0, refused: 1, newPeople: 1 },
    issues: [{ line: 3, reason: 'unknown-value', field: 'kinds', value: 'ecoutte', suggestion: 'Écoute' }],
  })
  expect(engine.events).not.toContain('caseload.changed')
  expect(await engine.handlers['history.read']()).toEqual(before)
  expect(await engine.handlers['contacts.list']({ limit: 10, offset: 0 })).toMatchObject({
    value: { total: 1 },
  })
})

test('the sample directory says what each of its columns is, and no row of it is left aside', async () => {
  engine.places.importFile = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample-directory.csv')
  const { columns, mapping, fingerprint, counts, issues } = await preview('resources')
  expect(new Set(Object.values(mapping.fields)).size).toBe(columns.length)
  expect(Object.values(mapping.fields).every((from) => 'column' in from)).toBe(true)
  expect({ counts, issues }).toEqual({
    counts: { added: 28, present: 0, refused: 0, newPeople: 0 },
    issues: [],
  })
  await engine.handlers['import.apply']({ act, kind: 'resources', mapping, fingerprint })
  expect(await engine.handlers['resources.list']()).toMatchObject({ value: { length: 28 } })
})

test('what was corrected in the mapping is what is read', async () => {
  choose('A;B\n20/11/2026;Momo')
  const { mapping, counts } = await preview()
  expect([mapping.fields, counts.refused]).toEqual([{}, 1])
  const corrected = {
    dateOrder: 'day-first' as const,
    fields: {
      date: { column: 0 },
      people: { column: 1 },
      kinds: { value: 'Écoute' },
      place: { value: 'hall' },
      mandateAxis: { value: 'help-relationship' },
    },
  }
  expect(
    await engine.handlers['import.preview']({ act, kind: 'contacts', mapping: corrected }),
  ).toMatchObject({
    value: { mapping: corrected, counts: { added: 1, refused: 0 } },
  })
})

test('the first refused rows are told, and all are counted', async () => {
  choose(`${headings}\n${'hier;;;;;\n'.repeat(300)}`)
  const { issues, counts } = await preview()
  expect(issues).toHaveLength(shownIssues)
  expect(counts.refused).toBe(300)
})

test('an import is one act, told by the name of its file', async () => {
  choose(`${headings}\n${good}\n${good.replace('20', '21')}`)
  const { mapping, fingerprint } = await preview()
  engine.events.length = 0
  const applied = await engine.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint })
  expect(applied).toEqual({ ok: true, value: { added: 2, present: 0, refused: 0, newPeople: 1 } })
  expect(engine.events.filter((name) => name === 'caseload.changed')).toHaveLength(1)
  expect(await engine.handlers['history.undo']({ act })).toEqual({
    ok: true,
    value: { command: 'import.apply', subject: 'carnet papier.csv' },
  })
  expect(await engine.handlers['contacts.list']({ limit: 10, offset: 0 })).toMatchObject({
    value: { total: 0 },
  })
  expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toEqual({
    ok: true,
    value: { total: 0, rows: [] },
  })
})

test('what a record may not say is refused row by row, not at the end', async () => {
  const settings = await engine.handlers['settings.read']()
  if (!settings.ok) throw new Error(settings.failure)
  await engine.handlers['settings.save']({ ...settings.value, mandateStartsOn: '2026-11-21' })
  choose(`${headings}\n${good}\n${good.replace('20', '21')}`)
  const { mapping, fingerprint, issues } = await preview()
  expect(issues).toMatchObject([{ line: 2, reason: 'before-mandate' }])
  expect(
    await engine.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint }),
  ).toMatchObject({
    value: { added: 1, refused: 1 },
  })
  choose('Organisme;Vérifié le\nLa Passerelle;2026-11-25\nLe Gîte;2026-11-24')
  const resources = await preview('resources')
  expect(resources.issues).toMatchObject([{ line: 2, reason: 'in-the-future' }])
  expect(await engine.handlers['import.apply']({ act, kind: 'resources', ...resources })).toMatchObject({
    value: { added: 1, refused: 1 },
  })
})

test('given up, a dry run tells nothing and an import writes nothing', async () => {
  const sleeper: { wakes: () => void } = { wakes: () => undefined }
  const asleep = await createOpenEngine({
    sleep: () => new Promise((resolve) => setTimeout(() => resolve(sleeper.wakes()), 0)),
  })
  engine = asleep
  const rows = Array.from({ length: 2000 }, (_, at) => good.replace('Momo', `Momo ${at}`))
  choose([headings, ...rows].join('\n'))
  const { mapping, fingerprint } = await preview()
  sleeper.wakes = () => void asleep.handlers['acts.cancel']({ act })
  expect(await asleep.handlers['import.preview']({ act, kind: 'contacts' })).toEqual(failed('cancelled'))
  expect(await asleep.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint })).toEqual(
    failed('cancelled'),
  )
  expect(await asleep.handlers['people.list']({ limit: 10, offset: 0 })).toEqual({
    ok: true,
    value: { total: 0, rows: [] },
  })
  expect(await asleep.handlers['history.read']()).toMatchObject({ value: { undo: null } })
})

test('a file changed since its dry run is not imported', async () => {
  choose(`${headings}\n${good}`)
  const { mapping, fingerprint } = await preview()
  choose(`${headings}\n${good}\n${good}`)
  expect(await engine.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint })).toEqual(
    failed('import-changed'),
  )
  expect(await engine.handlers['contacts.list']({ limit: 10, offset: 0 })).toMatchObject({
    value: { total: 0 },
  })
})

test('without a file, with an unreadable one, or locked, nothing is read', async () => {
  const ask = (engine: TestEngine) =>
    Promise.all([
      engine.handlers['import.preview']({ act, kind: 'contacts' }),
      engine.handlers['import.apply']({
        act,
        kind: 'contacts',
        mapping: { fields: {}, dateOrder: 'day-first' },
        fingerprint: '',
      }),
    ])
  expect(await ask(engine)).toEqual([failed('import-no-file'), failed('import-no-file')])
  choose('')
  expect(await ask(engine)).toEqual([failed('import-empty'), failed('import-empty')])
  expect(await ask(await createTestEngine())).toEqual([failed('vault-locked'), failed('vault-locked')])
})

test('why the store could not write is handed on, and nothing is half imported', async () => {
  choose(`${headings}\n${good}`)
  const { mapping, fingerprint } = await preview()
  const vault = engine.session.current()?.vault
  for (const failure of storeFailures) {
    Object.assign(vault ?? {}, {
      // oxlint-disable-next-line require-yield -- it fails at once
      *transactSlowly() {
        return failed(failure)
      },
    })
    expect(await engine.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint })).toEqual(
      failed(failure),
    )
  }
})
