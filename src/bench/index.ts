/**
 * `npm run bench -- --size S|M|L [--rounds N] [--keep FOLDER] [--window] [--json FILE]`: the vault beside SQLCipher's scheme, on the same
 * fictional caseload. Each measure is a process of its own; the engines take turns. With `--window`, how long a key takes in the built
 * app's window while its engine works, instead. With `--keep`, the caseloads are made once, there, and every run works on copies. JSON:
 * rows of `{ metric, size, unit, ours, peer, ratio, floor }`.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '#core/caseload/migrations'
import { caseloadOf, sizes, type Size } from './fiction.ts'
import { rowsOf, savesPerRound, type Measures, type Row } from './measures.ts'
import { benchText as text } from './text.fr.ts'
import { windowRows } from './window.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
    window: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const isSize = (name: string): name is Size => name in sizes
const rounds = Number(values.rounds)
if (isSize(values.size) && Number.isSafeInteger(rounds) && rounds > 0) print(measure(values.size, rounds))
else {
  process.stderr.write(text.usage)
  process.exitCode = 2
}

function measure(size: Size, rounds: number): Row[] {
  const place = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return values.window ? benchWindow(place, size) : bench(place, size, rounds)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function bench(place: string, size: Size, count: number): Row[] {
  const folders = { ours: join(place, 'ours'), peer: join(place, 'peer'), floor: place }
  for (const engine of ['ours', 'peer'] as const) {
    mkdirSync(folders[engine])
    populate(engine, folders[engine], size)
  }
  const fileSize = { ours: sizeOf(folders.ours), peer: sizeOf(folders.peer) }
  const ours: Measures[] = []
  const peer: Measures[] = []
  const floor: Pick<Measures, 'saves'>[] = []
  for (let round = 0; round < count; round++) {
    process.stdout.write(text.round(round + 1, count))
    const measured = (engine: 'ours' | 'peer' | 'floor') => {
      writeOut(place)
      return JSON.parse(runRound(engine, 'measure', folders[engine], size, round * savesPerRound)) as Measures
    }
    ours.push(measured('ours'))
    peer.push(measured('peer'))
    floor.push(measured('floor'))
  }
  return rowsOf(size, { ours, peer, floor, fileSize })
}

/** A whole caseload in an empty folder: made there, or copied from the one kept. */
function populate(engine: 'ours' | 'peer', folder: string, size: Size): void {
  if (values.keep === undefined) {
    runRound(engine, 'build', folder, size, 0)
    return
  }
  // another schema or another fiction makes another caseload
  const made = createHash('sha256')
    .update(JSON.stringify([migrations, [...caseloadOf(1000)]]))
    .digest('hex')
  const kept = join(values.keep, `${size}-${engine}-${made.slice(0, 8)}`)
  if (!existsSync(kept)) {
    const making = `${kept}.making`
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true })
    runRound(engine, 'build', making, size, 0)
    renameSync(making, kept)
  }
  cpSync(kept, folder, { recursive: true })
}

/** The app is the built one: `npm run build` comes before. */
function benchWindow(place: string, size: Size): Row[] {
  const passphrase = runRound('ours', 'prepare', place, size, 0)
  return windowRows(size, JSON.parse(run('../../e2e/window-bench.ts', join(place, 'carnet'), passphrase)))
}

function print(rows: readonly Row[]): void {
  process.stdout.write(text.head)
  for (const row of rows) process.stdout.write(text.row(row))
  if (values.json === undefined) return
  mkdirSync(dirname(values.json), { recursive: true })
  writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
}

function runRound(engine: string, act: string, folder: string, size: Size, first: number): string {
  return run('./one-round.ts', engine, act, folder, String(sizes[size]), String(first))
}

/** A script's standard output. */
function run(script: string, ...args: string[]): string {
  const path = new URL(script, import.meta.url).pathname
  const done = spawnSync(process.execPath, [...process.execArgv, path, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (done.status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${done.status}`)
  return done.stdout
}

/** What the copies and the engine before left to the system to write would be written meanwhile, under whoever is measured. */
function writeOut(folder: string): void {
  for (const path of filesOf(folder)) {
    const file = openSync(path, 'r+')
    fsyncSync(file)
    closeSync(file)
  }
}

/** MiB of every file under a folder. */
function sizeOf(folder: string): number {
  return filesOf(folder).reduce((sum, path) => sum + statSync(path).size, 0) / 1024 / 1024
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}
