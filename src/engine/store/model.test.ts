import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import { createNotes, notes, openNotes, query, realPorts } from './testing/real-ports.ts'

const real = await realPorts()

const body = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constant('x'.repeat(20_000)))
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('save' as const), bodies: fc.array(body, { maxLength: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), nth: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'refuse' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'checkpoint' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'close' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'kill' as const }) },
)

test('whatever is done, the vault holds what a list would', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const files = createMemoryFiles()
      const ports = { ...real, files, processes: { self: () => real.processes.self(), isAlive: () => false } }
      let store = createNotes(ports, '/carnet')
      let model: string[] = []
      let sequence = 0
      for (const act of acts) {
        switch (act.kind) {
          case 'save':
            store.transact((tx) => {
              for (const one of act.bodies) tx.run(query('INSERT INTO note (body) VALUES (?)', one))
              return ok()
            })
            model.push(...act.bodies)
            if (act.bodies.length > 0) sequence++
            break
          case 'erase':
            store.transact((tx) => {
              tx.run(
                query(
                  'DELETE FROM note WHERE id IN (SELECT id FROM note ORDER BY id LIMIT 1 OFFSET ?)',
                  act.nth,
                ),
              )
              return ok()
            })
            model = model.filter((_, at) => at !== act.nth)
            sequence++
            break
          case 'refuse':
            store.transact((tx) => {
              tx.run(query('DELETE FROM note'))
              return failed('refused')
            })
            break
          case 'checkpoint':
            expect(store.checkpoint().ok).toBe(true)
            break
          case 'close':
            expect(store.close().ok).toBe(true)
            store = openNotes(ports, '/carnet')
            expect(store.opened).toMatchObject({ closedCleanly: true, replayed: 0 })
            break
          case 'kill':
            store = openNotes(ports, '/carnet')
            break
        }
        expect(notes(store).map((text) => text.toWellFormed())).toEqual(
          model.map((text) => text.toWellFormed()),
        )
        expect(store.sequence()).toBe(sequence)
      }
      while (store.verifyNext().state === 'running');
      expect(store.health().state).toBe('ok')
    }),
    { numRuns: 60 },
  )
})
