import type { Clock } from '#core/ports'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The local minute of this computer. */
export const clock: Clock = {
  now() {
    const now = new Date()
    const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-')
    return `${day}T${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`
  },
}
