import { beforeEach, describe, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { failed } from '../../result.ts'
import { defaultSettings } from '../settings.ts'
import {
  listGroupActivities,
  listStaffSupport,
  removeGroupActivity,
  saveGroupActivity,
  saveStaffSupport,
} from './activities.ts'
import { readHours, removeHours, saveHours } from './hours.ts'
import { readSettings, saveSettings } from './settings.ts'
import { listVisits, saveVisits } from './visits.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})

describe('group activities and staff support', () => {
  const save = (fields: Parameters<typeof fictional.groupActivity>[0], id?: string) =>
    caseload.write((writer, context) =>
      saveGroupActivity(writer, { ...fictional.groupActivity(fields), id }, context),
    )

  test('an activity comes back as it was saved, the newest first', () => {
    save({ at: '2026-11-01T10:00', title: '<b>Échecs</b> 😀' })
    save({ at: '2026-11-02T10:00', headcount: 0, note: 'x'.repeat(50_000) })
    expect(listGroupActivities(caseload.store)).toMatchObject([
      { at: '2026-11-02T10:00', headcount: 0, note: 'x'.repeat(50_000) },
      { at: '2026-11-01T10:00', title: '<b>Échecs</b> 😀' },
    ])
  })

  test('the axis is one the mandate had that day', () => {
    expect(save({ at: '2023-05-01T10:00', mandateAxis: 'youth' })).toEqual(failed('axis-not-valid'))
    expect(save({ at: '2023-05-01T10:00', mandateAxis: 'pilot-climate' }).ok).toBe(true)
    expect(save({ at: '2024-03-31T23:59', mandateAxis: 'pilot-climate' }).ok).toBe(true)
    expect(save({ at: '2024-04-01T00:00', mandateAxis: 'pilot-climate' })).toEqual(failed('axis-not-valid'))
    expect(save({ at: '2024-04-01T00:00', mandateAxis: 'youth' }).ok).toBe(true)
  })

  test('a removed activity is gone, and undo brings it back', () => {
    const saved = save({})
    if (!saved.ok) throw new Error(saved.failure)
    const remove = () => caseload.write((writer) => removeGroupActivity(writer, saved.value.id))
    expect(remove()).toMatchObject({ value: { subject: 'Café-rencontre' } })
    expect(remove()).toEqual(failed('not-found'))
    caseload.history.undo()
    expect(listGroupActivities(caseload.store)).toHaveLength(1)
  })

  test('staff support names nobody; the pulse is optional', () => {
    for (const safetyPulse of [null, 1, 5]) {
      caseload.done((writer, context) =>
        saveStaffSupport(writer, fictional.staffSupport({ safetyPulse }), context),
      )
    }
    const pulses = listStaffSupport(caseload.store).map(({ safetyPulse }) => safetyPulse)
    expect(new Set(pulses)).toEqual(new Set([null, 1, 5]))
  })
})

describe('hours', () => {
  const save = (fields: Parameters<typeof fictional.workHours>[0], id?: string) =>
    caseload.done((writer, context) => saveHours(writer, { ...fictional.workHours(fields), id }, context)).id

  test('they add up by whole weeks from Monday, part by part, beside what was agreed', () => {
    save({ day: '2026-11-15', minutes: 60 })
    save({ day: '2026-11-16', minutes: 420 })
    save({ day: '2026-11-22', minutes: 90, part: 'outside' })
    const corrected = save({ day: '2026-11-23', minutes: 30 })
    save({ day: '2026-11-23', minutes: 45, mandateAxis: 'youth' }, corrected)
    const { agreement, weeks, total } = readHours(caseload.store, '2026-11-18', '2026-11-24')
    expect(agreement).toEqual({ library: 1500, outside: 600 })
    expect(weeks).toMatchObject([
      { monday: '2026-11-16', minutes: { library: 420, outside: 90 } },
      { monday: '2026-11-23', minutes: { library: 45, outside: 0 }, entries: [{ mandateAxis: 'youth' }] },
    ])
    expect(total).toEqual({ library: 465, outside: 90 })
    caseload.done((writer) => removeHours(writer, corrected))
    expect(readHours(caseload.store, '2026-11-23', '2026-11-24').total.library).toBe(0)
  })

  test('the agreement is a setting', () => {
    const agreement = { libraryMinutes: 1200, outsideMinutes: 300 }
    caseload.done((writer) => saveSettings(writer, { ...defaultSettings, agreement }))
    expect(readHours(caseload.store, '2026-11-24', '2026-11-24').agreement).toEqual({
      library: 1200,
      outside: 300,
    })
    caseload.history.undo()
    expect(readSettings(caseload.store)).toEqual(defaultSettings)
  })
})

test('visits are one number a month: entered, corrected, taken back', () => {
  const save = (month: string, count: number | null) =>
    caseload.write((writer, context) => saveVisits(writer, { month, count }, context))
  save('2026-09', 9000)
  save('2026-10', 1)
  save('2026-10', 11_000)
  expect(listVisits(caseload.store)).toEqual([
    { month: '2026-10', count: 11_000 },
    { month: '2026-09', count: 9000 },
  ])
  save('2026-10', null)
  expect(listVisits(caseload.store)).toHaveLength(1)
  expect(save('2026-11', 5).ok).toBe(true)
  expect(save('2026-12', 5)).toEqual(failed('in-the-future'))
})
