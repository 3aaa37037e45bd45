import { VaultFault } from './fault.ts'
import { packsFolder } from './pack.ts'
import { FileFault, type FileSystem } from './ports.ts'

/** Where the vault of a folder is built. */
export const buildingPlace = (folder: string): string => `${folder}.creating`

/**
 * A vault is built beside its place and renamed into it: a creation or a restore cut short leaves no half vault. `folder` must be
 * missing or empty; answers where to write. Throws `already-exists`, or `vault-missing` when the folder above is.
 */
export function beginBuilding(files: FileSystem, folder: string): string {
  const building = buildingPlace(folder)
  const names = ifThere(() => files.list(folder))
  if (names && names.length > 0) throw new VaultFault('already-exists')
  discardVault(files, building)
  return building
}

/** Makes the folder and its `packs`; nothing must be left there. */
export function makeVaultFolder(files: FileSystem, folder: string): void {
  try {
    files.makeFolder(folder)
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'missing') throw new VaultFault('vault-missing', fault)
    throw fault
  }
  files.makeFolder(packsFolder(folder))
}

/** Everything in `building` being synced, gives it its name. When that cannot be made sure of, it is where it was built, to be discarded. */
export function finishBuilding(files: FileSystem, building: string, folder: string): void {
  ifThere(() => files.removeFolder(folder))
  files.rename(building, folder)
  let isSure = false
  try {
    files.syncParent(folder)
    isSure = true
  } finally {
    if (!isSure) files.rename(folder, building)
  }
}

/**
 * Removes a vault's folder, whole or half built: what an interrupted creation left, or a copy made to be tried. Of a link in its place, or in
 * the place of its packs, only the link goes: what it leads to is somebody's.
 */
export function discardVault(files: FileSystem, folder: string): void {
  if (files.isLink(folder)) return files.removeFile(folder)
  for (const inside of [packsFolder(folder), folder]) {
    if (files.isLink(inside)) files.removeFile(inside)
    for (const name of ifThere(() => files.list(inside)) ?? []) files.removeFile(`${inside}/${name}`)
    ifThere(() => files.removeFolder(inside))
  }
}

/** Null when what `act` is about is not there; a file in the place of a folder is `already-exists`. */
export function ifThere<T>(act: () => T): T | null {
  try {
    return act()
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    if (fault.code === 'missing') return null
    if (fault.code === 'not-a-folder' || fault.code === 'exists')
      throw new VaultFault('already-exists', fault)
    throw fault
  }
}
