import { beforeEach, expect, test } from 'vitest'
import { ascii } from './bytes.ts'
import { encodeMark, refuseIfInUse, releaseLock, takeLock } from './lock-file.ts'
import type { ProcessMark, VaultPorts } from './ports.ts'
import { createMemoryFiles, type MemoryFiles } from './testing/memory-files.ts'
import { crypto, failureIn } from './testing/sample.ts'

const me: ProcessMark = { pid: 10, bootId: 'boot', startedAt: '5' }
const other: ProcessMark = { pid: 11, bootId: 'boot', startedAt: '6' }
const lock = '/v/lock'
let files: MemoryFiles
let alive: ProcessMark[]
let ports: VaultPorts

beforeEach(() => {
  files = createMemoryFiles()
  files.makeFolder('/v')
  alive = [me]
  const isAlive = (mark: ProcessMark) => alive.some((one) => JSON.stringify(one) === JSON.stringify(mark))
  ports = { crypto, files, processes: { self: () => me, isAlive } }
})

function leave(bytes: Uint8Array): void {
  files.open(lock, 'create').write(0, bytes)
}

test('the lock is taken, refused to a second engine, and given back', () => {
  takeLock(ports, '/v')
  expect(files.contents(lock)).toEqual(encodeMark(me))
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('vault-in-use')
  expect(failureIn(() => refuseIfInUse(ports, '/v'))).toBe('vault-in-use')
  releaseLock(ports, '/v')
  expect(files.list('/v')).toEqual([])
})

test.each([
  ['a dead process', encodeMark(other)],
  ['a lock cut short by a power loss', ascii('')],
  ['something unreadable', ascii('pid: onze')],
])('%s is taken over', (_, bytes) => {
  leave(bytes)
  refuseIfInUse(ports, '/v')
  takeLock(ports, '/v')
  expect(files.contents(lock)).toEqual(encodeMark(me))
  expect(files.list('/v')).toEqual(['lock'])
})

test('an engine that took the dead lock over first keeps it', () => {
  leave(encodeMark(other))
  const theirs: ProcessMark = { pid: 12, bootId: 'boot', startedAt: '7' }
  files.refuse = (operation) => {
    if (operation.kind !== 'rename') return null
    // Between our reading and our renaming, the other one replaced the lock.
    files.refuse = () => null
    files.removeFile(lock)
    leave(encodeMark(theirs))
    return null
  }
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('vault-in-use')
  expect(files.contents(lock)).toEqual(encodeMark(theirs))
})

test('an engine that took the dead lock over and left is no obstacle', () => {
  leave(encodeMark(other))
  files.refuse = (operation) => {
    if (operation.kind !== 'rename') return null
    files.refuse = () => null
    files.removeFile(lock)
    return null
  }
  takeLock(ports, '/v')
  expect(files.contents(lock)).toEqual(encodeMark(me))
})

test.each([
  ['nothing', ''],
  ['a number alone', '11'],
  ['a number and where it ran', '11\nboot'],
  ['the last line not ended', '11\nboot\n6'],
  ['a number that is none', 'x11\nboot\n6\n'],
  ['something after the number', '11x\nboot\n6\n'],
  ['a number no system gives', '12345678901\nboot\n6\n'],
])('a lock that names nobody is taken over, even where everybody lives: %s', (_, text) => {
  ports = { ...ports, processes: { ...ports.processes, isAlive: () => true } }
  leave(ascii(text))
  takeLock(ports, '/v')
  expect(files.contents(lock)).toEqual(encodeMark(me))
})

test('a lock is one process on one start of one machine', () => {
  leave(encodeMark(other))
  alive = [other]
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('vault-in-use')
  alive = [{ ...other, bootId: '' }]
  takeLock(ports, '/v')
  expect(files.contents(lock)).toEqual(encodeMark(me))
})

test('a dead lock is set aside by its name, then removed', () => {
  leave(encodeMark(other))
  takeLock(ports, '/v')
  expect(files.operations).toContainEqual({ kind: 'rename', path: lock, to: `${lock}.stale` })
  expect(files.operations).toContainEqual({ kind: 'remove-file', path: `${lock}.stale` })
})

test('an engine that wrote its lock just before ours keeps the vault', () => {
  files.refuse = ({ kind }) => (kind === 'make-file' ? 'exists' : null)
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('vault-in-use')
})

test('a lock is never left open, written or not', () => {
  takeLock(ports, '/v')
  expect(files.held()).toEqual([])
  releaseLock(ports, '/v')
  files.refuse = ({ kind }) => (kind === 'write' ? 'disk-full' : null)
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('disk-full')
  expect(files.held()).toEqual([])
})

test('nothing is left of a lock that could not be written', () => {
  files.capacity = 3
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('disk-full')
  expect(files.list('/v')).toEqual([])
})

test.each([
  ['it cannot be made', 'make-file'],
  ['the dead one cannot be renamed', 'rename'],
  ['the dead one cannot be removed', 'remove-file'],
] as const)('a lock is not taken when %s', (_, refused) => {
  leave(encodeMark(other))
  files.refuse = ({ kind }) => (kind === refused ? 'no-permission' : null)
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('no-permission')
})

test('a lock that cannot be read is not taken over', () => {
  files.makeFolder(lock)
  expect(failureIn(() => refuseIfInUse(ports, '/v'))).toBe('unreadable')
  expect(failureIn(() => takeLock(ports, '/v'))).toBe('unreadable')
})
