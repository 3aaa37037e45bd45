import { failureOf } from './fault.ts'
import { FileFault, type FileSystem, type OpenFile } from './ports.ts'

/** Files that are read again and again, a piece at a time: opening one takes as long as reading the piece. */
export interface HeldFiles {
  /** Up to `length` bytes of a file from `offset`; fewer at its end. They may lie in `room`. The file stays open. */
  readPart(path: string, offset: number, length: number, room?: Uint8Array): Uint8Array
  /** Closes one, if it is held: until then a file removed keeps its bytes on the disk. */
  letGo(path: string): void
  letGoOfAll(): void
}

/**
 * Of `most` files at once, those read last. A new caseload of a million contacts has 90 packs; a Mac may allow a process 256 files, and a copy
 * that is tried holds as many as the vault beside it.
 */
export function holdFiles(files: FileSystem, most = 96): HeldFiles {
  /** The least recently read first. */
  const held = new Map<string, OpenFile>()

  const letGo = (path: string) => {
    const file = held.get(path)
    held.delete(path)
    try {
      file?.close()
    } catch (fault) {
      // nothing was written in it: there is nothing to lose
      failureOf(fault)
    }
  }
  const hold = (path: string, file: OpenFile) => {
    held.delete(path)
    held.set(path, file)
    const [oldest] = held.keys()
    if (oldest !== undefined && held.size > most) letGo(oldest)
  }

  return {
    readPart(path, offset, length, room) {
      const readFrom = (file: OpenFile) => {
        hold(path, file)
        return file.read(offset, length, room)
      }
      const known = held.get(path)
      if (!known) return readFrom(files.open(path, 'read'))
      try {
        return readFrom(known)
      } catch (fault) {
        if (!(fault instanceof FileFault)) throw fault
        // a disk that went away and came back refuses the files that were open, not the same ones opened again; what they say is proven as ever
        letGo(path)
        return readFrom(files.open(path, 'read'))
      }
    },
    letGo,
    letGoOfAll() {
      for (const path of held.keys()) letGo(path)
    },
  }
}
