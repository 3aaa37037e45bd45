import { failureOf } from './fault.ts'
import { FileFault, type VaultPorts } from './ports.ts'
import { geometryOf } from './sizes.ts'
import { writeWhole } from './whole-files.ts'

/** Room given up on a full disk, so that the vault can still be checkpointed and closed properly. */
function ballastPath(folder: string): string {
  return `${folder}/ballast`
}

/** Random bytes: a file system that compresses would keep no room for zeroes. */
export function writeBallast(ports: VaultPorts, folder: string): void {
  const { crypto, files } = ports
  const { ballast } = geometryOf(ports)
  writeWhole(files, ballastPath(folder), crypto.randomBytes(ballast), 'create')
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
