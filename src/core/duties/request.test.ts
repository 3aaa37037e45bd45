import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../caseload/calendar.ts'
import { dueOn, requestRefusal, requestState, type RequestFields } from './request.ts'

const request = (fields: Partial<RequestFields> = {}): RequestFields => ({
  kind: 'access',
  personId: null,
  requester: '',
  receivedOn: '2026-11-01',
  words: 'voir son dossier',
  identityCheckedOn: null,
  extendedTo: null,
  extensionWords: '',
  answeredOn: null,
  outcome: null,
  answer: '',
  lateWords: '',
  ...fields,
})
const today = '2026-12-20'
const granted = { identityCheckedOn: '2026-11-02', answeredOn: '2026-11-20', outcome: 'granted' as const }

describe('the clock of a request', () => {
  test('runs 30 days from the day it is received', () => {
    expect(dueOn(request())).toBe('2026-12-01')
    expect(requestState(request(), '2026-11-25')).toBe('open')
    expect(requestState(request(), '2026-11-26')).toBe('due-soon')
    expect(requestState(request(), '2026-12-01')).toBe('due-soon')
    expect(requestState(request(), '2026-12-02')).toBe('overdue')
    expect(requestState(request({ answeredOn: '2026-12-01' }), today)).toBe('answered')
    expect(requestState(request({ answeredOn: '2026-12-02' }), today)).toBe('answered-late')
  })

  test('goes one way while nobody answers, whatever its extension', () => {
    const days = fc.integer({ min: 0, max: 120 })
    const rank = ['open', 'due-soon', 'overdue']
    fc.assert(
      fc.property(days, days, fc.option(days), (one, other, extension) => {
        const asked = request({
          extendedTo: extension === null ? null : addDays('2026-12-02', extension),
        })
        const [before = one, after = other] = [one, other].toSorted((a, b) => a - b)
        const at = (day: number) => rank.indexOf(requestState(asked, addDays('2026-11-01', day)))
        expect(at(before)).toBeLessThanOrEqual(at(after))
        expect(at(after) === 2).toBe(addDays('2026-11-01', after) > dueOn(asked))
      }),
    )
  })
})

describe('what is recorded of a request', () => {
  const refusal = (fields: Partial<RequestFields>, before: RequestFields | null = null, on = today) =>
    requestRefusal(request(fields), before, on)

  test('is refused with its reason', () => {
    expect(refusal({ receivedOn: '2026-12-21' })).toBe('in-the-future')
    expect(refusal({ ...granted, answeredOn: '2026-10-31' })).toBe('period-reversed')
    expect(refusal({ answeredOn: '2026-11-20' })).toBe('outcome-needed')
    expect(refusal({ outcome: 'granted' })).toBe('outcome-needed')
    expect(refusal({ ...granted, outcome: 'partly', answer: ' ' })).toBe('reasons-needed')
    expect(refusal({ ...granted, identityCheckedOn: null })).toBe('identity-not-checked')
    expect(refusal({ ...granted, answeredOn: '2026-12-02' })).toBe('late-reason-needed')
  })

  test('is accepted once the way out was taken', () => {
    expect(refusal({})).toBeNull()
    expect(refusal(granted)).toBeNull()
    expect(refusal({ ...granted, outcome: 'refused', identityCheckedOn: null, answer: 'art. 40' })).toBeNull()
    expect(refusal({ ...granted, answeredOn: '2026-12-02', lateWords: 'absence' })).toBeNull()
    expect(refusal({ answeredOn: '2026-12-15', outcome: 'dropped' })).toBeNull()
  })

  test('lengthens a clock that runs, with a reason, and never shortens it', () => {
    const extended = { extendedTo: '2026-12-31', extensionWords: 'accordée par la Commission' }
    expect(refusal(extended, request(), '2026-11-30')).toBeNull()
    expect(refusal({ ...extended, extensionWords: '' }, request(), '2026-11-30')).toBe('reasons-needed')
    expect(refusal({ ...extended, extendedTo: '2026-12-01' }, request(), '2026-11-30')).toBe(
      'period-reversed',
    )
    expect(refusal(extended, request(), '2026-12-02')).toBe('too-late-to-extend')
    // what was lengthened in time stays so, and may be lengthened again while it runs
    expect(refusal(extended, request(extended), '2026-12-20')).toBeNull()
    expect(refusal({ ...extended, extendedTo: '2027-01-15' }, request(extended), '2026-12-20')).toBeNull()
    expect(refusal({ ...granted, ...extended, answeredOn: '2026-12-20' }, request(extended))).toBeNull()
  })
})
