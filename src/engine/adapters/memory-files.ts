import { FileFault, type FileSystem, type OpenFile } from '#core/vault/ports'

/** Files that exist in this process alone and end with it: what a trial writes never reaches the disk. */
export function createMemoryFiles(): FileSystem {
  const contents = new Map<string, Uint8Array>()
  const folders = new Set<string>([''])

  const at = (path: string): Uint8Array => {
    const bytes = contents.get(path)
    if (bytes === undefined) throw new FileFault('missing')
    return bytes
  }
  const within = (folder: string) =>
    [...contents.keys(), ...folders].filter((path) => path !== '' && parentOf(path) === folder)
  const resized = (path: string, length: number): Uint8Array => {
    const bytes = at(path)
    if (length === bytes.length) return bytes
    const after = new Uint8Array(length)
    after.set(bytes.subarray(0, length))
    contents.set(path, after)
    return after
  }

  const openFile = (path: string): OpenFile => ({
    size: () => at(path).length,
    read: (offset, length) => at(path).slice(offset, offset + length),
    write(offset, bytes) {
      resized(path, Math.max(at(path).length, offset + bytes.length)).set(bytes, offset)
    },
    truncate: (length) => void resized(path, length),
    syncData: () => undefined,
    sync: () => undefined,
    close: () => undefined,
  })

  return {
    open(path, mode) {
      if (mode === 'create' && contents.has(path)) throw new FileFault('exists')
      if (mode === 'create' || mode === 'replace') {
        if (!folders.has(parentOf(path))) throw new FileFault('missing')
        contents.set(path, new Uint8Array())
      }
      at(path)
      return openFile(path)
    },
    list(folder) {
      if (contents.has(folder)) throw new FileFault('not-a-folder')
      if (!folders.has(folder)) throw new FileFault('missing')
      return within(folder).map((path) => path.slice(folder.length + 1))
    },
    isLink: () => false,
    makeFolder(path) {
      if (!folders.has(parentOf(path))) throw new FileFault('missing')
      if (folders.has(path) || contents.has(path)) throw new FileFault('exists')
      folders.add(path)
    },
    syncFolder: () => undefined,
    syncParent: () => undefined,
    rename(from, to) {
      if (folders.has(from)) return renameFolder(from, to)
      contents.set(to, at(from))
      contents.delete(from)
    },
    removeFile(path) {
      at(path)
      contents.delete(path)
    },
    removeFolder(path) {
      if (!folders.has(path)) throw new FileFault('missing')
      if (within(path).length > 0) throw new FileFault('exists')
      folders.delete(path)
    },
  }

  /** A vault is built aside, then takes its name: everything inside moves with it. */
  function renameFolder(from: string, to: string): void {
    if (folders.has(to) || contents.has(to)) throw new FileFault('exists')
    const moved = (path: string) => to + path.slice(from.length)
    const inside = (path: string) => path === from || path.startsWith(`${from}/`)
    for (const path of [...folders].filter(inside)) {
      folders.delete(path)
      folders.add(moved(path))
    }
    for (const [path, bytes] of [...contents].filter(([path]) => inside(path))) {
      contents.delete(path)
      contents.set(moved(path), bytes)
    }
  }
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
