import { spawnSync } from 'node:child_process'

const script = (name: string) => new URL(`../../../core/vault/testing/${name}.py`, import.meta.url).pathname

/** A Python that has PyNaCl; without one, the tests that need it are reported as skipped. */
export const python: string | null =
  ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import nacl.bindings']).status === 0,
  ) ?? null

/** Which of these bytes are in what that secret opens of a vault: pages, journals and packs, of every generation kept. */
export function foundIndependently(
  folder: string,
  role: string,
  secret: string,
  needles: readonly Buffer[],
): Buffer[] {
  const hex = needles.map((needle) => needle.toString('hex'))
  const rows = probe(folder, role, secret, 'HOLDS', ...hex) as [number, string[]][]
  const held = new Set(rows.flatMap(([, needles]) => needles))
  return needles.filter((_, index) => held.has(hex[index] ?? ''))
}

/** Sealed notes, as base64, opened with what that secret gives. */
export function openIndependently(
  folder: string,
  role: string,
  secret: string,
  ...sealed: string[]
): unknown {
  return probe(folder, role, secret, 'OPENS', ...sealed)
}

function probe(...asked: string[]): unknown[] {
  const { found, stderr } = run('probe', asked)
  if (found === null) throw new Error(stderr)
  return (found as { rows: unknown[] }).rows
}

/** Runs the program in another language on a vault. `found` is what it printed, null when it refused. */
export function readIndependently(folder: string, role: string, secret: string, ...asked: string[]) {
  return run('reader', [folder, role, secret, ...asked])
}

function run(name: string, asked: readonly string[]) {
  const done = spawnSync(python ?? '', [script(name), ...asked], { encoding: 'utf8', maxBuffer: 1 << 26 })
  return { ...done, found: done.status === 0 ? (JSON.parse(done.stdout) as unknown) : null }
}
