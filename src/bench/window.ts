import { quantile, rounded, type Row } from './measures.ts'

/** What the engine does while somebody types. */
const doings = ['opening', 'verification', 'checkpoint', 'rest'] as const
/** Milliseconds from a key to the frame that shows it, by what the engine was doing: what `e2e/window-bench.ts` answers. */
export type KeyLatencies = Record<(typeof doings)[number], number[]>

/** The floor is what a key takes while the engine rests. */
export function windowRows(size: string, keys: KeyLatencies): Row[] {
  const shares = [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const
  return doings.flatMap((doing) =>
    shares.map(([name, share]) => ({
      metric: `key to frame ${name}, ${doing}`,
      size,
      unit: 'ms' as const,
      ours: rounded(quantile(keys[doing], share)),
      peer: null,
      ratio: null,
      floor: rounded(quantile(keys.rest, share)),
    })),
  )
}
