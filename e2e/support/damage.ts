/** A vault whose last state is spoilt on the disk, the ones before being whole. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Launched } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
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

/** Unlocks, closes the app (which makes a new generation), and spoils that. */
export async function closeDamaged(
  launched: Launched,
  { vault }: Desk,
  { passphrase }: ClosedVault,
): Promise<void> {
  await lockPage(launched.page).unlock(passphrase)
  await shell(launched.page).rail.waitFor({ timeout: 60_000 })
  await launched.close()
  spoilLastPack(vault)
}
