import { setFlagsFromString } from 'node:v8'

/**
 * V8 lets garbage fill what memory is at hand: at a million contacts, half of what a session took. What is new keeps the room it had at the start,
 * and the rest is collected once it has grown by a fifth. `--optimize-for-size` would take 16 to 40 MiB less; measured in turns (docs/benchmarks.md),
 * openings, saves and searches took longer.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=20')
}
