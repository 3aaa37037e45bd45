import type { Random } from '#core/random'

/** A UUID version 7 (RFC 9562) of that local minute, its random bits from the seed. */
export function seededId(random: Random, minute: string): string {
  const time = Date.parse(`${minute}Z`).toString(16).padStart(12, '0')
  const digits = (length: number) => Array.from({ length }, () => random.int(0, 15).toString(16)).join('')
  const variant = random.pick(['8', '9', 'a', 'b'])
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(12)}`
}
