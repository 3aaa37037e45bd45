import { expect, test } from 'vitest'
import { failed, ok } from '../result.ts'
import { attempt, failureOf, VaultFault, type VaultFailure } from './fault.ts'
import { FileFault, type FileFaultCode } from './ports.ts'

/** What the vault makes of each refusal of the file system: all of them, or this does not compile. */
const failures: Record<FileFaultCode, VaultFailure> = {
  'disk-full': 'disk-full',
  'no-permission': 'no-permission',
  missing: 'vault-damaged',
  'not-a-folder': 'vault-damaged',
  unreadable: 'disk-unreadable',
  exists: 'write-failed',
  unwritable: 'write-failed',
}

test.each(Object.entries(failures))('a file system that answers « %s » is « %s »', (code, failure) => {
  expect(failureOf(new FileFault(code as FileFaultCode))).toBe(failure)
})

test('an expected failure is answered, a bug goes on', () => {
  expect(attempt(() => 3)).toEqual(ok(3))
  const cause = new FileFault('exists')
  const fault = new VaultFault('vault-in-use', cause)
  expect(
    attempt(() => {
      throw fault
    }),
  ).toEqual(failed('vault-in-use'))
  expect(fault).toMatchObject({ name: 'VaultFault', message: 'vault-in-use', cause })
  expect(cause).toMatchObject({ name: 'FileFault', message: 'exists' })
  const bug = new TypeError('a bug')
  expect(() =>
    attempt(() => {
      throw bug
    }),
  ).toThrow(bug)
})
