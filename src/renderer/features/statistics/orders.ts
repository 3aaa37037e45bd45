import type { PublicOrder } from '#shared/contract/statistics'

/** The order with one code moved by a step; the last code is residual and stays where it is. */
export function moved({ codes, ...order }: PublicOrder, code: string, step: -1 | 1): PublicOrder {
  const from = codes.indexOf(code)
  const to = from + step
  if (from === -1 || to < 0 || Math.max(from, to) > codes.length - 2) return { ...order, codes }
  const without = codes.filter((each) => each !== code)
  return { ...order, codes: without.toSpliced(to, 0, code) }
}

/** One name for an order among those of a catalogue. */
export const orderKey = ({ attribute, within }: Pick<PublicOrder, 'attribute' | 'within'>): string =>
  within === null ? attribute : `${attribute}/${within}`
