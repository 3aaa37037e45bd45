import { expect, test } from 'vitest'
import { commands, type Handlers } from '#shared/contract'
import { inwards, keepingTrialsIn } from './trial.ts'

/** What asks where to write something of the notebook. */
const outwards = [
  'releases.chooseFolder',
  'releases.chooseRegisterFile',
  'documents.chooseFolder',
  'backups.chooseFile',
  'packages.chooseNewCard',
  'packages.chooseNewFile',
]

test('in a trial, whatever asks where to write is refused, and nothing else is', async () => {
  const names = Object.entries(commands).flatMap(([name, { host }]) => (host === 'main' ? [name] : []))
  const reached: string[] = []
  const handlers = Object.fromEntries(
    names.map((name) => [name, () => (reached.push(name), { ok: true, value: undefined })]),
  ) as unknown as Handlers<'main'>
  let isTrial = true
  const guarded = keepingTrialsIn(() => isTrial, handlers) as unknown as Record<string, () => unknown>
  const refused = names.filter((name) => JSON.stringify(guarded[name]?.()).includes('trial-only'))
  expect(refused.toSorted()).toEqual(outwards.toSorted())
  expect(reached).toEqual(names.filter((name) => !outwards.includes(name)))
  isTrial = false
  for (const name of outwards) expect(guarded[name]?.()).toMatchObject({ ok: true })
})

test('a trial is told of no place to write into that was chosen before it', () => {
  const written = {
    releases: 'a',
    registerFile: 'b',
    documents: 'c',
    newBackup: 'd',
    newCard: 'e',
    newPackage: 'f',
  }
  const read = {
    vault: 'g',
    importFile: 'h',
    backup: 'i',
    restored: 'j',
    update: null,
    card: 'k',
    reviewPackage: 'l',
    seen: {},
  }
  expect(inwards({ ...written, ...read })).toEqual({
    ...read,
    releases: null,
    registerFile: null,
    documents: null,
    newBackup: null,
    newCard: null,
    newPackage: null,
  })
})
