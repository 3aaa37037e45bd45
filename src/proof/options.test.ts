import { describe, expect, it } from 'vitest'
import { readCommandLine } from './options.ts'
import { chosen, prove, type Subject } from './subject.ts'

describe('the command line of a proof', () => {
  it('has a subject, and two hundred caseloads of the first seed unless told otherwise', () => {
    expect(readCommandLine(['disclosure'])).toEqual({
      ok: true,
      value: { subject: 'disclosure', caseloads: 200, seed: 1, states: null, only: null, json: null },
    })
    const asked = ['disclosure', '--caseloads', '10000', '--seed', '7', '--json', 'report.json']
    expect(readCommandLine(asked)).toEqual({
      ok: true,
      value: {
        subject: 'disclosure',
        caseloads: 10_000,
        seed: 7,
        states: null,
        only: null,
        json: 'report.json',
      },
    })
  })

  it.each([
    [[]],
    [['disclosure', 'vault']],
    [['disclosure', '--caseloads', '0']],
    [['disclosure', '--caseloads', 'many']],
    [['disclosure', '--seed', '-1']],
    [['disclosure', '--json']],
    [['disclosure', '--fast']],
  ])('refuses %j', (args) => {
    expect(readCommandLine(args)).toEqual({ ok: false, failure: 'usage' })
  })
})

it('a report adds up its kinds and names each', async () => {
  const subject: Subject = {
    name: 'nothing',
    kinds: [
      { name: 'one', run: () => ({ states: 2, violations: 0 }) },
      { name: 'other', run: async ({ caseloads }) => ({ states: caseloads, violations: 1 }) },
    ],
  }
  const told: string[] = []
  const report = await prove(
    subject,
    { seed: 3, caseloads: 5, states: null, only: null },
    (kind) => void told.push(kind),
  )
  expect(report).toMatchObject({
    subject: 'nothing',
    states: 7,
    violations: 1,
    seed: 3,
    byKind: { one: { states: 2, violations: 0 }, other: { states: 5, violations: 1 } },
  })
  expect(told).toEqual(['one', 'other'])
})

it('has only the subjects and the kinds there are', () => {
  const subject: Subject = {
    name: 'vault',
    kinds: [{ name: 'bits', run: () => ({ states: 1, violations: 0 }) }],
  }
  const asking = (name: string, only: string | null) => chosen([subject], { subject: name, only })
  expect(asking('vault', null)).toBe(subject)
  expect(asking('vault', 'bits')).toBe(subject)
  expect(asking('vault', 'bits,cuts')).toBeUndefined()
  expect(asking('vaults', null)).toBeUndefined()
})
