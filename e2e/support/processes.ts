/** Processes and their memory, through Linux's /proc. */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // the process has just ended
    return ''
  }
}

const parentOf = (pid: number): number => Number(read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')[1])

/** Every process below this one. */
export function descendantsOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const)
  const below = (parent: number): number[] =>
    parents.flatMap(([child, its]) => (its === parent ? [child, ...below(child)] : []))
  return below(pid)
}

export const commandLineOf = (pid: number): string =>
  read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()

export function isAlive(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`)
  return stat !== '' && !/\) Z/.test(stat)
}

/** What a mapping is for, as far as its name tells; `heap` is malloc's, V8 maps its pages among the `anonymous`. */
export type Region = 'heap' | 'stack' | 'anonymous' | 'file'

/** How often these bytes lie in a process's readable memory, by kind of region. */
export function memoryHits(pid: number, needles: readonly Buffer[]): Record<Region, number> {
  const hits: Record<Region, number> = { heap: 0, stack: 0, anonymous: 0, file: 0 }
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const { from, to, region } of regionsOf(pid)) hits[region] += hitsBetween(memory, from, to, needles)
  } finally {
    closeSync(memory)
  }
  return hits
}

const CHUNK = 1 << 22

function hitsBetween(memory: number, from: number, to: number, needles: readonly Buffer[]): number {
  const overlap = Math.max(...needles.map(({ length }) => length)) - 1
  const buffer = Buffer.alloc(CHUNK + overlap)
  let count = 0
  let kept = 0
  for (let at = from; at < to;) {
    const length = readAt(memory, buffer, kept, Math.min(CHUNK, to - at), at)
    if (length === 0) break
    const seen = buffer.subarray(0, kept + length)
    // a needle that ends inside what was kept has been counted already
    for (const needle of needles)
      for (let i = seen.indexOf(needle); i >= 0; i = seen.indexOf(needle, i + 1))
        if (i + needle.length > kept) count++
    const keep = Math.min(overlap, seen.length)
    seen.copyWithin(0, seen.length - keep)
    kept = keep
    at += length
  }
  return count
}

function readAt(memory: number, buffer: Buffer, offset: number, length: number, at: number): number {
  try {
    return readSync(memory, buffer, offset, length, at)
  } catch {
    // unmapped since, or reserved and never touched
    return 0
  }
}

function regionsOf(pid: number): { from: number; to: number; region: Region }[] {
  return read(`/proc/${pid}/maps`)
    .split('\n')
    .flatMap((line) => {
      const [, from = '', to = '', name = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)$/.exec(line) ?? []
      if (from === '' || name === '[vvar]' || name === '[vsyscall]') return []
      return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), region: regionNamed(name) }]
    })
}

function regionNamed(name: string): Region {
  if (name === '[heap]') return 'heap'
  if (name.startsWith('[stack')) return 'stack'
  return name === '' || name.startsWith('[') ? 'anonymous' : 'file'
}
