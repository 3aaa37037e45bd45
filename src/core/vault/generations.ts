import { asideUpTo, discardAside } from './aside.ts'
import type { Pack } from './chunk.ts'
import { failureOf, VaultFault } from './fault.ts'
import { decodeHeader, openList } from './manifest.ts'
import { FileFault, type VaultPorts } from './ports.ts'
import { packPath, packsFolder } from './pack.ts'
import { geometryOf } from './sizes.ts'
import type { Vault } from './vault.ts'
import { longest, readWhole } from './whole-files.ts'

/** The current generation and the two before it. */
const keptGenerations = 3
const generationName = /^(\d{4,})\.(manifest|journal)(\.torn|\.tmp)?$/

export function manifestPath(folder: string, generation: number): string {
  return `${folder}/${String(generation).padStart(4, '0')}.manifest`
}

export function journalPath(folder: string, generation: number): string {
  return `${folder}/${String(generation).padStart(4, '0')}.journal`
}

/** The highest generation a vault's folder holds. Refuses a folder that is missing, is no vault, or has lost its manifests. */
export function latestGeneration({ files }: VaultPorts, folder: string): number {
  const names = listVault(() => files.list(folder))
  const [latest = 0] = numbersAmong(names, '.manifest')
  if (latest > 0) return latest
  const isOurs = names.includes('packs') || names.some((name) => generationOf(name) !== null)
  throw new VaultFault(isOurs ? 'vault-damaged' : 'not-a-vault')
}

/** The generations that have such a file, the highest first. */
export function generationsOf({ files }: VaultPorts, folder: string, kind: 'manifest' | 'journal'): number[] {
  return numbersAmong(files.list(folder), `.${kind}`)
}

/** A number that no file of a vault has yet, above them all. */
export function nextNumber({ files }: VaultPorts, folder: string): number {
  return 1 + Math.max(0, ...numbersAmong(files.list(folder), ''))
}

/** Every file that says something of a vault, in its folder: those of its generations, whatever became of them, and its packs. */
export function filesOfVault({ files }: VaultPorts, folder: string): string[] {
  const own = files.list(folder).filter((name) => generationOf(name) !== null)
  return [...own, ...files.list(packsFolder(folder)).map((name) => `packs/${name}`)]
}

function numbersAmong(names: readonly string[], ending: string): number[] {
  const numbers = names.filter((name) => name.endsWith(ending)).map(generationOf)
  return [...new Set(numbers)].filter((number) => number !== null).sort((a, b) => b - a)
}

function listVault(list: () => string[]): string[] {
  try {
    return list()
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'missing') throw new VaultFault('vault-missing', fault)
    if (fault instanceof FileFault && fault.code === 'not-a-folder')
      throw new VaultFault('not-a-vault', fault)
    throw fault
  }
}

function generationOf(name: string): number | null {
  const digits = generationName.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** What a collection could not do; nothing depends on it, the next one tries again. */
export interface Collected {
  removed: number
  leftBehind: number
}

/**
 * Removes the generations older than the three last or than the list's `oldest`, with the torn copies of their journals and what was set
 * aside before `oldest`, then the packs that none of the others refers to. When one of these cannot be read, packs are left alone: it may be needed to understand
 * what happened.
 */
export function collect(vault: Vault): Collected {
  const { ports, folder, spared, header, list, heldPacks } = vault
  const { files } = ports
  const current = header.generation
  const oldest = Math.max(list.oldest, current - keptGenerations + 1)
  const collected = { removed: 0, leftBehind: 0 }
  const remove = (path: string, removing = (path: string) => files.removeFile(path)) => {
    try {
      removing(path)
      collected.removed++
    } catch (fault) {
      failureOf(fault)
      collected.leftBehind++
    }
  }
  const kept: number[] = []
  for (const name of files.list(folder)) {
    const generation = generationOf(name)
    if (generation === null || generation > current) continue
    if (generation < oldest) remove(`${folder}/${name}`)
    else if (name.endsWith('.manifest')) kept.push(generation)
  }
  for (const place of asideUpTo(files, folder, list.oldest))
    remove(place, (path) => discardAside(files, path))
  if (collected.removed > 0) files.syncFolder(folder)
  const referenced = referencedPacks(vault, kept)
  if (!referenced) return collected
  for (const name of files.list(packsFolder(folder))) {
    if (referenced.has(name) || spared.has(name)) continue
    const path = packPath(folder, { name })
    // removed while it is open, its bytes would stay on the disk
    heldPacks.letGo(path)
    remove(path)
  }
  return collected
}

/** Finishes a purge that a crash interrupted, or the disk refused in part. */
export function finishPurge(vault: Vault): void {
  const { ports, folder, list } = vault
  const isLeft = (name: string) => (generationOf(name) ?? list.oldest) < list.oldest
  const { files } = ports
  const isUnfinished =
    files.list(folder).some(isLeft) ||
    asideUpTo(files, folder, list.oldest).length > 0 ||
    hasStrayPacks(vault)
  if (isUnfinished) collect(vault)
}

/** Whether packs of before a purge are there still; the generations made since have looked for them already. */
function hasStrayPacks({ ports, folder, header, list }: Vault): boolean {
  if (header.generation !== list.oldest) return false
  const own = new Set(list.chunks.packs.map(({ name }) => name))
  return ports.files.list(packsFolder(folder)).some((name) => !own.has(name))
}

function referencedPacks(vault: Vault, generations: readonly number[]): Set<string> | null {
  const referenced = new Set<string>()
  for (const generation of generations) {
    const packs = vault.known.get(generation) ?? readPacks(vault, generation)
    if (!packs) return null
    for (const { name } of packs) referenced.add(name)
  }
  return referenced
}

/** The packs of a generation made before this session; null when its manifest cannot be read. */
function readPacks({ ports, folder, keys }: Vault, generation: number): readonly Pack[] | null {
  try {
    const header = decodeHeader(
      ports.crypto,
      readWhole(ports.files, manifestPath(folder, generation), longest.manifest),
    )
    return openList(ports.crypto, keys, header, geometryOf(ports).chunk).chunks.packs
  } catch (fault) {
    failureOf(fault)
    return null
  }
}
