import { beforeEach, expect, test } from 'vitest'
import { finish } from '../steps.ts'
import { sealedLength } from './chunk.ts'
import type { Image } from './image.ts'
import { rekey } from './rekey.ts'
import type { Vault } from './vault.ts'
import {
  fillChunk,
  fillsOf,
  folder,
  hostOn,
  imageOfChunks,
  makeChangedVault,
  makeVault,
  open,
  pathsOn,
  readAgain,
  secrets,
  smallGeometry,
  type Host,
} from './testing/host.ts'
import { cheapCosts, failureIn } from './testing/sample.ts'

let host: Host
let image: Image
let vault: Vault
function prepare(): void {
  ;({ host, image, vault } = makeChangedVault())
}
beforeEach(prepare)
const { saved, before, after } = makeChangedVault()

const slots = [{ role: 'worker', secret: new TextEncoder().encode('neuf'), costs: cheapCosts }] as const
const openNew = () => open(hostOn(host.files.fork()), 'worker', slots[0].secret).vault

test('opens all there was, and nothing of the old one does', () => {
  const oldKeys = new Uint8Array(vault.keys.vault)
  const held = host.keysHeld()
  const progress = []
  const act = rekey(vault, image, slots, () => saved)
  let step = act.next()
  for (; step.done !== true; step = act.next()) progress.push(step.value)
  expect(step.value).toMatchObject({ generation: 2, leftBehind: 0 })
  expect(progress.at(-1)?.total).toBe(7)
  expect(host.keysHeld()).toBe(held)
  const next = openNew()
  expect(new Uint8Array(next.keys.vault)).not.toEqual(oldKeys)
  expect(new Uint8Array(vault.keys.vault)).toEqual(new Uint8Array(next.keys.vault))
  expect(new Set(next.keys.vault).size).toBeGreaterThan(8)
  expect(next.list.oldest).toBe(2)
  expect(host.files.list(folder).sort()).toEqual([
    '0002.journal',
    '0002.manifest',
    'ballast',
    'lock',
    'packs',
  ])
  expect(failureIn(() => open(hostOn(host.files.fork())))).toBe('wrong-passphrase')
  expect(failureIn(() => open(hostOn(host.files.fork()), 'recovery'))).toBe('wrong-passphrase')
  vault.journal.append('transaction', Uint8Array.of(5))
  expect(openNew().journal.sequence).toBe(2)
  expect(fillsOf(image)).toEqual(after.fills)
})

test('seals every chunk again, in packs of its own', () => {
  const old = new Set(host.files.list(`${folder}/packs`))
  finish(rekey(vault, image, slots, () => saved))
  const now = host.files.list(`${folder}/packs`)
  expect(now.filter((name) => old.has(name))).toEqual([])
  expect(vault.list.chunks.packs.map(({ name }) => name).sort()).toEqual(now.sort())
})

test('no step, the last one included, seals more than a few chunks, whatever is written meanwhile', () => {
  const host = hostOn()
  const image = imageOfChunks(40)
  const vault = makeVault(host, image)
  const sealed: number[] = []
  const act = rekey(vault, image, slots, () => saved)
  for (let n = 0, before = 0, isDone = false; !isDone; n++) {
    before = host.files.operations.length
    isDone = act.next().done === true
    const written = host.files.operations
      .slice(before)
      .map((one) => (one.kind === 'write' && one.path.includes('/packs/') ? one.bytes.length : 0))
    sealed.push(written.reduce((sum, length) => sum + length, 0) / sealedLength(smallGeometry.chunk))
    // one chunk of each pack, once they are nearly all sealed
    if (n === 30) for (let place = 0; place < 30; place += 3) fillChunk(image, place, 200 + place)
  }
  expect(Math.max(...sealed)).toBe(smallGeometry.step)
  expect(sealed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(60)
})

test('given up at any step, changes nothing, and its key is gone', () => {
  const steps = [...rekey(vault, image, slots, () => saved)].length
  for (let given = 1; given < steps; given++) {
    prepare()
    const [files, held, keys] = [pathsOn(host), host.keysHeld(), vault.keys]
    const act = rekey(vault, image, slots, () => saved)
    for (let n = 0; n < given; n++) act.next()
    act.return(undefined as never)
    expect([pathsOn(host), host.keysHeld()]).toEqual([files, held])
    expect(vault.keys).toBe(keys)
    vault.journal.append('transaction', Uint8Array.of(2))
    expect(readAgain(host)).toEqual({ ...before, sequence: 2 })
  }
})

test('refused by the disk, changes nothing either', () => {
  const held = host.keysHeld()
  host.files.refuse = ({ path }) => (path.includes('.manifest') ? 'disk-full' : null)
  expect(failureIn(() => finish(rekey(vault, image, slots, () => saved)))).toBe('disk-full')
  expect(host.keysHeld()).toBe(held)
  expect(readAgain(host)).toEqual(before)
})

test('hands the notes over to whoever may read them', () => {
  const { notesPublicKey } = vault.list
  finish(rekey(vault, image, slots, () => saved))
  const next = openNew()
  expect(next.list.notesPublicKey).toEqual(notesPublicKey)
  expect(next.notesKey && new Uint8Array(next.notesKey)).toEqual(
    vault.notesKey && new Uint8Array(vault.notesKey),
  )
  expect(secrets.worker).not.toEqual(slots[0].secret)
})
