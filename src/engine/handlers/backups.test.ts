import { cpSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failed, ok } from '#core/result'
import { FileFault } from '#core/vault/ports'
import { securityCommands } from '#shared/contract/security'
import { files } from '../adapters/files.ts'
import { recoveryWordsFrom } from '../adapters/words.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { act, passphrase } from '../testing/test-engine.ts'

let engine: RealEngine
let file: string
beforeEach(async () => {
  engine = await createRealEngine()
  file = `${engine.folder}/copie.filigrane-sauvegarde`
  engine.places.newBackup = file
  await engine.handlers['people.save'](fictional.person())
})
afterEach(() => engine.remove())

const worker = { kind: 'passphrase', passphrase, role: 'worker' } as const
const make = () => engine.handlers['backups.make']({ act: uuid() })
const made = async () => {
  const reply = await make()
  if (!reply.ok) throw new Error(reply.failure)
  return reply.value
}
const list = async () => {
  const reply = await engine.handlers['backups.list']()
  return reply.ok ? reply.value : reply.failure
}
const verify = (id: string) => engine.handlers['backups.verify']({ act: uuid(), id })
const rehearse = (id?: string) =>
  engine.handlers['backups.rehearse']({ act: uuid(), ...(id !== undefined && { id }), secret: worker })
/** Another byte in the middle. */
function spoil(path: string): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2)
  writeFileSync(path, bytes.with(at, (bytes[at] ?? 0) ^ 1))
}

test('what is answered is what the contract says', async () => {
  const { handlers } = engine
  const holds = (
    name: keyof typeof securityCommands,
    reply: { ok: true; value: unknown } | { ok: false },
  ) => {
    if (!reply.ok) throw new Error(name)
    expect(securityCommands[name].output.parse(reply.value)).toEqual(reply.value)
  }
  holds('backups.make', await make())
  const backups = await handlers['backups.list']()
  holds('backups.list', backups)
  const [copy] = backups.ok ? backups.value : []
  const id = copy?.id ?? ''
  holds('backups.verify', await verify(id))
  holds('backups.rehearse', await rehearse(id))
  holds('security.read', await handlers['security.read']())
  holds('security.recalibrate', await handlers['security.recalibrate']({ act: uuid(), passphrase }))
  const slots = [{ role: 'worker', passphrase }] as const
  holds('security.rekey', await handlers['security.rekey']({ act: uuid(), passphrase, slots: [...slots] }))
})

test('a copy is written, read back and remembered', async () => {
  const copy = await made()
  expect(copy).toMatchObject({
    name: 'copie.filigrane-sauvegarde',
    madeAt: '2026-11-24T10:00',
    sequence: 1,
    size: readFileSync(file).length,
    state: 'here',
    hasOldKeys: false,
  })
  expect(await list()).toEqual([copy])
  expect(await verify(copy.id)).toEqual(ok())
  // the same file again: one line, the newest
  await engine.handlers['people.save'](fictional.person())
  const again = await made()
  expect(await list()).toEqual([again])
  expect(again.sequence).toBeGreaterThan(copy.sequence)
})

test('the list says what is there today', async () => {
  const { id } = await made()
  renameSync(file, `${file}.ailleurs`)
  expect(await list()).toMatchObject([{ state: 'away' }])
  expect(await verify(id)).toEqual(failed('backup-missing'))
  expect(await rehearse(id)).toEqual(failed('backup-missing'))
  writeFileSync(file, 'autre chose')
  expect(await list()).toMatchObject([{ state: 'changed' }])
  expect(await verify(id)).toEqual(failed('backup-damaged'))
  expect(await rehearse(id)).toEqual(failed('not-a-backup'))
  expect(await engine.handlers['backups.forget']({ id })).toEqual(ok())
  expect(await list()).toEqual([])
  expect(readFileSync(file, 'utf8')).toBe('autre chose')
  for (const reply of [await verify(id), await rehearse(id), await engine.handlers['backups.forget']({ id })])
    expect(reply).toEqual(failed('not-found'))
})

test('a rehearsal removes nothing of hers, whatever she called it', async () => {
  const { id } = await made()
  const hers = `${engine.places.vault}.essai`
  cpSync(engine.places.vault, hers, { recursive: true })
  expect(await rehearse(id)).toMatchObject({ ok: true })
  expect(readdirSync(hers).sort()).toEqual(readdirSync(engine.places.vault).sort())
})

test('one bit changed is seen by a check and by a rehearsal', async () => {
  const { id } = await made()
  spoil(file)
  expect(await list()).toMatchObject([{ state: 'here' }])
  expect(await verify(id)).toEqual(failed('backup-damaged'))
  expect(await rehearse(id)).toEqual(failed('backup-damaged'))
})

test('a rehearsal says what the copy holds beside today, and changes nothing', async () => {
  await made()
  await engine.handlers['people.save'](fictional.person())
  engine.places.backup = file
  const before = readdirSync(engine.folder).toSorted()
  expect(await rehearse()).toMatchObject({
    ok: true,
    value: { copy: { people: 1, contacts: 0, sequence: 1 }, today: { people: 2, contacts: 0 } },
  })
  const words = { kind: 'words', words: engine.words } as const
  expect(await engine.handlers['backups.rehearse']({ act: uuid(), secret: words })).toMatchObject({
    ok: true,
  })
  const wrong = { ...worker, passphrase: 'fausse' }
  expect(await engine.handlers['backups.rehearse']({ act: uuid(), secret: wrong })).toEqual(
    failed('wrong-passphrase'),
  )
  expect(
    await engine.handlers['backups.rehearse']({ act: uuid(), secret: { kind: 'words', words: 'abaisser' } }),
  ).toEqual(failed('recovery-words-invalid'))
  expect(readdirSync(engine.folder).toSorted()).toEqual(before)
})

const otherWords = { kind: 'words', words: recoveryWordsFrom(new Uint8Array(16).fill(99)) } as const

test('the words of another sheet are said to be that, not a slip of the keyboard', async () => {
  const { id } = await made()
  const tried = engine.handlers['backups.rehearse']({ act: uuid(), id, secret: otherWords })
  expect(await tried).toEqual(failed('recovery-words-other'))
  engine.places.backup = file
  engine.places.restored = `${engine.folder}/restauré.filigrane`
  expect(await engine.handlers['restore.run']({ act: uuid(), secret: otherWords })).toEqual(
    failed('recovery-words-other'),
  )
})

test('the copy of another notebook is said to be that, and nothing of it is counted', async () => {
  const other = await createRealEngine()
  const theirs = `${other.folder}/autre.filigrane-sauvegarde`
  other.places.newBackup = theirs
  await other.handlers['backups.make']({ act: uuid() })
  engine.places.backup = theirs
  expect(await rehearse()).toEqual(failed('backup-of-other'))
  other.remove()
})

test('a disk that does not answer is not said to hold a damaged copy', async () => {
  const { id } = await made()
  const open = files.open.bind(files)
  const opening = vi.spyOn(files, 'open').mockImplementation((path, mode) => {
    const opened = open(path, mode)
    const read = () => {
      throw new FileFault('unreadable')
    }
    return path === file ? { ...opened, read } : opened
  })
  expect(await verify(id)).toEqual(failed('backup-unreadable'))
  expect(await rehearse(id)).toEqual(failed('backup-unreadable'))
  opening.mockRestore()
  expect(await verify(id)).toEqual(ok())
})

test('a place that cannot hold a copy is refused, and the vault is as it was', async () => {
  const at = (path: string | null) => {
    engine.places.newBackup = path
    return make()
  }
  expect(await at(null)).toEqual(failed('cancelled'))
  expect(await at(`${engine.places.vault}/copie`)).toEqual(failed('backup-inside-vault'))
  expect(await at(`${engine.folder}/absent/copie`)).toEqual(failed('backup-place-missing'))
  expect(await list()).toEqual([])
  expect(await at(`${engine.places.vault} 2.filigrane-sauvegarde`)).toMatchObject({ ok: true })
})

describe('given up in the middle', () => {
  const givingUp = async <T>(begin: (act: string) => T | Promise<T>): Promise<T> => {
    const act = uuid()
    const under = begin(act)
    await engine.handlers['acts.cancel']({ act })
    return under
  }

  test('a copy leaves no file and no line', async () => {
    expect(await givingUp((act) => engine.handlers['backups.make']({ act }))).toEqual(failed('cancelled'))
    expect(readdirSync(engine.folder)).toEqual(['carnet.filigrane'])
    expect(await list()).toEqual([])
    expect(await made()).toMatchObject({ state: 'here' })
  })

  test('a check, a rehearsal and a restore leave nothing, and the vault opens', async () => {
    const { id } = await made()
    engine.places.backup = file
    engine.places.restored = `${engine.folder}/restauré.filigrane`
    const before = readdirSync(engine.folder).toSorted()
    const cancelled = failed('cancelled')
    expect(await givingUp((act) => engine.handlers['backups.verify']({ act, id }))).toEqual(cancelled)
    expect(await givingUp((act) => engine.handlers['backups.rehearse']({ act, id, secret: worker }))).toEqual(
      cancelled,
    )
    expect(await givingUp((act) => engine.handlers['restore.run']({ act, secret: worker }))).toEqual(
      cancelled,
    )
    expect(readdirSync(engine.folder).toSorted()).toEqual(before)
    engine.session.close()
    expect(await engine.handlers['vault.unlock']({ act, passphrase })).toMatchObject({ ok: true })
    expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({
      ok: true,
      value: { rows: [{}] },
    })
  })
})

describe('restoring, the vault closed', () => {
  beforeEach(async () => {
    await made()
    engine.session.close()
    engine.places.backup = file
    engine.places.restored = `${engine.folder}/restauré.filigrane`
  })
  const restore = (secret: Parameters<(typeof engine.handlers)['restore.run']>[0]['secret'] = worker) =>
    engine.handlers['restore.run']({ act: uuid(), secret })

  test('a copy becomes a vault that opens with the same secrets', async () => {
    expect(await restore()).toEqual(ok({ lastSavedAt: '2026-11-24T14:32' }))
    engine.places.vault = engine.places.restored ?? ''
    expect(await engine.handlers['vault.unlock']({ act, passphrase })).toMatchObject({ ok: true })
    expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({
      ok: true,
      value: { rows: [{}] },
    })
  })

  test('the words restore too', async () => {
    expect(await restore({ kind: 'words', words: engine.words })).toMatchObject({ ok: true })
  })

  test('each refusal has its code, leaves nothing, and touches neither the copy nor a vault', async () => {
    const bytes = readFileSync(file)
    expect(await restore({ ...worker, passphrase: 'fausse' })).toEqual(failed('wrong-passphrase'))
    expect(await restore({ ...worker, role: 'coordinator' })).toEqual(failed('wrong-passphrase'))
    expect(await restore({ kind: 'words', words: 'abaisser' })).toEqual(failed('recovery-words-invalid'))
    const changed = async (at: number, value: number) => {
      writeFileSync(file, bytes.with(at, value))
      return restore()
    }
    expect(await changed(0, 0)).toEqual(failed('not-a-backup'))
    expect(await changed(8, 9)).toEqual(failed('backup-too-new'))
    expect(await changed(60, (bytes[60] ?? 0) ^ 1)).toEqual(failed('backup-damaged'))
    writeFileSync(file, bytes)
    expect(existsSync(engine.places.restored ?? '')).toBe(false)
    engine.places.restored = engine.places.vault
    expect(await restore()).toEqual(failed('already-exists'))
    engine.places.restored = `${engine.folder}/absent/carnet`
    expect(await restore()).toEqual(failed('vault-missing'))
    engine.places.restored = null
    expect(await restore()).toEqual(failed('cancelled'))
    engine.places.restored = `${engine.folder}/restauré.filigrane`
    engine.places.backup = `${file}.absente`
    expect(await restore()).toEqual(failed('backup-missing'))
    expect(readdirSync(engine.folder).toSorted()).toEqual(['carnet.filigrane', 'copie.filigrane-sauvegarde'])
    expect(await engine.handlers['vault.unlock']({ act, passphrase })).toMatchObject({ ok: true })
  })
})
