import { beforeEach, expect, test } from 'vitest'
import { failed, ok } from '../result.ts'
import { finish } from '../steps.ts'
import { checkpoint } from './checkpoint.ts'
import { attempt } from './fault.ts'
import { fallBack, findWhole } from './fallback.ts'
import { openNote, sealNote } from './sealed-notes.ts'
import { imageOf, releaseVault } from './vault.ts'
import {
  heldBy,
  hostOn,
  imageOfChunks,
  makeVault,
  nothing,
  open,
  unlocking,
  type Host,
} from './testing/host.ts'

/**
 * A vault whose coordinator, who holds its key, went by another program: the list of the last generation has a public key of hers for the
 * notes. Everything in it is authentic.
 */
let host: Host
const note = Uint8Array.of(1, 2, 3)
let sealed: Uint8Array

beforeEach(() => {
  const own = hostOn()
  const image = imageOfChunks(3)
  const vault = makeVault(own, image, ['coordinator', 'recovery'])
  sealed = sealNote(vault, note)
  vault.journal.append('transaction', Uint8Array.of(1))
  checkpoint(vault, image, { sequence: 1, savedAt: '2026-11-24T14:32' })
  releaseVault(vault)

  const hers = open(own, 'coordinator').vault
  hers.list.notesPublicKey = own.ports.crypto.boxKeyPair().publicKey
  checkpoint(hers, imageOf(hers), { sequence: 1, savedAt: '2026-11-24T14:32' })
  releaseVault(hers)
  host = hostOn(own.files.fork())
})

test('whoever can tell seals nothing for a key that is not the worker’s', () => {
  for (const role of ['worker', 'recovery'] as const)
    expect(attempt(() => open(host, role))).toEqual(failed('vault-damaged'))
  expect(heldBy(host)).toEqual(nothing)
  // she sees no notes, and has no key to compare
  expect(attempt(() => open(host, 'coordinator'))).toMatchObject(ok({}))
})

test('the worker goes on from the last generation of which the key is hers', () => {
  expect(finish(findWhole(host.ports, unlocking()))).toMatchObject(
    ok({ generation: 2, sequence: 1, missing: 0 }),
  )
  expect(finish(fallBack(host.ports, unlocking()))).toMatchObject(ok({ generation: 2 }))
  expect(heldBy(host)).toEqual(nothing)
  const { vault } = open(host)
  expect(openNote(vault, sealed)).toEqual(note)
  expect(openNote(vault, sealNote(vault, note))).toEqual(note)
})
