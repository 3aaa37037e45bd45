import { basename, dirname } from 'node:path'
import { forgetBackups, knownBackups, type KnownBackup } from '#core/copies/backups'
import { ok } from '#core/result'
import type { Backup } from '#shared/contract/security'
import type { OpenVault } from '../session.ts'
import { removeBackup, sizeOf } from './backup-file.ts'

/** The copies this vault knows of, and what is there today. */
export function listBackups(vault: OpenVault): Backup[] {
  const keyMark = vault.keyMark()
  return knownBackups(vault).map((known) => seen(known, keyMark))
}

export function seen({ id, path, madeAt, sequence, size, keyMark }: KnownBackup, current: string): Backup {
  const found = sizeOf(path)
  return {
    id,
    name: basename(path),
    folder: basename(dirname(path)),
    madeAt,
    sequence,
    size,
    state: found === null ? 'away' : found === size ? 'here' : 'changed',
    hasOldKeys: keyMark !== current,
  }
}

/**
 * Removes the files of these copies that are here, after an erasure or a re-keying; answers how many. The others stay on the list.
 */
export function removeBackups(vault: OpenVault, copies: readonly KnownBackup[]): number {
  const removed = copies.filter(({ path, size }) => removeBackup(path, size))
  if (removed.length === 0) return 0
  // refused by the disk, the list keeps what is gone: it then shows it as being away
  vault.transact((tx) => {
    forgetBackups(
      tx,
      removed.map(({ id }) => id),
    )
    return ok()
  })
  return removed.length
}
