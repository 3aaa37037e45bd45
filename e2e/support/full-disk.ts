/** A disk that fills up under an open vault. */
import { expect, type Page } from '@playwright/test'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blankContact } from '../../src/core/caseload/contact.ts'
import { callEngine } from './bridge.ts'
import type { ClosedVault, Desk } from './desk.ts'
import { clearDesk, newDesk, putVault } from './desk.ts'
import { mountSmallDisk } from './mounts.ts'

/** A desk whose vault is on a small disk of its own, or null where none can be mounted. */
export function deskOnSmallDisk(vault: ClosedVault): { desk: Desk; disk: string; clear: () => void } | null {
  const place = newDesk()
  const disk = join(place.folder, 'clé')
  const unmount = mountSmallDisk(disk, 16_384)
  if (unmount === null) {
    clearDesk(place)
    return null
  }
  const desk = newDesk(join(disk, 'carnet.filigrane'))
  putVault(vault, desk)
  const clear = () => {
    unmount()
    clearDesk(desk)
    clearDesk(place)
  }
  return { desk, disk, clear }
}

/** Fills the disk with something else, to its last byte; answers how to make room. */
export function fillWithOther(disk: string): () => void {
  const other = join(disk, 'autre chose')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(other, Buffer.alloc(bavail * bsize))
  return () => rmSync(other)
}

/** The same, then with notes until one is refused. */
export async function fillDisk(page: Page, disk: string): Promise<() => void> {
  const makeRoom = fillWithOther(disk)
  await fillUntilRefused(page)
  return makeRoom
}

/** Saves long notes, then short ones, until nothing fits: the reserve is used up too. */
async function fillUntilRefused(page: Page): Promise<void> {
  const defaults = await callEngine(page, 'contacts.defaults', undefined)
  const contact = { ...blankContact, ...defaults, unidentifiedCount: 1 }
  const saveOften = async (length: number) => {
    for (let count = 0; count < 1000; count++)
      await callEngine(page, 'contacts.save', { ...contact, note: 'x'.repeat(length) })
  }
  for (const length of [10_000, 1]) await expect(saveOften(length)).rejects.toThrow('disk-full')
}
