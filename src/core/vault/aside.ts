import type { Steps } from '../steps.ts'
import { discardVault, ifThere, makeVaultFolder } from './building.ts'
import { sealedLength } from './chunk.ts'
import { damaged } from './fault.ts'
import { packsFolder } from './pack.ts'
import type { FileSystem, VaultPorts } from './ports.ts'
import { geometryOf } from './sizes.ts'

/**
 * Copies of the vault as it was found damaged, inside its folder, each under the number of the generation that was made to go on without
 * what was damaged.
 */
const asideFolder = 'aside'
const copyName = /^(\d{4,})(\.tmp)?$/

/** Inside the vault's folder. */
export function asideName(generation: number): string {
  return `${asideFolder}/${String(generation).padStart(4, '0')}`
}

/**
 * Copies these files of a vault, whatever they are worth, and reads each copy back. One step copies a few hundred kilobytes. Giving up or
 * failing leaves nothing.
 */
export function* copyAside(
  ports: VaultPorts,
  folder: string,
  generation: number,
  names: readonly string[],
): Steps<void> {
  const { files } = ports
  const place = `${folder}/${asideName(generation)}`
  const building = `${place}.tmp`
  // of an attempt cut short, whose generation never counted: what it copied is all still there
  discardAside(files, place)
  if (ifThere(() => files.list(`${folder}/${asideFolder}`)) === null)
    files.makeFolder(`${folder}/${asideFolder}`)
  let isWhole = false
  try {
    makeVaultFolder(files, building)
    for (const [done, name] of names.entries()) {
      for (const _ of copyFile(ports, `${folder}/${name}`, `${building}/${name}`))
        yield { done, total: names.length }
    }
    files.syncFolder(packsFolder(building))
    files.syncFolder(building)
    files.rename(building, place)
    files.syncFolder(`${folder}/${asideFolder}`)
    files.syncFolder(folder)
    isWhole = true
  } finally {
    if (!isWhole) discardAside(files, place)
  }
}

/** Removes a copy, finished or not. */
export function discardAside(files: FileSystem, place: string): void {
  discardVault(files, `${place}.tmp`)
  discardVault(files, place)
}

/** The copies made up to this generation, finished or not; where a link leads, nothing is a copy. */
export function asideUpTo(files: FileSystem, folder: string, generation: number): string[] {
  if (files.isLink(`${folder}/${asideFolder}`)) return []
  const names = ifThere(() => files.list(`${folder}/${asideFolder}`)) ?? []
  return names
    .filter((name) => Number(copyName.exec(name)?.[1] ?? Infinity) <= generation)
    .map((name) => `${folder}/${asideFolder}/${name}`)
}

/** A few hundred kilobytes a step. */
function* copyFile({ files, crypto, ...ports }: VaultPorts, from: string, to: string): Generator<void, void> {
  const { step, chunk } = geometryOf(ports)
  const length = step * sealedLength(chunk)
  const source = files.open(from, 'read')
  try {
    const copy = files.open(to, 'create')
    try {
      const size = source.size()
      for (let at = 0; at < size; at += length) {
        const bytes = source.read(at, length)
        copy.write(at, bytes)
        if (!crypto.same(copy.read(at, length), bytes)) damaged()
        yield
      }
      copy.sync()
    } finally {
      copy.close()
    }
  } finally {
    source.close()
  }
}
