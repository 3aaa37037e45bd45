import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areNoticesMissing,
  confidentialityIncidentRefusal,
  confidentialityIncidentState,
  keptUntil,
  leansToSeriousRisk,
  levels,
  type ConfidentialityIncidentFields,
} from './confidentiality-incident.ts'

const incident = (fields: Partial<ConfidentialityIncidentFields> = {}): ConfidentialityIncidentFields => ({
  information: 'surnoms de trois personnes',
  circumstances: 'un carnet de papier oublié',
  happenedFrom: '2026-11-01',
  happenedUntil: null,
  isPeriodApproximate: false,
  knownOn: '2026-11-02',
  personCount: 3,
  isCountApproximate: false,
  sensitivity: 'low',
  misuse: '',
  consequences: 'aucune attendue',
  probability: 'low',
  seriousRisk: false,
  conclusion: '',
  consultedOn: null,
  commissionToldOn: null,
  personsToldOn: null,
  publicNotice: false,
  notToldWords: '',
  measures: 'carnet retrouvé le jour même',
  closedOn: null,
  personIds: [],
  ...fields,
})
const today = '2026-11-24'
const level = fc.constantFrom(...levels)

describe('the harm test', () => {
  test('leans to a serious risk when one side is high and the other is not low', () => {
    const leaning = levels.flatMap((sensitivity) =>
      levels
        .filter((probability) => leansToSeriousRisk({ sensitivity, probability }))
        .map((each) => [sensitivity, each]),
    )
    expect(leaning).toEqual([
      ['medium', 'high'],
      ['high', 'medium'],
      ['high', 'high'],
    ])
  })

  test('never leans less for something worse', () => {
    fc.assert(
      fc.property(level, level, level, (sensitivity, probability, worse) => {
        const isWorse = levels.indexOf(worse) >= levels.indexOf(sensitivity)
        if (!isWorse || !leansToSeriousRisk({ sensitivity, probability })) return
        expect(leansToSeriousRisk({ sensitivity: worse, probability })).toBe(true)
      }),
    )
  })

  test('concluding against it asks for words', () => {
    const against = incident({ sensitivity: 'high', probability: 'medium' })
    expect(confidentialityIncidentRefusal(against, today)).toBe('reasons-needed')
    expect(confidentialityIncidentRefusal({ ...against, conclusion: 'chiffré' }, today)).toBeNull()
    expect(confidentialityIncidentRefusal({ ...against, seriousRisk: true }, today)).toBeNull()
  })
})

describe('notices', () => {
  const serious = incident({ seriousRisk: true })

  test('are owed with a serious risk, to the Commission and to the persons', () => {
    expect(areNoticesMissing(incident())).toBe(false)
    expect(areNoticesMissing(serious)).toBe(true)
    expect(areNoticesMissing({ ...serious, commissionToldOn: today })).toBe(true)
    expect(areNoticesMissing({ ...serious, commissionToldOn: today, personsToldOn: today })).toBe(false)
    expect(areNoticesMissing({ ...serious, commissionToldOn: today, notToldWords: 'enquête' })).toBe(false)
  })

  test('hold an incident open', () => {
    expect(confidentialityIncidentState(serious)).toBe('to-notify')
    expect(confidentialityIncidentRefusal({ ...serious, closedOn: today }, today)).toBe('notices-missing')
    const told = { ...serious, commissionToldOn: today, personsToldOn: today, closedOn: today }
    expect(confidentialityIncidentRefusal(told, today)).toBeNull()
    expect(confidentialityIncidentState(told)).toBe('closed')
    expect(confidentialityIncidentState(incident())).toBe('open')
  })
})

test('days follow each other', () => {
  const refusal = (fields: Partial<ConfidentialityIncidentFields>) =>
    confidentialityIncidentRefusal(incident(fields), today)
  expect(refusal({ knownOn: '2026-11-25' })).toBe('in-the-future')
  expect(refusal({ happenedUntil: '2026-10-31' })).toBe('period-reversed')
  expect(refusal({ knownOn: '2026-10-31' })).toBe('period-reversed')
  expect(refusal({ closedOn: '2026-11-01' })).toBe('period-reversed')
})

test('an entry is kept five years from the day it was known', () => {
  expect(keptUntil(incident())).toBe('2031-11-02')
  expect(keptUntil(incident({ knownOn: '2028-02-29' }))).toBe('2033-02-28')
})
