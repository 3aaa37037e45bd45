import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  createNotes,
  notes,
  realPorts,
  temporaryFolder,
  tryOpenNotes,
} from '../../engine/store/testing/real-ports.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** A process that saves without end is killed, for good (`kill -9`), on a real disk; the next one finds everything acknowledged. */
export async function proveKills({ random, writer }: World, tally: Tally, wanted: number): Promise<void> {
  const place = temporaryFolder()
  const folder = `${place.path}/carnet`
  const ports = await realPorts()
  createNotes(ports, folder).close()
  try {
    for (let kill = 0; kill < wanted; kill++) {
      const last = await writeThenKill(writer, folder, random.int(1, 40), random.next() * 3)
      const opened = tryOpenNotes(ports, folder)
      if (last === null || !opened.ok) {
        tally.count(`kill ${kill}`, opened.ok ? 'the writer gave up by itself' : `refused: ${opened.failure}`)
        return
      }
      const found = notes(opened.value)
      const isWhole = found.every((note, n) => note === `note ${n}`)
      const isFaithful = found.length === last + 1 || found.length === last + 2
      tally.count(
        `kill ${kill}`,
        isWhole && isFaithful && opened.value.sequence() === found.length
          ? null
          : `${found.length} notes where ${last + 1} were acknowledged`,
      )
      opened.value.close()
    }
  } finally {
    place.remove()
  }
}

/** Kills a writer a moment after it acknowledged some notes; gives the last number it acknowledged, null if it ended before. */
async function writeThenKill(
  writer: URL,
  folder: string,
  acknowledged: number,
  milliseconds: number,
): Promise<number | null> {
  const child = spawn(process.execPath, [writer.pathname, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString()
    if (output.split('\n').length > acknowledged) setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (signal !== 'SIGKILL') return null
  return Number(output.split('\n').at(-2))
}
