import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { createNotes, notes, openNotes, realPorts, temporaryFolder } from './testing/real-ports.ts'

const kills = 8
const writer = new URL('./testing/writer.ts', import.meta.url).pathname
const place = temporaryFolder()
afterAll(() => place.remove())

/** Kills a writer once it has acknowledged some notes, at no chosen instant; gives the last number it acknowledged. */
async function writeThenKill(folder: string, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString()
    if (output.split('\n').length > acknowledged) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal, errors).toBe('SIGKILL')
  return Number(output.split('\n').at(-2))
}

test(`${kills} times killed while saving, every acknowledged note is there`, async () => {
  const ports = await realPorts()
  const folder = `${place.path}/carnet`
  createNotes(ports, folder).close()
  for (let kill = 0; kill < kills; kill++) {
    const last = await writeThenKill(folder, 1 + 5 * kill)
    const store = openNotes(ports, folder)
    const found = notes(store)
    // All that was acknowledged, and at most the one that was being saved.
    expect(found.length - 1 - last).toBeGreaterThanOrEqual(0)
    expect(found.length - 1 - last).toBeLessThanOrEqual(1)
    expect(found).toEqual(found.map((_, n) => `note ${n}`))
    expect(store.opened.sequence).toBe(found.length)
    store.close()
  }
})
