/**
 * `npm run bench -- --size S|M|L [--rounds N] [--json FILE]`: the vault beside SQLCipher's scheme, on the same fictional caseload. Each
 * measure is a process of its own; the engines take turns. JSON: rows of `{ metric, size, unit, ours, peer, ratio, floor }`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sizes, type Size } from './fiction.ts'
import { rowsOf, savesPerRound, type Measures } from './measures.ts'
import { benchText as text } from './text.fr.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
})
const isSize = (name: string): name is Size => name in sizes
if (isSize(values.size)) bench(values.size, Number(values.rounds))
else {
  process.stderr.write(text.usage)
  process.exitCode = 2
}

function bench(size: Size, count: number): void {
  const place = mkdtempSync(join(tmpdir(), 'bench-'))
  const folders = { ours: join(place, 'ours'), peer: join(place, 'peer'), floor: place }
  try {
    for (const engine of ['ours', 'peer'] as const) {
      mkdirSync(folders[engine])
      run(engine, 'build', folders[engine], sizes[size], 0)
    }
    const fileSize = { ours: sizeOf(folders.ours), peer: sizeOf(folders.peer) }
    const ours: Measures[] = []
    const peer: Measures[] = []
    const floor: Pick<Measures, 'saves'>[] = []
    for (let round = 0; round < count; round++) {
      process.stdout.write(text.round(round + 1, count))
      const measured = (engine: 'ours' | 'peer' | 'floor') =>
        JSON.parse(run(engine, 'measure', folders[engine], sizes[size], round * savesPerRound)) as Measures
      ours.push(measured('ours'))
      peer.push(measured('peer'))
      floor.push(measured('floor'))
    }
    const rows = rowsOf(size, { ours, peer, floor, fileSize })
    process.stdout.write(text.head)
    for (const row of rows) process.stdout.write(text.row(row))
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function run(engine: string, act: string, folder: string, contacts: number, first: number): string {
  const script = new URL('./one-round.ts', import.meta.url).pathname
  const done = spawnSync(
    process.execPath,
    [...process.execArgv, script, engine, act, folder, String(contacts), String(first)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (done.status !== 0) throw new Error(`${engine} ${act} ended with ${done.status}`)
  return done.stdout
}

/** MiB of every file under a folder. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  return bytes / 1024 / 1024
}
