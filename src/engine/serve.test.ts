import { expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import type { FromEngine, ToEngine } from '#shared/engine-protocol'
import type { HostPorts } from './ports.ts'
import { serve } from './serve.ts'
import { act, createOpenEngine } from './testing/test-engine.ts'

const places = {
  vault: '/carnet.filigrane',
  releases: null,
  registerFile: null,
  importFile: null,
  documents: null,
  newBackup: null,
  backup: null,
  restored: null,
  update: null,
  newCard: null,
  card: null,
  newPackage: null,
  reviewPackage: null,
  seen: {},
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

/** An engine on a line whose other end is the test. */
async function line() {
  const sent: FromEngine[] = []
  let receive: (message: ToEngine) => void = () => {}
  let host: HostPorts | undefined
  const { handlers } = await createOpenEngine()
  const closed: string[] = []
  const engine = {
    handlers,
    giveUp: () => void closed.push('given up'),
    close: () => void closed.push('closed'),
  }
  serve(
    { post: (message) => void sent.push(message), listen: (listener) => void (receive = listener) },
    (given) => {
      host = given
      return engine
    },
  )
  if (!host) throw new Error('not started')
  return { sent, send: (message: ToEngine) => receive(message), host, engine, closed }
}

const call = (
  id: number,
  name: 'resources.list' | 'vault.health' | 'draft.keep' = 'resources.list',
): ToEngine => ({ type: 'call', id, name, input: undefined, places })

test('it says when it is ready, then answers each call under its number', async () => {
  const { sent, send, host } = await line()
  expect(sent).toEqual([{ type: 'ready' }])
  send(call(7))
  send(call(8))
  await turn()
  expect(sent.slice(1)).toEqual([
    { type: 'reply', id: 7, reply: ok([]) },
    { type: 'reply', id: 8, reply: ok([]) },
  ])
  expect(host.places()).toEqual(places)
})

test('calls wait for the one before them', async () => {
  const { sent, send, engine } = await line()
  const gate = Promise.withResolvers<void>()
  engine.handlers['vault.health'] = async () => {
    await gate.promise
    return failed('vault-locked')
  }
  send(call(1, 'vault.health'))
  send(call(2))
  await turn()
  expect(sent).toHaveLength(1)
  gate.resolve()
  await turn()
  expect(sent.slice(1).map((message) => message.type === 'reply' && message.id)).toEqual([1, 2])
})

test('a long act that steps aside lets the next calls pass, and giving it up passes before them', async () => {
  const { sent, send, engine } = await line()
  const gate = Promise.withResolvers<void>()
  const ids = () => sent.slice(1).map((message) => message.type === 'reply' && message.id)
  engine.handlers['import.preview'] = async () => {
    await gate.promise
    return failed('cancelled')
  }
  engine.handlers['vault.health'] = async () => {
    await gate.promise
    return failed('vault-locked')
  }
  engine.handlers['acts.cancel'] = () => {
    gate.resolve()
    return ok()
  }
  send({ type: 'call', id: 1, name: 'import.preview', input: { act, kind: 'contacts' }, places })
  send(call(2))
  await turn()
  expect(ids()).toEqual([2])
  send(call(3, 'vault.health'))
  send(call(4))
  await turn()
  expect(ids()).toEqual([2])
  send({ type: 'call', id: 5, name: 'acts.cancel', input: { act }, places })
  await turn()
  expect(ids()).toEqual([2, 5, 1, 3, 4])
})

test('a call alone waits for those that stepped aside, and lets nothing pass', async () => {
  const { sent, send, engine, host } = await line()
  const [gate, alone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ids = () => sent.slice(1).map((message) => message.type === 'reply' && message.id)
  const begun: string[] = []
  engine.handlers['import.preview'] = async () => {
    await gate.promise
    return failed('cancelled')
  }
  engine.handlers['import.apply'] = async () => {
    await host.whenAlone()
    begun.push('import.apply')
    await alone.promise
    return failed('cancelled')
  }
  send({ type: 'call', id: 1, name: 'import.preview', input: { act, kind: 'contacts' }, places })
  send({ type: 'call', id: 2, name: 'import.apply', input: { act, kind: 'contacts' }, places })
  send(call(3))
  await turn()
  expect(begun).toEqual([])
  gate.resolve()
  await turn()
  expect(begun).toEqual(['import.apply'])
  expect(ids()).toEqual([1])
  alone.resolve()
  await turn()
  expect(ids()).toEqual([1, 2, 3])
})

test('a bug is reported without its message, answered `internal`, and the next call is served', async () => {
  const { sent, send, engine } = await line()
  engine.handlers['vault.health'] = () => {
    throw new RangeError('Marc')
  }
  send(call(1, 'vault.health'))
  send(call(2))
  await turn()
  expect(sent.slice(1)).toMatchObject([
    { type: 'bug', command: 'vault.health', error: 'RangeError' },
    { type: 'reply', id: 1, reply: failed('internal') },
    { type: 'reply', id: 2, reply: { ok: true } },
  ])
  expect(JSON.stringify(sent)).not.toContain('Marc')
})

test('a close passes before the calls that wait, and is answered whatever happens', async () => {
  const { sent, send, engine, closed } = await line()
  engine.handlers['vault.health'] = () => new Promise(() => {})
  send(call(1, 'vault.health'))
  send({ type: 'close' })
  expect(closed).toEqual(['given up', 'closed'])
  engine.close = () => {
    throw new TypeError('Marc')
  }
  send({ type: 'close' })
  expect(sent.slice(1)).toMatchObject([
    { type: 'closed' },
    { type: 'bug', command: 'close', error: 'TypeError' },
    { type: 'closed' },
  ])
})

test('a draft that waits is kept before the close, once long acts are given up; nothing else is done', async () => {
  const { sent, send, engine, closed } = await line()
  const gate = Promise.withResolvers<void>()
  engine.handlers['vault.health'] = async () => {
    await gate.promise
    return failed('vault-locked')
  }
  engine.handlers['draft.keep'] = () => {
    closed.push('kept')
    return ok()
  }
  engine.handlers['resources.list'] = () => {
    closed.push('listed')
    return ok([])
  }
  send(call(1, 'vault.health'))
  send(call(2))
  send(call(3, 'draft.keep'))
  await turn()
  send({ type: 'close' })
  expect(closed).toEqual(['given up', 'kept', 'closed'])
  gate.resolve()
  await turn()
  expect(closed.filter((done) => done === 'kept')).toHaveLength(1)
  expect(sent.filter((message) => message.type === 'reply' && message.id === 3)).toHaveLength(1)
})

test('events go out, and a printed page finds the one who asked for it', async () => {
  const { sent, send, host } = await line()
  host.emit('caseload.changed', undefined)
  const [first, second] = [host.print('<p>un</p>'), host.print('<p>deux</p>')]
  expect(sent.slice(1)).toEqual([
    { type: 'event', name: 'caseload.changed', payload: undefined },
    { type: 'print', id: 1, html: '<p>un</p>' },
    { type: 'print', id: 2, html: '<p>deux</p>' },
  ])
  send({ type: 'printed', id: 2, pdf: null })
  send({ type: 'printed', id: 1, pdf: Uint8Array.of(37) })
  expect(await first).toEqual(Uint8Array.of(37))
  expect(await second).toBeNull()
})
