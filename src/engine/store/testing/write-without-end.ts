import { writeSync } from 'node:fs'
import type { StorePorts } from '../../store.ts'
import { addNote, notes, openNotes } from './real-ports.ts'

/** Saves numbered notes until it is killed, writing each number on the standard output once the note is acknowledged. */
export function writeWithoutEnd(ports: StorePorts, folder: string): never {
  const store = openNotes(ports, folder)
  let next = notes(store).length
  for (;;) {
    const saved = addNote(store, `note ${next}`)
    if (!saved.ok) throw new Error(saved.failure)
    writeSync(1, `${next}\n`)
    next++
    if (next % 7 === 0) store.checkpoint()
  }
}
