/**
 * A process to be killed: opens the vault given as its argument and saves numbered notes without end, writing each number on
 * its standard output once the note is acknowledged.
 */
import { writeSync } from 'node:fs'
import { addNote, notes, openNotes, realPorts } from './real-ports.ts'

const store = openNotes(await realPorts(), process.argv[2] ?? '')
let next = notes(store).length
for (;;) {
  const saved = addNote(store, `note ${next}`)
  if (!saved.ok) throw new Error(saved.failure)
  writeSync(1, `${next}\n`)
  next++
  if (next % 7 === 0) store.checkpoint()
}
