import { beforeEach, describe, expect, test } from 'vitest'
import { dropBallast, hasRoom, restoreBallast, writeBallast } from './ballast.ts'
import { hostOn, type Host } from './testing/host.ts'
import { failureIn } from './testing/sample.ts'

let host: Host
beforeEach(() => {
  host = hostOn()
  host.files.makeFolder('/v')
})
const length = () => host.files.all().get('/v/ballast')?.length ?? null

test('room is kept, given up once, and kept again', () => {
  writeBallast(host.ports, '/v')
  expect(length()).toBe(100)
  expect(dropBallast(host.ports, '/v')).toBe(true)
  expect(length()).toBeNull()
  expect(dropBallast(host.ports, '/v')).toBe(false)
  restoreBallast(host.ports, '/v')
  expect(length()).toBe(100)
})

test('it is never made twice', () => {
  writeBallast(host.ports, '/v')
  const before = host.files.contents('/v/ballast')
  restoreBallast(host.ports, '/v')
  expect(host.files.contents('/v/ballast')).toEqual(before)
})

test('while there is no room for it, nothing of it is left', () => {
  host.files.capacity = 60
  restoreBallast(host.ports, '/v')
  expect(length()).toBeNull()
  host.files.capacity = 200
  restoreBallast(host.ports, '/v')
  expect(length()).toBe(100)
})

test('any other refusal is told', () => {
  writeBallast(host.ports, '/v')
  host.files.refuse = () => 'no-permission'
  expect(failureIn(() => dropBallast(host.ports, '/v'))).toBe('no-permission')
  host.files.tamper('/v/ballast', null)
  host.files.refuse = ({ kind }) => (kind === 'make-file' ? 'no-permission' : null)
  expect(failureIn(() => restoreBallast(host.ports, '/v'))).toBe('no-permission')
})

describe('room', () => {
  // what a journal of these tests grows by is 512 bytes
  test.each([
    [611, false],
    [612, true],
  ])('is what a journal grows by, and nothing is left of the trial: %i bytes', (capacity, expected) => {
    writeBallast(host.ports, '/v')
    host.files.capacity = capacity
    expect(hasRoom(host.ports, '/v')).toBe(expected)
    expect([host.files.list('/v'), host.files.held()]).toEqual([['ballast'], []])
  })

  test('is also what the ballast gave up', () => {
    writeBallast(host.ports, '/v')
    host.files.capacity = 612
    expect(hasRoom(host.ports, '/v')).toBe(true)
    dropBallast(host.ports, '/v')
    host.files.capacity = 611
    expect(hasRoom(host.ports, '/v')).toBe(false)
    host.files.capacity = 612
    expect(hasRoom(host.ports, '/v')).toBe(true)
  })

  test('is not where not even a name can be made', () => {
    host.files.refuse = ({ kind }) => (kind === 'make-file' ? 'disk-full' : null)
    expect(hasRoom(host.ports, '/v')).toBe(false)
  })

  test('what an interrupted trial left is in nobody’s way', () => {
    host.files.open('/v/room.tmp', 'create').close()
    expect(hasRoom(host.ports, '/v')).toBe(true)
    expect(host.files.list('/v')).toEqual([])
  })

  test('any other refusal is told', () => {
    host.files.refuse = ({ kind }) => (kind === 'write' ? 'unwritable' : null)
    expect(failureIn(() => hasRoom(host.ports, '/v'))).toBe('unwritable')
    host.files.refuse = ({ kind }) => (kind === 'remove-file' ? 'no-permission' : null)
    expect(failureIn(() => hasRoom(host.ports, '/v'))).toBe('no-permission')
  })
})
