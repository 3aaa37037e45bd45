import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addNote,
  createNotes,
  notes,
  openNotes,
  realPorts,
  temporaryFolder,
  tryOpenNotes,
} from './store/testing/real-ports.ts'

const ports = await realPorts()
let place: ReturnType<typeof temporaryFolder>
let folder: string

beforeEach(() => {
  place = temporaryFolder()
  folder = `${place.path}/carnet.filigrane`
})
afterEach(() => place.remove())

test('what is saved, closed and opened again is there', () => {
  const store = createNotes(ports, folder)
  expect(addNote(store, 'une première note').ok).toBe(true)
  expect(store.close().ok).toBe(true)

  const again = openNotes(ports, folder)
  expect(notes(again)).toEqual(['une première note'])
  expect(again.opened).toMatchObject({
    generation: 2,
    sequence: 1,
    lastSavedAt: '2026-11-24T14:32',
    closedCleanly: true,
    tornFrameDropped: false,
    replayed: 0,
  })
  again.close()
})

test('a wrong passphrase is refused', () => {
  createNotes(ports, folder).close()
  expect(tryOpenNotes(ports, folder, 'autre chose')).toEqual({ ok: false, failure: 'wrong-passphrase' })
})
