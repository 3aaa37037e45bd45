import type { Opened } from '#shared/contract/vault'
export function UnlockScreen(_: { onOpened: (opened: Opened) => void }) {
  return null
}
