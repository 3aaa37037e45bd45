import type { Opened } from '../open.ts'
import { folder } from './host.ts'

/** What the files of the vault were, under the copy's name. */
export function setAside(before: Map<string, Uint8Array>, aside: string): [string, Uint8Array][] {
  const isKept = (path: string) => !/\/(lock|ballast|à moi.txt)$/.test(path)
  return [...before]
    .filter(([path]) => isKept(path))
    .map(([path, bytes]) => [path.replace(folder, `${folder}/${aside}`), bytes])
}

/** The byte that tells each transaction of the journal, after its minute. */
export function contentsOf(opened: Opened): (number | undefined)[] {
  return opened.transactions.map(({ content }) => content[16])
}
