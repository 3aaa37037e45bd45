import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { describe, expect, test } from 'vitest'
import type { Client, Handlers } from '#shared/contract'
import { commandNames } from '#shared/names'
import { serve } from './router.ts'

const trusted = { trusted: true } as unknown as IpcMainInvokeEvent
const stranger = { trusted: false } as unknown as IpcMainInvokeEvent

const main: Handlers<'main'> = {
  'vault.locate': () => ({
    ok: true,
    value: { name: 'carnet.filigrane', exists: true, wasDamaged: false, lockReason: 'started' },
  }),
  'vault.chooseExisting': () => ({ ok: false, failure: 'cancelled' }),
  'vault.chooseNew': () => Promise.reject(new Error('bug')),
  'vault.lock': () => ({ ok: true, value: undefined }),
  'language.current': () => ({ ok: true, value: { language: 'fr' } }),
  'language.choose': () => ({ ok: true, value: undefined }),
  'releases.chooseRegisterFile': () => ({ ok: false, failure: 'cancelled' }),
  'releases.chooseFolder': () => ({ ok: false, failure: 'cancelled' }),
  'documents.chooseFolder': () => ({ ok: false, failure: 'cancelled' }),
  'backups.chooseFile': () => ({ ok: false, failure: 'cancelled' }),
  'backups.chooseExisting': () => ({ ok: false, failure: 'cancelled' }),
  'packages.chooseNewCard': () => ({ ok: false, failure: 'cancelled' }),
  'packages.chooseCard': () => ({ ok: false, failure: 'cancelled' }),
  'packages.chooseNewFile': () => ({ ok: false, failure: 'cancelled' }),
  'packages.chooseFile': () => ({ ok: false, failure: 'cancelled' }),
  'restore.chooseFolder': () => ({ ok: false, failure: 'cancelled' }),
  'restore.adopt': () => ({ ok: true, value: { name: 'carnet.filigrane', exists: true, wasDamaged: false } }),
  'import.chooseFile': () => ({ ok: false, failure: 'cancelled' }),
  'reminders.show': () => ({ ok: true, value: undefined }),
  'clipboard.copied': () => ({ ok: true, value: undefined }),
  'diagnostics.prepare': () => ({ ok: true, value: { text: '' } }),
  'diagnostics.write': () => ({ ok: false, failure: 'cancelled' }),
  'samples.writeDirectory': () => ({ ok: false, failure: 'cancelled' }),
  'about.read': () => ({ ok: true, value: { version: '0.1.0' } }),
  'updates.chooseFile': () => ({ ok: false, failure: 'cancelled' }),
  'updates.install': () => ({ ok: false, failure: 'update-not-ready' }),
}

/** The router over an `ipcMain` that only remembers its routes. */
function serveAll() {
  const routes = new Map<string, (event: IpcMainInvokeEvent, raw: unknown) => Promise<unknown>>()
  const bugs: string[] = []
  const asked: unknown[] = []
  const ipc: Pick<IpcMain, 'handle'> = {
    handle: (name, route) => void routes.set(name, route),
  }
  serve(ipc, {
    isTrusted: (event) => event === trusted,
    main,
    engine: (name, input) => {
      asked.push({ name, input })
      return Promise.resolve({ ok: false, failure: 'vault-locked' })
    },
    reportBug: (command) => bugs.push(command),
  })
  const call = (name: string, input: unknown, event = trusted): Promise<unknown> => {
    const route = routes.get(name)
    return route === undefined
      ? Promise.reject(new Error(`No handler registered for '${name}'`))
      : route(event, input)
  }
  return { routes, bugs, asked, call }
}

const act = '0195b5a0-0000-7000-8000-000000000000'

describe('the router', () => {
  test('has one route per name of the contract, and no other', () => {
    expect([...serveAll().routes.keys()]).toEqual([...commandNames])
  })

  test('refuses a foreign sender before looking at what it asks', async () => {
    const { call, asked } = serveAll()
    await expect(call('vault.unlock', { act, passphrase: 'x' }, stranger)).rejects.toThrow('untrusted sender')
    await expect(call('vault.lock', undefined, stranger)).rejects.toThrow('untrusted sender')
    expect(asked).toEqual([])
  })

  test('refuses an unknown name', async () => {
    await expect(serveAll().call('vault.open', {})).rejects.toThrow('No handler')
  })

  test.each([
    ['vault.unlock', {}],
    ['vault.unlock', { act, passphrase: 1 }],
    ['vault.unlock', { act, passphrase: 'x', extra: 1 }],
    ['vault.unlock', null],
    ['vault.lock', { reason: 'user' }],
    ['people.read', { id: 'not-an-identifier' }],
    [
      'referrals.advance',
      { id: '0190a7e0-0000-7000-8000-000000000000', state: 'lost', on: '2026-11-24', reason: '' },
    ],
  ])('refuses a wrong input to %s: %j', async (name, input) => {
    const { call, asked } = serveAll()
    expect(await call(name, input)).toEqual({ ok: false, failure: 'invalid-input' })
    expect(asked).toEqual([])
  })

  test('hands a right input to the engine, parsed', async () => {
    const { call, asked } = serveAll()
    expect(await call('vault.unlock', { act, passphrase: 'x' })).toEqual({
      ok: false,
      failure: 'vault-locked',
    })
    expect(asked).toEqual([{ name: 'vault.unlock', input: { act, passphrase: 'x' } }])
  })

  test('answers what is main’s own, and hides a bug behind a code', async () => {
    const { call, bugs } = serveAll()
    expect(await call('vault.locate', undefined)).toMatchObject({
      ok: true,
      value: { exists: true, wasDamaged: false },
    })
    expect(await call('vault.chooseNew', undefined)).toEqual({ ok: false, failure: 'internal' })
    expect(bugs).toEqual(['vault.chooseNew'])
  })
})

/** Never run: what must not compile. */
export function mustNotCompile(client: Client): unknown {
  // @ts-expect-error a handler is missing
  const missing: Handlers<'main'> = { 'vault.lock': main['vault.lock'] }
  // @ts-expect-error the failure is not declared in the contract
  const undeclared: Handlers<'main'>['vault.chooseNew'] = () => ({ ok: false, failure: 'nope' })
  // @ts-expect-error wrong input
  const wrongInput = client.call('vault.unlock', { act, pass: 'x' })
  // @ts-expect-error unknown command
  const unknownCommand = client.call('vault.open', {})
  return [missing, undeclared, wrongInput, unknownCommand]
}
