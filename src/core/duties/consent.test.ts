import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../caseload/calendar.ts'
import { consentRefusal, consentState, mayConsent, mayRefer, referralConsent } from './consent.ts'

const resource = 'r1'
const other = 'r2'
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days))
const scope = fc
  .record({
    givenOn: day,
    lasts: fc.option(fc.integer({ min: 0, max: 30 })),
    withdrawn: fc.option(fc.integer({ min: 0, max: 30 })),
    resourceId: fc.constantFrom(null, resource, other),
    purpose: fc.constantFrom('referral' as const, 'team' as const),
  })
  .map(({ lasts, withdrawn, ...fields }) => ({
    ...fields,
    validUntil: lasts === null ? null : addDays(fields.givenOn, lasts),
    withdrawnOn: withdrawn === null ? null : addDays(fields.givenOn, withdrawn),
  }))

describe('a consent', () => {
  const times = { givenOn: '2026-01-10', validUntil: '2026-06-30', withdrawnOn: null }

  test('goes from to come to valid, soon over, over; a withdrawal ends it the same day', () => {
    expect(consentState(times, '2026-01-09')).toBe('not-yet')
    expect(consentState(times, '2026-01-10')).toBe('valid')
    expect(consentState(times, '2026-06-01')).toBe('expiring')
    expect(consentState(times, '2026-06-30')).toBe('expiring')
    expect(consentState(times, '2026-07-01')).toBe('expired')
    expect(consentState({ ...times, validUntil: null }, '2036-01-01')).toBe('valid')
    expect(consentState({ ...times, withdrawnOn: '2026-02-01' }, '2026-01-31')).toBe('valid')
    expect(consentState({ ...times, withdrawnOn: '2026-02-01' }, '2026-02-01')).toBe('withdrawn')
  })

  test('never comes back by itself', () => {
    const rank = ['not-yet', 'valid', 'expiring', 'expired', 'withdrawn']
    fc.assert(
      fc.property(scope, day, day, (consent, one, another) => {
        const [before = one, after = another] = [one, another].toSorted()
        const ranks = [before, after].map((on) => rank.indexOf(consentState(consent, on)))
        expect(ranks[0]).toBeLessThanOrEqual(ranks[1] ?? 0)
      }),
    )
  })

  test('is a parent’s under 14, the person’s own from 14 on', () => {
    expect(mayConsent('under-14', { givenBy: 'person' })).toBe(false)
    expect(mayConsent('under-14', { givenBy: 'parent' })).toBe(true)
    expect(mayConsent('14-17', { givenBy: 'person' })).toBe(true)
    expect(mayConsent('unknown', { givenBy: 'person' })).toBe(true)
  })

  test('has days that follow each other, none to come but its end', () => {
    expect(consentRefusal(times, '2026-01-10')).toBeNull()
    expect(consentRefusal(times, '2026-01-09')).toBe('in-the-future')
    expect(consentRefusal({ ...times, withdrawnOn: '2026-03-01' }, '2026-02-01')).toBe('in-the-future')
    expect(consentRefusal({ ...times, validUntil: '2026-01-09' }, '2026-02-01')).toBe('period-reversed')
    expect(consentRefusal({ ...times, withdrawnOn: '2026-01-09' }, '2026-02-01')).toBe('period-reversed')
  })
})

describe('telling a resource', () => {
  test('is allowed by nothing on record, and by nothing else than a consent that holds', () => {
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 5 }), day, (consents, on) => {
        const about = consents.filter(
          ({ purpose, resourceId, givenOn }) =>
            purpose === 'referral' && resourceId !== other && givenOn <= on,
        )
        const said = referralConsent(consents, resource, on)
        const holding = about.filter((each) => ['valid', 'expiring'].includes(consentState(each, on)))
        if (about.length === 0) expect(said).toBe('none')
        else expect(said).not.toBe('none')
        if (said === 'valid') expect(holding).not.toEqual([])
      }),
    )
  })

  test('is over from a withdrawal until a newer consent, whatever older or wider one was left', () => {
    fc.assert(
      fc.property(
        fc.array(scope, { maxLength: 5 }),
        day,
        fc.integer({ min: 0, max: 20 }),
        (before, on, later) => {
          const consents = before.map((each) => ({
            ...each,
            givenOn: each.givenOn > on ? on : each.givenOn,
            withdrawnOn: null,
          }))
          const [first] = consents
          if (!first) return
          const withdrawn = { ...first, purpose: 'referral' as const, resourceId: resource, withdrawnOn: on }
          const known = [...consents, withdrawn]
          const afterwards = addDays(on, later)
          expect(referralConsent(known, resource, afterwards)).toBe('withdrawn')
          const again = { ...withdrawn, givenOn: addDays(on, 1), validUntil: null, withdrawnOn: null }
          expect(referralConsent([...known, again], resource, addDays(on, later + 1))).toBe('valid')
        },
      ),
    )
  })

  test('is proposing, reaching and going along; how it ends is not', () => {
    const withdrawn = {
      purpose: 'referral' as const,
      resourceId: null,
      givenOn: '2026-01-01',
      validUntil: null,
      withdrawnOn: '2026-02-01',
    }
    const step = (state: 'proposed' | 'resource-reached' | 'person-declined' | 'service-obtained') =>
      mayRefer([withdrawn], resource, { state, on: '2026-02-02' })
    expect(step('proposed')).toEqual({ ok: false, failure: 'consent-withdrawn' })
    expect(step('resource-reached')).toEqual({ ok: false, failure: 'consent-withdrawn' })
    expect(step('person-declined')).toMatchObject({ ok: true })
    expect(step('service-obtained')).toMatchObject({ ok: true })
    const over = { ...withdrawn, withdrawnOn: null, validUntil: '2026-01-31' }
    expect(mayRefer([over], resource, { state: 'accompanied', on: '2026-02-02' })).toEqual({
      ok: false,
      failure: 'consent-expired',
    })
  })
})
