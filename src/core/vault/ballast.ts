import { failureOf } from './fault.ts'
import { FileFault, type VaultPorts } from './ports.ts'
import { geometryOf } from './sizes.ts'
import { writeWhole } from './whole-files.ts'

/** Room given up on a full disk, so that the vault can still be opened, checkpointed and closed properly. */
const ballastName = 'ballast'

function ballastPath(folder: string): string {
  return `${folder}/${ballastName}`
}

/** Random bytes: a file system that compresses would keep no room for zeroes. */
export function writeBallast(ports: VaultPorts, folder: string): void {
  const { crypto, files } = ports
  const { ballast } = geometryOf(ports)
  // a megabyte that is there as a rule is not drawn to be thrown away
  const file = files.open(ballastPath(folder), 'create')
  try {
    file.write(0, crypto.randomBytes(ballast))
    file.sync()
  } finally {
    file.close()
  }
}

/** Whether the disk takes what a journal grows by, and the ballast when it was given up; nothing is left of the trial. */
export function hasRoom({ crypto, files, ...ports }: VaultPorts, folder: string): boolean {
  const trial = `${folder}/room.tmp`
  const { growth, ballast } = geometryOf(ports)
  const needed = files.list(folder).includes(ballastName) ? growth : growth + ballast
  try {
    writeWhole(files, trial, crypto.randomBytes(needed), 'replace')
    return true
  } catch (fault) {
    if (failureOf(fault) !== 'disk-full') throw fault
    return false
  } finally {
    removeIfThere(files, trial)
  }
}

function removeIfThere(files: VaultPorts['files'], path: string): void {
  try {
    files.removeFile(path)
  } catch (fault) {
    if (!(fault instanceof FileFault) || fault.code !== 'missing') throw fault
  }
}

/** Drops the ballast. False when it was already gone. */
export function dropBallast({ files }: VaultPorts, folder: string): boolean {
  try {
    files.removeFile(ballastPath(folder))
    return true
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'missing') return false
    throw fault
  }
}

/** Whether the ballast was given up for this fault: what failed is worth trying again. */
export function sparesRoom(ports: VaultPorts, folder: string, fault: unknown): boolean {
  return failureOf(fault) === 'disk-full' && dropBallast(ports, folder)
}

/** Puts the ballast back once there is room again; while there is none, the vault does without. */
export function restoreBallast(ports: VaultPorts, folder: string): void {
  try {
    writeBallast(ports, folder)
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'exists') return
    if (failureOf(fault) !== 'disk-full') throw fault
    dropBallast(ports, folder)
  }
}
