import { beforeEach, expect, test } from 'vitest'
import { dropBallast, restoreBallast, writeBallast } from './ballast.ts'
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
