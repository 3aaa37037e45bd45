import { buildingPlace, discardVault } from '#core/vault/building'
import { attempt } from '#core/vault/fault'
import type { FileSystem } from '#core/vault/ports'

/** Where a copy of a vault is restored to be tried, beside it: what is there is removed, so it has a name nobody gives to something of theirs. */
export const rehearsalPlace = (folder: string): string => `${folder}.essai.tmp`

/** Removes what a power cut left of a rehearsal: an older state, which an older secret opens. What cannot be is tried again at the next opening. */
export function discardRehearsal(files: FileSystem, folder: string): void {
  const place = rehearsalPlace(folder)
  for (const left of [buildingPlace(place), place]) attempt(() => discardVault(files, left))
}
