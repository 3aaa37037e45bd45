import { spawnSync } from 'node:child_process'

const reader = new URL('../../../core/vault/testing/reader.py', import.meta.url).pathname

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
  const { found, stderr } = readIndependently(folder, role, secret, 'HOLDS', ...hex)
  if (found === null) throw new Error(stderr)
  const held = new Set((found as { rows: [number, string[]][] }).rows.flatMap(([, needles]) => needles))
  return needles.filter((_, index) => held.has(hex[index] ?? ''))
}

/** Runs the program in another language on a vault. `found` is what it printed, null when it refused. */
export function readIndependently(folder: string, role: string, secret: string, ...asked: string[]) {
  const run = spawnSync(python ?? '', [reader, folder, role, secret, ...asked], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { ...run, found: run.status === 0 ? (JSON.parse(run.stdout) as unknown) : null }
}
