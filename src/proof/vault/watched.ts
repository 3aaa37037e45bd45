import type { FileSystem } from '#core/vault/ports'

/** The same files; `before` is told of each call (but closing), and may throw in its place. */
export function watched(files: FileSystem, before: (call: 'read' | 'write') => void): FileSystem {
  const read = <T>(act: () => T): T => {
    before('read')
    return act()
  }
  const write = <T>(act: () => T): T => {
    before('write')
    return act()
  }
  return {
    open(path, mode) {
      const file = mode === 'read' ? read(() => files.open(path, mode)) : write(() => files.open(path, mode))
      return {
        size: () => read(() => file.size()),
        read: (offset, length) => read(() => file.read(offset, length)),
        write: (offset, bytes) => write(() => file.write(offset, bytes)),
        truncate: (length) => write(() => file.truncate(length)),
        syncData: () => write(() => file.syncData()),
        sync: () => write(() => file.sync()),
        close: () => file.close(),
      }
    },
    list: (folder) => read(() => files.list(folder)),
    isLink: (path) => read(() => files.isLink(path)),
    makeFolder: (path) => write(() => files.makeFolder(path)),
    syncFolder: (path) => write(() => files.syncFolder(path)),
    syncParent: (path) => write(() => files.syncParent(path)),
    rename: (from, to) => write(() => files.rename(from, to)),
    removeFile: (path) => write(() => files.removeFile(path)),
    removeFolder: (path) => write(() => files.removeFolder(path)),
  }
}
