import { client } from './client.ts'

/** Tells main that something was copied, so that the clipboard is cleared in time. Only that, never what. */
export function tellCopies(): void {
  for (const kind of ['copy', 'cut'] as const)
    document.addEventListener(kind, () => void client.call('clipboard.copied', undefined))
}
