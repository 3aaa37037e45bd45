import { createMemoryFiles, type MemoryFiles, type Operation } from './memory-files.ts'

/** Which operations no later sync made durable. Bytes wait for a sync of their file, names for a sync of their folder. */
export function unsynced(operations: readonly Operation[]): number[] {
  return operations.flatMap((operation, index) => {
    const isSync = operation.kind.startsWith('sync')
    const isDurable = operations.slice(index + 1).some((later) => makesDurable(later, operation))
    return isSync || isDurable ? [] : [index]
  })
}

/**
 * The disk when the power was cut after the last of `operations`, themselves done on a disk where `durable` was safe: it kept
 * what was synced, and what `survives` spares. What concerns a file whose name was lost is lost with it.
 */
export function diskAfterPowerLoss(
  durable: readonly Operation[],
  operations: readonly Operation[],
  survives: (index: number) => boolean,
): MemoryFiles {
  const pending = new Set(unsynced(operations))
  const kept = operations.filter((_, index) => !pending.has(index) || survives(index))
  return createMemoryFiles([...durable, ...kept], 'skip-missing')
}

function makesDurable(sync: Operation, operation: Operation): boolean {
  switch (operation.kind) {
    case 'write':
    case 'truncate':
    case 'empty-file':
      return (sync.kind === 'sync' || sync.kind === 'sync-data') && sync.path === operation.path
    case 'make-file':
    case 'make-folder':
    case 'rename':
    case 'remove-file':
    case 'remove-folder':
      return (
        sync.kind === 'sync-folder' && sync.path === operation.path.slice(0, operation.path.lastIndexOf('/'))
      )
    case 'sync':
    case 'sync-data':
    case 'sync-folder':
      return false
  }
}
