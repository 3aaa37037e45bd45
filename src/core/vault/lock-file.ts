import { ascii, fromAscii, sameBytes } from './bytes.ts'
import { VaultFault } from './fault.ts'
import { FileFault, type ProcessMark, type VaultPorts } from './ports.ts'
import { readPart } from './whole-files.ts'

/** No mark is longer: of a file that is, the rest says nothing. */
const markLength = 4096

/**
 * `lock` names the engine that has the vault open: process id, boot id, start of the process, one a line. A lock left by a
 * dead process, or cut short by a power loss, is taken over. It cannot tell two machines apart: a vault is opened from one.
 */
function lockPath(folder: string): string {
  return `${folder}/lock`
}

export function encodeMark({ pid, bootId, startedAt }: ProcessMark): Uint8Array {
  return ascii(`${pid}\n${bootId}\n${startedAt}\n`)
}

function decodeMark(bytes: Uint8Array): ProcessMark | null {
  const [pid = '', bootId, startedAt, rest] = fromAscii(bytes).split('\n')
  if (!/^\d{1,10}$/.test(pid) || bootId === undefined || startedAt === undefined || rest === undefined) {
    return null
  }
  return { pid: Number(pid), bootId, startedAt }
}

/** Refuses (`vault-in-use`) when a living engine has the vault open. Changes nothing. */
export function refuseIfInUse({ files, processes }: VaultPorts, folder: string): void {
  const bytes = readLock(files, lockPath(folder))
  const mark = bytes && decodeMark(bytes)
  if (mark && processes.isAlive(mark)) throw new VaultFault('vault-in-use')
}

/** Takes the lock, over a dead engine's if there is one. */
export function takeLock(ports: VaultPorts, folder: string): void {
  const stale = readLock(ports.files, lockPath(folder))
  if (stale) {
    refuseIfInUse(ports, folder)
    setAside(ports, folder, stale)
  }
  try {
    writeLock(ports, folder)
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'exists') throw new VaultFault('vault-in-use', fault)
    throw fault
  }
}

/** Writes the lock where there is none, or nothing. Not synced: a lock has no meaning after a power loss. */
export function writeLock({ files, processes }: VaultPorts, folder: string): void {
  const path = lockPath(folder)
  const file = files.open(path, 'create')
  let isWritten = false
  try {
    file.write(0, encodeMark(processes.self()))
    isWritten = true
  } finally {
    file.close()
    if (!isWritten) files.removeFile(path)
  }
}

export function releaseLock({ files }: VaultPorts, folder: string): void {
  files.removeFile(lockPath(folder))
}

/** Of two engines that found the same dead lock, one renames it; the other finds it gone, or finds it has a living one. */
function setAside({ files }: VaultPorts, folder: string, stale: Uint8Array): void {
  const aside = `${lockPath(folder)}.stale`
  try {
    files.rename(lockPath(folder), aside)
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'missing') return
    throw fault
  }
  const moved = readLock(files, aside)
  if (moved && !sameBytes(moved, stale)) {
    files.rename(aside, lockPath(folder))
    throw new VaultFault('vault-in-use')
  }
  files.removeFile(aside)
}

function readLock(files: VaultPorts['files'], path: string): Uint8Array | null {
  try {
    return readPart(files, path, 0, markLength)
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'missing') return null
    throw fault
  }
}
