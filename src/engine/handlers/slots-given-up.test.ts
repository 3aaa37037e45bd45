import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failed } from '#core/result'
import { patientCrypto } from '../adapters/sodium.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { passphrase } from '../testing/test-engine.ts'

const another = 'une toute autre phrase'
const hers = 'la phrase de la coordination'
const contacts = 30
let engine: RealEngine
/** Called each time an act says how far it is: each step does, the clock of its slices being this test’s. */
let onTold: () => void
beforeEach(async () => {
  onTold = () => {}
  engine = await createRealEngine(
    { emit: (name) => name === 'acts.progress' && onTold() },
    // derived beside, as in the program: an act waits for it
    { crypto: patientCrypto },
  )
  for (let contact = 0; contact < contacts; contact++)
    await engine.handlers['contacts.save'](fictional.contact({ note: `${contact}`.padEnd(50_000, 'x') }))
  // something older, for what is done to have removed
  await engine.handlers['vault.writeAgain']()
  await engine.handlers['contacts.save'](fictional.contact({ note: 'y'.repeat(900_000) }))
  let time = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000))
})
afterEach(() => {
  vi.restoreAllMocks()
  engine.remove()
})

const commands = {
  'security.changePassphrase': {
    ask: (act: string) =>
      engine.handlers['security.changePassphrase']({ act, passphrase, newPassphrase: another }),
    opening: [another, 'worker'],
    refused: [passphrase, 'worker'],
  },
  'security.letCoordinatorIn': {
    ask: (act: string) =>
      engine.handlers['security.letCoordinatorIn']({ act, passphrase, newPassphrase: hers }),
    opening: [hers, 'coordinator'],
    refused: [another, 'worker'],
  },
  'security.recalibrate': {
    ask: (act: string) => engine.handlers['security.recalibrate']({ act, passphrase }),
    opening: [passphrase, 'worker'],
    refused: [another, 'worker'],
  },
} as const
type Command = keyof typeof commands
const names = Object.keys(commands) as Command[]

const opens = async ([typed, role]: readonly [string, 'worker' | 'coordinator']) => {
  engine.session.close()
  return engine.handlers['vault.unlock']({ act: uuid(), passphrase: typed, role })
}
/** Every file of the vault, to the byte. */
const onTheDisk = () =>
  new Map(
    readdirSync(engine.places.vault, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name)
        return [path, createHash('sha256').update(readFileSync(path)).digest('hex')]
      }),
  )
const state = async () => ({ files: onTheDisk(), read: await engine.handlers['security.read']() })

test.each(names)(
  '%s given up at any step changes no byte; when there is none left, it is done',
  async (name) => {
    const { ask, opening, refused } = commands[name]
    const before = await state()
    let givenUp = 0
    for (; ; givenUp++) {
      const act = uuid()
      let told = 0
      onTold = () => {
        if (++told === givenUp) void engine.handlers['acts.cancel']({ act })
      }
      const asked = ask(act)
      // before anything of it was told: while the passphrase is being tried
      if (givenUp === 0) await engine.handlers['acts.cancel']({ act })
      const outcome = await asked
      if (outcome.ok) {
        expect(told).toBe(givenUp - 1)
        break
      }
      expect(outcome).toEqual(failed('cancelled'))
      expect(await state()).toEqual(before)
    }
    // the derivation, then the chunks
    expect(givenUp).toBeGreaterThan(4)
    expect(await state()).not.toEqual(before)
    expect(await opens(refused)).toEqual(failed('wrong-passphrase'))
    expect(await opens(opening)).toMatchObject({ ok: true })
    expect(await engine.handlers['contacts.list']({ limit: 1, offset: 0 })).toMatchObject({
      value: { total: contacts + 1 },
    })
  },
)

test.each(names)('%s given up leaves a vault that is saved to, and opens as before', async (name) => {
  const act = uuid()
  onTold = () => void engine.handlers['acts.cancel']({ act })
  expect(await commands[name].ask(act)).toEqual(failed('cancelled'))
  onTold = () => {}
  await engine.handlers['people.save'](fictional.person())
  expect(await opens([another, 'worker'])).toEqual(failed('wrong-passphrase'))
  expect(await opens([passphrase, 'worker'])).toMatchObject({ ok: true })
  expect(await engine.handlers['people.list']({ limit: 9, offset: 0 })).toMatchObject({
    value: { rows: [{}] },
  })
})

test.each(names)('%s under way when the vault is locked is as if never asked', async (name) => {
  const before = engine.session.current()?.vault.slots()
  onTold = () => engine.session.close()
  expect(await commands[name].ask(uuid())).toEqual(failed('cancelled'))
  onTold = () => {}
  expect(await opens([passphrase, 'worker'])).toMatchObject({ ok: true })
  expect(engine.session.current()?.vault.slots()).toEqual(before)
})
