import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checksums, filesHash, isWhole, noPrevious, seal, type Entry, type PublishedFile } from './ledger.ts'

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const file = (name: string, text: string): PublishedFile => ({ name, bytes: Buffer.from(text) })
const files = [
  [file('a.csv', 'one')],
  [file('a.csv', 'two'), file('b.csv', 'three')],
  [file('c.csv', 'four')],
]

function ledger(): Entry[] {
  const entries: Entry[] = []
  for (const [index, published] of files.entries()) {
    const fields = {
      sequence: index + 1,
      period: `2026-Q${index + 1}`,
      publishedAt: '2026-10-02T09:00',
      purpose: 'Reddition de comptes',
      approver: 'Coordination',
      catalogueHash: sha256('catalogue'),
      filesHash: filesHash(published, sha256),
      register: index === 0 ? '' : '{"residualRisk":"Très faible"}',
      previous: entries.at(-1)?.hash ?? noPrevious,
    }
    entries.push(seal(fields, sha256))
  }
  return entries
}

const evidence = {
  filesOf: (sequence: number) => files[sequence - 1] ?? [],
  catalogueOf: () => 'catalogue',
  closedPeriods: ['2026-Q1', '2026-Q2', '2026-Q3'],
}

describe('the ledger', () => {
  it('is whole as written, and when empty', () => {
    expect(isWhole(ledger(), evidence, sha256)).toBe(true)
    expect(isWhole([], { ...evidence, closedPeriods: [] }, sha256)).toBe(true)
  })

  it.each([
    'period',
    'publishedAt',
    'purpose',
    'approver',
    'catalogueHash',
    'filesHash',
    'register',
    'previous',
    'hash',
  ] as const)('is broken by any change of %s', (field) => {
    for (const index of [0, 1, 2]) {
      const altered = ledger().map((entry, at) =>
        at === index ? { ...entry, [field]: `${entry[field]}0` } : entry,
      )
      expect(isWhole(altered, evidence, sha256)).toBe(false)
    }
  })

  it('is broken by a lost entry, the last one too, and by a change of order', () => {
    const entries = ledger()
    for (const index of [0, 1, 2]) expect(isWhole(entries.toSpliced(index, 1), evidence, sha256)).toBe(false)
    expect(isWhole(entries.toReversed(), evidence, sha256)).toBe(false)
    expect(isWhole([], evidence, sha256)).toBe(false)
  })

  it('is broken by a re-sealed entry in the middle', () => {
    const [first, second, third] = ledger()
    if (!first || !second || !third) throw new Error('three entries were made')
    const forged = seal({ ...second, purpose: 'Autre chose' }, sha256)
    expect(isWhole([first, forged, third], evidence, sha256)).toBe(false)
  })

  it('is broken by another byte, another file, another catalogue', () => {
    const otherBytes = { ...evidence, filesOf: () => [file('a.csv', 'One')] }
    const otherCatalogue = { ...evidence, catalogueOf: () => 'Catalogue' }
    const noCatalogue = { ...evidence, catalogueOf: () => null }
    for (const found of [otherBytes, otherCatalogue, noCatalogue]) {
      expect(isWhole(ledger(), found, sha256)).toBe(false)
    }
  })
})

it('writes checksums as sha256sum does, by name', () => {
  const text = checksums([file('b.csv', 'B'), file('a.csv', 'A')], sha256)
  expect(text).toBe(`${sha256('A')}  a.csv\n${sha256('B')}  b.csv\n`)
})
