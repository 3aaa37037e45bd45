import { expect, test } from 'vitest'
import type { Output } from '#shared/contract'
import { movesOf } from './merge-moves.ts'

type Entry = Output<'people.read'>['timeline'][number]
const stage: Entry = { type: 'bondStage', at: '2026-11-03', record: { stage: 'bond' } }

test('what belongs to the file itself, its stages, is not told as moving', () => {
  expect(movesOf({ timeline: [stage], ties: [] })).toEqual([])
})

test('each kind is counted once, ties from their own list', () => {
  const tie = { id: 'a', kind: 'friend', note: '', otherId: 'b', alias: 'Momo' }
  const followUp = { type: 'followUp', at: '2026-11-03' } as Entry
  const contact = { type: 'contact', at: '2026-11-03T10:00' } as Entry
  expect(movesOf({ timeline: [contact, stage, followUp, contact], ties: [tie] })).toEqual([
    { kind: 'contacts', count: 2 },
    { kind: 'followUps', count: 1 },
    { kind: 'ties', count: 1 },
  ])
})
