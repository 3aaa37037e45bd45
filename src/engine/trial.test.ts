import { expect, test } from 'vitest'
import { countContacts } from '#core/caseload/repository/contacts'
import { countPeople } from '#core/caseload/repository/people'
import { trialPassphrase } from '#shared/trial'
import { createMemoryFiles } from './adapters/memory-files.ts'
import { addNote, createNotes, notes, openNotes, realPorts } from './store/testing/real-ports.ts'
import { createTrial } from './trial.ts'
import { finish } from '#core/steps'

const real = await realPorts()

test('a trial is a caseload of the pilot’s size, up to yesterday, behind a passphrase everybody knows', () => {
  const { files: _, ...ports } = real
  const trial = createTrial(ports)
  expect(countPeople(trial)).toBe(82)
  expect(countContacts(trial)).toBe(251)
  expect(countContacts(trial, { from: '2026-11-24' })).toBe(0)
  expect(countContacts(trial, { from: '2026-11-10' })).toBeGreaterThan(0)
  expect(finish(trial.checkPassphrase(trialPassphrase))).toBe(true)
  expect(trial.close().ok).toBe(true)
})

test('files in memory hold a vault as a disk does: saved, checkpointed, closed, opened again', async () => {
  const ports = await realPorts({ files: createMemoryFiles() })
  const store = createNotes(ports, '/essai.filigrane')
  for (const body of ['un', 'deux', 'trois', 'quatre', 'cinq']) {
    addNote(store, body)
    expect(store.checkpoint().ok).toBe(true)
  }
  expect(store.close().ok).toBe(true)
  const again = openNotes(ports, '/essai.filigrane')
  expect(notes(again)).toEqual(['un', 'deux', 'trois', 'quatre', 'cinq'])
  expect(again.close().ok).toBe(true)
})

test('files in memory refuse what a disk refuses', () => {
  const disk = createMemoryFiles()
  const code = (act: () => unknown): unknown => {
    try {
      return act()
    } catch (fault) {
      return fault instanceof Error ? fault.message : fault
    }
  }
  expect(code(() => disk.open('/a', 'read'))).toBe('missing')
  expect(code(() => disk.open('/none/a', 'create'))).toBe('missing')
  disk.makeFolder('/f')
  expect(code(() => disk.makeFolder('/f'))).toBe('exists')
  expect(code(() => disk.makeFolder('/none/f'))).toBe('missing')
  disk.open('/f/a', 'create').write(3, new Uint8Array([1]))
  expect([...disk.open('/f/a', 'read').read(0, 9)]).toEqual([0, 0, 0, 1])
  expect(code(() => disk.open('/f/a', 'create'))).toBe('exists')
  expect(code(() => disk.list('/f/a'))).toBe('not-a-folder')
  expect(code(() => disk.removeFolder('/f'))).toBe('exists')
  disk.makeFolder('/g')
  expect(code(() => disk.rename('/f', '/g'))).toBe('exists')
  disk.rename('/f', '/h')
  expect(disk.list('/h')).toEqual(['a'])
  expect(code(() => disk.list('/f'))).toBe('missing')
  disk.open('/h/a', 'write').truncate(1)
  expect(disk.open('/h/a', 'read').size()).toBe(1)
  disk.removeFile('/h/a')
  expect(code(() => disk.removeFile('/h/a'))).toBe('missing')
  disk.removeFolder('/h')
  expect(code(() => disk.removeFolder('/h'))).toBe('missing')
})
