import { test } from './app.ts'
import type { ClosedVault } from './desk.ts'
import { deskOnSmallDisk } from './full-disk.ts'

type SmallDisk = NonNullable<ReturnType<typeof deskOnSmallDisk>>

/** Works with a notebook on a small disk; the test is skipped where none can be mounted. */
export async function onSmallDisk(
  vault: ClosedVault,
  work: (small: Pick<SmallDisk, 'desk' | 'disk'>) => Promise<void>,
): Promise<void> {
  const small = deskOnSmallDisk(vault)
  test.skip(small === null, 'a small disk cannot be mounted here')
  if (small === null) return
  try {
    await work(small)
  } finally {
    small.clear()
  }
}
