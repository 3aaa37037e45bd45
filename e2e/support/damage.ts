/** A vault whose last state is spoilt on the disk, the ones before being whole. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Launched } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
import { locking } from './app.ts'
import type { ClosedVault, Desk } from './desk.ts'

/** Spoils every chunk of the pack written last: only the current generation has it. */
export function spoilLastPack(vault: string): void {
  const packs = readdirSync(join(vault, 'packs')).map((name) => join(vault, 'packs', name))
  const last = packs.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1) ?? ''
  const sealedLength = 32_808
  const bytes = readFileSync(last)
  for (let at = 100; at < bytes.length; at += sealedLength) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(last, bytes)
}

/** Unlocks, locks (which makes a new generation), and spoils that; the lock screen is what shows. */
export async function lockDamaged(launched: Launched, desk: Desk, vault: ClosedVault): Promise<Launched> {
  await lockPage(launched.page).unlock(vault.passphrase)
  await shell(launched.page).rail.waitFor()
  const page = await locking(launched, () => launched.page.keyboard.press('Control+l'))
  spoilLastPack(desk.vault)
  return { ...launched, page }
}
