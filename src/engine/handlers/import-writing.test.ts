import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { query } from '#core/caseload/tables'
import { failed, ok } from '#core/result'
import type { FromEngine, ToEngine } from '#shared/engine-protocol'
import { workbookOf } from '../import/testing/workbooks.ts'
import { serve } from '../serve.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { act, passphrase } from '../testing/test-engine.ts'

let engine: RealEngine
afterEach(() => engine.remove())

const choose = (content: string | Uint8Array) => {
  engine.places.importFile = join(engine.folder, 'carnet papier')
  writeFileSync(engine.places.importFile, content)
}
async function preview() {
  const reply = await engine.handlers['import.preview']({ act, kind: 'contacts' })
  if (!reply.ok) throw new Error(reply.failure)
  return reply.value
}
const apply = ({ mapping, fingerprint }: Awaited<ReturnType<typeof preview>>) =>
  engine.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint })
const contacts = async () => {
  const reply = await engine.handlers['contacts.list']({ limit: 1, offset: 0 })
  return reply.ok ? reply.value.total : reply.failure
}
const vaultBytes = () =>
  readdirSync(engine.places.vault, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'base64')])

const headings = 'Date;Qui;Type;Lieu;Axe;Note'
const row = (at: number, note = 'un mot') =>
  `20/11/2026;Momo ${at % 40};écoute;hall;help-relationship;${note}`
const table = (rows: number, note?: string) =>
  [headings, ...Array.from({ length: rows }, (_, at) => row(at, note))].join('\n')

test('given up in the middle of its writing, it leaves every byte of the vault as it was', async () => {
  let slices = 0
  engine = await createRealEngine({
    sleep: async () => {
      if (engine.session.current()?.vault.isHalfDone() && ++slices === 3)
        await engine.handlers['acts.cancel']({ act })
    },
  })
  choose(table(3000))
  const found = await preview()
  const before = vaultBytes()
  expect(await apply(found)).toEqual(failed('cancelled'))
  expect(slices).toBe(3)
  expect(vaultBytes()).toEqual(before)
  expect(await contacts()).toBe(0)
  expect(await engine.handlers['history.read']()).toMatchObject({ value: { undo: null } })

  // and once opened again; then the same file goes in whole, and out as one act
  engine.session.close()
  await engine.handlers['vault.unlock']({ act, passphrase, role: 'worker' })
  expect(await contacts()).toBe(0)
  slices = Infinity
  expect(await apply(await preview())).toMatchObject({ ok: true, value: { added: 3000, newPeople: 40 } })
  expect(await contacts()).toBe(3000)
  expect(await engine.handlers['history.undo']({ act })).toMatchObject({ ok: true })
  expect(await contacts()).toBe(0)
  expect(await engine.handlers['people.list']({ limit: 1, offset: 0 })).toMatchObject({ value: { total: 0 } })
})

test('a lock gives it up too', async () => {
  engine = await createRealEngine({
    sleep: async () => {
      if (engine.session.current()?.vault.isHalfDone()) engine.session.close()
    },
  })
  choose(table(3000))
  expect(await apply(await preview())).toEqual(failed('cancelled'))
  await engine.handlers['vault.unlock']({ act, passphrase, role: 'worker' })
  expect(await contacts()).toBe(0)
})

/** The third slice of what is undone or redone on that engine is where it is interrupted. */
let interrupt: (() => unknown) | null = null
async function withThousands() {
  let slices = 0
  engine = await createRealEngine({
    sleep: async () => {
      if (interrupt && engine.session.current()?.vault.isHalfDone() && ++slices === 3) await interrupt()
    },
  })
  choose(table(3000))
  await apply(await preview())
}
const givingUp = () => engine.handlers['acts.cancel']({ act })

test.each(['undo', 'redo'] as const)('a long %s is told; given up, it leaves every byte', async (turn) => {
  interrupt = null
  await withThousands()
  if (turn === 'redo') await engine.handlers['history.undo']({ act })
  const [before, acts, known] = [vaultBytes(), await engine.handlers['history.read'](), await contacts()]
  engine.events.length = 0
  interrupt = givingUp
  expect(await engine.handlers[`history.${turn}`]({ act })).toEqual(failed('cancelled'))
  expect(engine.events).toContain('acts.progress')
  expect(engine.events).not.toContain('caseload.changed')
  expect(vaultBytes()).toEqual(before)
  expect(await engine.handlers['history.read']()).toEqual(acts)
  expect(await contacts()).toBe(known)
  expect(await engine.handlers[`history.${turn}`]({ act })).toMatchObject({ ok: true })
  expect(await contacts()).toBe(turn === 'undo' ? 0 : 3000)
})

test('killed or locked in the middle of an undo, the notebook opens with all of the act', async () => {
  interrupt = null
  await withThousands()
  const copy = join(engine.folder, 'copie.filigrane')
  interrupt = () => {
    // as it would be found: the lock of a process that is no more stops nobody
    const filter = (path: string) => !path.endsWith('lock')
    cpSync(engine.places.vault, copy, { recursive: true, filter })
    engine.session.close()
  }
  expect(await engine.handlers['history.undo']({ act })).toEqual(failed('cancelled'))
  for (const vault of [engine.places.vault, copy]) {
    engine.places.vault = vault
    expect(await engine.handlers['vault.unlock']({ act, passphrase, role: 'worker' })).toMatchObject({
      ok: true,
    })
    expect(await contacts()).toBe(3000)
    engine.session.close()
  }
})

test('a draft typed behind a long undo is kept by the lock that gives the undo up', async () => {
  interrupt = null
  await withThousands()
  const { handlers, session } = engine
  let send: (message: ToEngine) => void = () => {}
  const calling = { type: 'call', places: engine.places } as const
  const kept = Promise.withResolvers<FromEngine>()
  const post = (message: FromEngine) => {
    if (message.type === 'reply' && message.id === 2) kept.resolve(message)
  }
  serve({ post, listen: (receive) => void (send = receive) }, () => ({
    handlers,
    giveUp: () => session.acts.cancelAll(),
    close: () => session.close(),
  }))
  interrupt = () => {
    send({ ...calling, id: 2, name: 'draft.keep', input: { note: 'Deux mots de plus.' } })
    send({ type: 'close' })
  }
  send({ ...calling, id: 1, name: 'history.undo', input: { act } })
  expect(await kept.promise).toMatchObject({ reply: ok() })
  expect(await handlers['draft.read']()).toEqual(failed('vault-locked'))
  await handlers['vault.unlock']({ act, passphrase, role: 'worker' })
  expect(await handlers['draft.read']()).toEqual(ok({ note: 'Deux mots de plus.' }))
  expect(await contacts()).toBe(3000)
})

test('what no frame of the journal could carry is not undone, and says so', async () => {
  interrupt = null
  await withThousands()
  Object.assign(engine.session.current()?.vault ?? {}, {
    // oxlint-disable-next-line require-yield -- it fails at once
    *transactSlowly() {
      return failed('transaction-too-large')
    },
  })
  expect(await engine.handlers['history.undo']({ act })).toEqual(failed('transaction-too-large'))
})

test('undone too late, a long act is left whole', async () => {
  interrupt = null
  await withThousands()
  // the first row it made is the last one to be taken back
  const [first] =
    engine.session
      .current()
      ?.vault.all(sql<{ id: string }>`select id from person order by rowid limit 1`.compile(query)) ?? []
  engine.session.current()?.vault.transact((tx) => {
    tx.run(sql`update person set howMet = 'par la porte' where id = ${first?.id}`.compile(query))
    return ok()
  })
  expect(await engine.handlers['history.undo']({ act })).toEqual(failed('changed-since'))
  expect(await contacts()).toBe(3000)
})

test(
  'a file within every limit, whose transaction no frame could carry, is refused as such',
  { timeout: 240_000 },
  async () => {
    engine = await createRealEngine()
    // a byte each in the Windows-1252 of the file, two in the vault
    choose(Buffer.from(table(700, '«'.repeat(50_000)), 'latin1'))
    const found = await preview()
    expect(found.counts).toMatchObject({ added: 700, refused: 0 })
    const before = vaultBytes()
    expect(await apply(found)).toEqual(failed('transaction-too-large'))
    expect(vaultBytes()).toEqual(before)
    choose(table(2))
    expect(await apply(await preview())).toMatchObject({ ok: true, value: { added: 2 } })
  },
)

/** A workbook that says the same long note in each of its rows: small on the disk. */
function repetitive(rows: number): Uint8Array {
  const cell = (text: string, place: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
  const line = (cells: string[], at: number, last: string) =>
    `<row r="${at}">${cells.map((text, column) => cell(text, `${String.fromCharCode(65 + column)}${at}`)).join('')}${last}</row>`
  const fields = ['20/11/2026', 'Momo', 'écoute', 'hall', 'help-relationship']
  const lines = Array.from({ length: rows }, (_, at) =>
    line(fields, at + 2, `<c r="F${at + 2}" t="s"><v>0</v></c>`),
  )
  return workbookOf([line(headings.split(';'), 1, '') + lines.join('')], {
    'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'mot '.repeat(12_499)}</t></si></sst>`),
  })
}

test('what already passes a frame by its letters alone is told by the dry run; a table larger still is not kept at all', async () => {
  engine = await createRealEngine()
  choose(repetitive(1400))
  expect(await engine.handlers['import.preview']({ act, kind: 'contacts' })).toEqual(
    failed('transaction-too-large'),
  )
  choose(repetitive(2100))
  expect(await engine.handlers['import.preview']({ act, kind: 'contacts' })).toEqual(
    failed('import-too-large'),
  )
})
