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
