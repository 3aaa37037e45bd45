import type { Pack } from './chunk.ts'
import { failureOf, VaultFault } from './fault.ts'
import { decodeHeader, openList } from './manifest.ts'
import { FileFault, type VaultPorts } from './ports.ts'
import { packPath, packsFolder } from './pack.ts'
import { geometryOf } from './sizes.ts'
import type { Vault } from './vault.ts'
import { readWhole } from './whole-files.ts'

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
  const manifests = names.filter((name) => name.endsWith('.manifest')).map(generationOf)
  const latest = manifests.reduce<number>((highest, generation) => Math.max(highest, generation ?? 0), 0)
  if (latest > 0) return latest
  const isOurs = names.includes('packs') || names.some((name) => generationOf(name) !== null)
  throw new VaultFault(isOurs ? 'vault-damaged' : 'not-a-vault')
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
 * Removes the generations older than the three last or than the list's `oldest`, with the torn copies of their journals, then the
 * packs that none of the others refers to. When one of these cannot be read, packs are left alone: it may be needed to understand
 * what happened.
 */
export function collect(vault: Vault): Collected {
  const { ports, folder, spared, header, list } = vault
  const { files } = ports
  const current = header.generation
  const oldest = Math.max(list.oldest, current - keptGenerations + 1)
  const collected = { removed: 0, leftBehind: 0 }
  const remove = (path: string) => {
    try {
      files.removeFile(path)
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
  if (collected.removed > 0) files.syncFolder(folder)
  const referenced = referencedPacks(vault, kept)
  if (!referenced) return collected
  for (const name of files.list(packsFolder(folder))) {
    if (!referenced.has(name) && !spared.has(name)) remove(packPath(folder, { name }))
  }
  return collected
}

/** Finishes a purge that a crash interrupted. */
export function finishPurge(vault: Vault): void {
  const { ports, folder, list } = vault
  const isLeft = (name: string) => (generationOf(name) ?? list.oldest) < list.oldest
  if (ports.files.list(folder).some(isLeft)) collect(vault)
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
    const header = decodeHeader(ports.crypto, readWhole(ports.files, manifestPath(folder, generation)))
    return openList(ports.crypto, keys, header, geometryOf(ports).chunk).chunks.packs
  } catch (fault) {
    failureOf(fault)
    return null
  }
}
