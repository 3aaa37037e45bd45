/** To the nearest multiple of `base`, the same for everyone and every time: no secret, no chance. */
export const roundTo = (base: number, count: number): number => base * Math.round(count / base)
