/**
 * One engine, in a process of its own: `node one-round.ts ours|peer|floor build|measure FOLDER CONTACTS FIRST`. Its measures go out as
 * JSON. FIRST is the number of contacts already saved by earlier rounds.
 */
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import type { Engine } from './engine.ts'
import { ourEngine } from './ours.ts'
import { peerEngine } from './peer.ts'
import { savesPerRound, type Measures } from './measures.ts'

const [name, act, folder = '', contacts, first] = process.argv.slice(2)
if (name === 'floor') process.stdout.write(JSON.stringify(floor(folder)))
else {
  const engine =
    name === 'ours' ? await ourEngine(folder, Number(contacts)) : peerEngine(folder, Number(contacts))
  if (act === 'build') engine.build()
  else process.stdout.write(JSON.stringify(measure(engine, Number(first))))
}

function measure(engine: Engine, first: number): Measures {
  const unlock = timed(() => engine.unlock())
  const search = best(5, () => engine.search())
  const yearly = best(3, () => engine.yearly())
  const saves = Array.from({ length: savesPerRound }, (_, k) => timed(() => engine.save(first + k)))
  const checkpoint = timed(() => engine.checkpoint())
  const peakMemory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  const longestSlice = engine.longestSlice()
  engine.close()
  return { unlock, search, yearly, saves, checkpoint, peakMemory, longestSlice }
}

/** What no durable save can beat here: 1 KiB in a file that has its length already, and fdatasync. */
function floor(folder: string): Pick<Measures, 'saves'> {
  const path = `${folder}/floor`
  const file = openSync(path, 'w')
  const piece = Buffer.alloc(1024, 7)
  writeSync(file, Buffer.alloc(savesPerRound * piece.length))
  fdatasyncSync(file)
  const saves = Array.from({ length: savesPerRound }, (_, k) =>
    timed(() => {
      writeSync(file, piece, 0, piece.length, k * piece.length)
      fdatasyncSync(file)
    }),
  )
  closeSync(file)
  rmSync(path)
  return { saves }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function best(times: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: times }, () => timed(work)))
}
