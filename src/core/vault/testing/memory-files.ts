import { FileFault, type FileFaultCode, type FileSystem, type OpenFile } from '../ports.ts'

/** Everything that changed what a disk holds, in order; a write cut short by a full disk is what was written of it. */
export type Operation =
  | { kind: 'make-file' | 'empty-file' | 'make-folder' | 'remove-file' | 'remove-folder'; path: string }
  | { kind: 'write'; path: string; offset: number; bytes: Uint8Array }
  | { kind: 'truncate'; path: string; length: number }
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'sync' | 'sync-data' | 'sync-folder'; path: string }

/** Unlike a real disk, a file that is open follows its path: removed, it is missing at once. */
export interface MemoryFiles extends FileSystem {
  readonly operations: readonly Operation[]
  /** Asked before each operation; a code makes it fail, having changed nothing. */
  refuse: (operation: Operation, count: number) => FileFaultCode | null
  /** Bytes the disk can hold; beyond, a write stores what fits, then fails. */
  capacity: number
  contents(path: string): Uint8Array
  /** Paths opened and not closed yet. */
  held(): string[]
  /** Every file, by path. */
  all(): Map<string, Uint8Array>
  /** Another disk with the same content, on which these were done (if they could be); neither changes the other. */
  fork(more?: readonly Operation[]): MemoryFiles
  /** Changes a file behind the vault's back; null removes it. */
  tamper(path: string, bytes: Uint8Array | null): void
  /** Whatever is at this path is from now on said to be a link. */
  makeLink(path: string): void
}

/**
 * A disk in memory. Given operations, it begins as what they leave; with `skip-missing`, those on a file that is not there
 * (its name was lost) leave nothing.
 */
export function createMemoryFiles(
  past: readonly Operation[] = [],
  missing: 'refuse' | 'skip-missing' = 'refuse',
  start: { contents: Map<string, Uint8Array>; folders: Set<string> } = {
    contents: new Map(),
    folders: new Set(['']),
  },
): MemoryFiles {
  // a file's bytes are never changed in place: disks may share them
  const contents = new Map(start.contents)
  const folders = new Set(start.folders)
  const operations: Operation[] = []
  const opened = new Map<OpenFile, string>()
  const links = new Set<string>()

  const fileAt = (path: string): Uint8Array => {
    const bytes = contents.get(path)
    if (!bytes) throw new FileFault(folders.has(path) ? 'unreadable' : 'missing')
    return bytes
  }
  const used = () => [...contents.values()].reduce((sum, bytes) => sum + bytes.length, 0)

  const write = (path: string, offset: number, bytes: Uint8Array) => {
    const before = fileAt(path)
    const isBounded = disk.capacity < Infinity
    const room = isBounded ? before.length + Math.max(0, disk.capacity - used()) : Infinity
    const fitting = bytes.subarray(0, Math.max(0, room - offset))
    const after = new Uint8Array(Math.max(before.length, offset + fitting.length))
    after.set(before)
    after.set(fitting, offset)
    contents.set(path, after)
    if (fitting.length === bytes.length) return
    operations.push({ kind: 'write', path, offset, bytes: fitting })
    throw new FileFault('disk-full')
  }

  const apply = (operation: Operation): void => {
    const { path } = operation
    switch (operation.kind) {
      case 'make-file':
      case 'empty-file':
        if (!folders.has(parentOf(path))) throw new FileFault('missing')
        contents.set(path, new Uint8Array())
        break
      case 'make-folder':
        if (!folders.has(parentOf(path))) throw new FileFault('missing')
        if (folders.has(path) || contents.has(path)) throw new FileFault('exists')
        folders.add(path)
        break
      case 'remove-file':
        fileAt(path)
        contents.delete(path)
        break
      case 'remove-folder':
        if (!folders.has(path)) throw new FileFault('missing')
        if (disk.list(path).length > 0) throw new FileFault('exists')
        folders.delete(path)
        break
      case 'write':
        write(path, operation.offset, operation.bytes)
        break
      case 'truncate':
        contents.set(path, fileAt(path).slice(0, operation.length))
        break
      case 'rename':
        rename(path, operation.to)
        break
      case 'sync':
      case 'sync-data':
      case 'sync-folder':
        break
    }
  }

  const rename = (from: string, to: string) => {
    const bytes = contents.get(from)
    if (bytes) {
      contents.delete(from)
      contents.set(to, bytes)
      return
    }
    if (!folders.has(from)) throw new FileFault('missing')
    if (folders.has(to)) throw new FileFault('exists')
    const moved = (path: string) =>
      path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path
    const movedFolders = Array.from(folders, moved)
    const movedContents = Array.from(contents, ([path, bytes]) => [moved(path), bytes] as const)
    folders.clear()
    contents.clear()
    for (const path of movedFolders) folders.add(path)
    for (const [path, content] of movedContents) contents.set(path, content)
  }

  const act = (operation: Operation): void => {
    const code = disk.refuse(operation, operations.length)
    if (code) throw new FileFault(code)
    apply(operation)
    operations.push(operation)
  }

  const openFile = (path: string): OpenFile => {
    const file: OpenFile = {
      size: () => fileAt(path).length,
      read: (offset, length) => fileAt(path).slice(offset, offset + length),
      write: (offset, bytes) => act({ kind: 'write', path, offset, bytes: bytes.slice() }),
      truncate: (length) => act({ kind: 'truncate', path, length }),
      syncData: () => act({ kind: 'sync-data', path }),
      sync: () => act({ kind: 'sync', path }),
      close: () => void opened.delete(file),
    }
    opened.set(file, path)
    return file
  }

  const disk: MemoryFiles = {
    operations,
    refuse: () => null,
    capacity: Infinity,
    contents: fileAt,
    held: () => [...opened.values()],
    all: () => new Map(contents),
    fork: (more = []) => createMemoryFiles(more, 'skip-missing', { contents, folders }),
    tamper(path, bytes) {
      if (bytes) contents.set(path, bytes)
      else contents.delete(path)
    },
    makeLink: (path) => void links.add(path),
    open(path, mode) {
      if (mode === 'create' && contents.has(path)) throw new FileFault('exists')
      if (mode === 'create' || (mode === 'replace' && !contents.has(path))) act({ kind: 'make-file', path })
      else if (mode === 'replace') act({ kind: 'empty-file', path })
      fileAt(path)
      return openFile(path)
    },
    list(folder) {
      if (contents.has(folder)) throw new FileFault('not-a-folder')
      if (!folders.has(folder)) throw new FileFault('missing')
      return [...contents.keys(), ...folders]
        .filter((path) => path !== folder && path !== '' && parentOf(path) === folder)
        .map((path) => path.slice(folder.length + 1))
    },
    isLink: (path) => links.has(path),
    makeFolder: (path) => act({ kind: 'make-folder', path }),
    syncFolder: (path) => act({ kind: 'sync-folder', path }),
    syncParent: (path) => act({ kind: 'sync-folder', path: parentOf(path) }),
    rename: (path, to) => act({ kind: 'rename', path, to }),
    removeFile: (path) => act({ kind: 'remove-file', path }),
    removeFolder: (path) => act({ kind: 'remove-folder', path }),
  }
  for (const operation of past) {
    try {
      apply(operation)
    } catch (fault) {
      const isMissing = fault instanceof FileFault && fault.code === 'missing'
      if (!isMissing || missing === 'refuse') throw fault
    }
  }
  return disk
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
