import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failed, ok } from '#core/result'
import type { Health } from '#shared/contract/vault'
import type { EnginePorts } from '../ports.ts'
import { fictional } from '../testing/fictional.ts'
import { memoryWords } from '../testing/memory-vault.ts'
import {
  act,
  createOpenEngine,
  createTestEngine,
  lastWords,
  passphrase,
  type TestEngine,
} from '../testing/test-engine.ts'

const told = {
  sequence: 0,
  lastSavedAt: null,
  closedCleanly: true,
  tornFrameDropped: false,
  role: 'worker',
  isTrial: false,
  fellBack: null,
  olderThan: null,
}
const opened = ok(told)

describe('creating', () => {
  let engine: TestEngine
  beforeEach(async () => {
    engine = await createTestEngine()
  })
  const create = (retyped: [string, string]) => engine.handlers['vault.create']({ act, passphrase, retyped })

  test('two different words are asked, in reading order', async () => {
    const proposed = await engine.handlers['vault.proposeRecovery']()
    expect(proposed).toEqual(ok({ words: memoryWords.split(' '), check: [10, 11] }))
  })

  test('nothing is created before words were proposed and retyped', async () => {
    expect(await create(lastWords)).toEqual(failed('recovery-words-mismatch'))
    await engine.handlers['vault.proposeRecovery']()
    expect(await create(['abriter', 'abriter'])).toEqual(failed('recovery-words-mismatch'))
    expect(await create(['', ''])).toEqual(failed('recovery-words-mismatch'))
    expect(engine.session.current()).toBeNull()
    expect(await create(lastWords)).toEqual(opened)
    expect(engine.session.current()).not.toBeNull()
  })

  test('accents, case and spaces around the words do not count', async () => {
    await engine.handlers['vault.proposeRecovery']()
    expect(await create([' ÀBRITER', 'abrogé\u0301r '])).toEqual(opened)
  })

  test('an existing vault is never replaced', async () => {
    await engine.handlers['vault.proposeRecovery']()
    await create(lastWords)
    await engine.handlers['vault.proposeRecovery']()
    expect(await create(lastWords)).toEqual(failed('already-exists'))
  })
})

describe('opening', () => {
  let engine: TestEngine
  beforeEach(async () => {
    engine = await createOpenEngine()
    engine.session.close()
  })
  const unlock = (given: string) => engine.handlers['vault.unlock']({ act, passphrase: given })
  const recover = (words: string) =>
    engine.handlers['vault.recover']({ act, words, newPassphrase: 'une toute autre phrase' })

  test('the right passphrase opens at once', async () => {
    expect(await unlock(passphrase)).toEqual(opened)
    expect(engine.sleeps).toEqual([])
  })

  test('each wrong passphrase makes the next attempt wait longer, up to half a minute', async () => {
    for (let attempt = 0; attempt < 7; attempt++) {
      expect(await unlock('fausse')).toEqual(failed('wrong-passphrase'))
    }
    expect(engine.sleeps).toEqual([1, 2, 4, 8, 16, 30, 30].map((seconds) => seconds * 1000))
  })

  test('the right one forgets the wrong ones', async () => {
    await unlock('fausse')
    await unlock('fausse')
    await unlock(passphrase)
    await unlock('fausse')
    expect(engine.sleeps).toEqual([1000, 2000, 1000])
  })

  test('an attempt is not even tried before its delay is over', async () => {
    const gate = Promise.withResolvers<void>()
    const slow = await createTestEngine({ sleep: () => gate.promise })
    await slow.handlers['vault.proposeRecovery']()
    await slow.handlers['vault.create']({ act, passphrase, retyped: lastWords })
    slow.session.close()
    await slow.handlers['vault.unlock']({ act, passphrase: 'fausse' })
    const second = Promise.resolve(slow.handlers['vault.unlock']({ act, passphrase }))
    await Promise.resolve()
    expect(slow.session.current()).toBeNull()
    gate.resolve()
    expect(await second).toEqual(opened)
  })

  test('recovery words open with a new passphrase, which replaces the old one', async () => {
    expect(await recover('abaisser abandon')).toEqual(failed('recovery-words-invalid'))
    expect(await recover(memoryWords)).toEqual(ok({ ...told, role: 'recovery' }))
    expect(await unlock(passphrase)).toEqual(failed('wrong-passphrase'))
    expect(await unlock('une toute autre phrase')).toEqual(opened)
  })

  test('a place without a vault says so', async () => {
    const nowhere = await createTestEngine()
    expect(await nowhere.handlers['vault.unlock']({ act, passphrase })).toEqual(failed('vault-missing'))
  })
})

describe('an open vault', () => {
  let engine: TestEngine
  beforeEach(async () => {
    engine = await createOpenEngine()
  })

  describe('by a clock', () => {
    let now = 0
    beforeEach(() => {
      now = 0
      vi.spyOn(performance, 'now').mockImplementation(() => now)
    })
    afterEach(() => vi.restoreAllMocks())

    /** What the window was told of a verification whose slices come to this, each taking so long. */
    const toldWhen = async (milliseconds: number, slices: Partial<Health>[]) => {
      const told: unknown[] = []
      const emit: EnginePorts['emit'] = (name, payload) => {
        if (name === 'vault.healthChanged' && payload && 'checked' in payload)
          told.push(payload.state === 'running' ? payload.checked : payload.state)
      }
      const other = await createOpenEngine({ emit })
      const vault = other.session.current()?.vault
      if (!vault) throw new Error('no vault')
      let health = { ...vault.health(), checked: 0, total: 100 }
      Object.assign(vault, {
        health: () => health,
        verifyNext() {
          now += milliseconds
          health = { ...health, ...slices.shift() }
          return health
        },
      })
      other.runLater()
      return told
    }
    const slices = [{ checked: 1 }, { checked: 50 }, { checked: 100 }, {}, {}, { state: 'ok' as const }]

    test('each slice is told when it takes half a second, unless nothing is new', async () => {
      expect(await toldWhen(500, [...slices])).toEqual([1, 50, 100, 'ok'])
    })

    test('of shorter slices the window is told half a second later how far they came, and at once how they ended', async () => {
      expect(await toldWhen(249, [...slices])).toEqual([1, 100, 'ok'])
      expect(now).toBe(6 * 249)
    })
  })

  test('is verified three seconds after its opening, with rests twice as long as the work, 4 ms at the least', async () => {
    const rests: number[] = []
    let next = () => {}
    const later = (work: () => void, milliseconds: number) => {
      const isVerification = milliseconds === 3000 || milliseconds < 300
      if (isVerification) {
        rests.push(milliseconds)
        next = work
      }
      return () => {}
    }
    const { session } = await createOpenEngine({ later })
    const vault = session.current()?.vault
    const { verifyNext } = vault ?? {}
    if (!vault || !verifyNext) throw new Error('no vault')
    next()
    Object.assign(vault, {
      verifyNext() {
        const until = performance.now() + 20
        while (performance.now() < until);
        return verifyNext()
      },
    })
    next()
    expect(rests.slice(0, 2)).toEqual([3000, 4])
    expect(rests[2]).toBeGreaterThanOrEqual(40)
  })

  test('is not verified any more once closed', async () => {
    engine.session.close()
    engine.runLater()
    expect(engine.events).toEqual([])
    expect(await engine.handlers['vault.health']()).toEqual(failed('vault-locked'))
  })

  test('is checkpointed once, when the worker has stopped writing', async () => {
    await engine.handlers['people.save'](fictional.person())
    await engine.handlers['people.save'](fictional.person())
    expect(engine.vaults.acts).toEqual([])
    engine.runLater()
    expect(engine.vaults.acts).toEqual(['checkpoint'])
  })

  test.each(['disk-full', 'writing-stopped'] as const)(
    'tells the window of a checkpoint the disk refused: %s',
    async (failure) => {
      engine.runLater()
      Object.assign(engine.session.current()?.vault ?? {}, {
        checkpointSlowly: () => ({ next: () => ({ state: 'ended', result: failed(failure) }) }),
        isDiskFull: () => failure === 'disk-full',
        readOnlyReason: () => failure,
        findRoom: () => true,
      })
      expect(await engine.handlers['vault.health']()).toMatchObject({
        value: { isDiskFull: failure === 'disk-full', isStopped: failure === 'writing-stopped' },
      })
      engine.session.changed()
      engine.events.length = 0
      engine.runLater()
      expect(engine.events).toContain('vault.healthChanged')
    },
  )

  test('has its checkpoint put off by each save, until one is due: saves then pass between its steps', async () => {
    const put: { work: () => void; milliseconds: number }[] = []
    const later = (work: () => void, milliseconds: number) => {
      const entry = { work, milliseconds }
      put.push(entry)
      return () => void put.splice(put.indexOf(entry), put.includes(entry) ? 1 : 0)
    }
    const { vaults, handlers } = await createOpenEngine({ later })
    const save = () => handlers['people.save'](fictional.person())
    /** Runs what was put off for so long, and nothing else. */
    const run = (wanted: number) => {
      const found = put.findIndex(({ milliseconds }) => milliseconds === wanted)
      put.splice(found, 1)[0]?.work()
    }
    const waiting = () =>
      put.map(({ milliseconds }) => milliseconds).filter((delay) => [1000, 60_000].includes(delay))
    run(3000)
    while (put.some(({ milliseconds }) => milliseconds === 4)) run(4)
    vaults.checkpointSteps = 3
    await save()
    expect(waiting()).toEqual([60_000])
    run(60_000)
    await save()
    expect(vaults.acts).toEqual(['checkpoint given up'])
    vaults.isDue = true
    await save()
    expect(waiting()).toEqual([1000])
    run(1000)
    await save()
    expect(waiting()).toEqual([])
    run(2)
    run(2)
    expect(vaults.acts).toEqual(['checkpoint given up', 'checkpoint'])
    await save()
    expect(waiting()).toEqual([60_000])
  })

  test('is checkpointed once she stops writing a note that is only kept so far', async () => {
    await engine.handlers['draft.keep']({ note: 'Perdrix a' })
    expect(engine.vaults.acts).toEqual([])
    engine.runLater()
    expect(engine.vaults.acts).toEqual(['checkpoint'])
    expect(engine.events).not.toContain('caseload.changed')
  })

  test('is closed with its session, whose history goes with it', async () => {
    await engine.handlers['people.save'](fictional.person())
    engine.session.close()
    engine.runLater()
    expect(engine.vaults.acts).toEqual(['close'])
    await engine.handlers['vault.unlock']({ act, passphrase })
    expect(await engine.handlers['history.read']()).toEqual(ok({ undo: null, redo: null }))
    expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({
      ok: true,
      value: { rows: [{}] },
    })
  })
})
