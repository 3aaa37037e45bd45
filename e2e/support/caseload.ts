/** A small caseload in the last closed quarter, with figures a test can foretell. */
import type { Page } from '@playwright/test'
import { blankContact } from '../../src/core/caseload/contact.ts'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { blankReferral } from '../../src/core/caseload/referral.ts'
import { blankResource } from '../../src/core/caseload/resource.ts'
import { callEngine } from './bridge.ts'

/** The quarter before the present one: `2026-Q3`, and its days. */
export function lastQuarter(): { period: string; day: (number: number) => string } {
  const now = new Date()
  const first = new Date(now.getFullYear(), Math.floor(now.getMonth() / 3) * 3 - 3, 1)
  const month = first.getMonth() + 1
  return {
    period: `${first.getFullYear()}-Q${Math.ceil(month / 3)}`,
    day: (number) =>
      `${first.getFullYear()}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`,
  }
}

export interface QuarterPlan {
  persons: number
  /** Of the person of that number, from 0. */
  alias: (index: number) => string
  note: string
  /** The organization each is referred to. */
  resource: string
}

/** One person, one contact of twenty minutes about housing, one referral each, on the tenth day. */
export async function recordQuarter(page: Page, plan: QuarterPlan): Promise<void> {
  const on = lastQuarter().day(10)
  const resource = await callEngine(page, 'resources.save', {
    ...blankResource,
    organization: plan.resource,
    note: plan.note,
  })
  for (let index = 0; index < plan.persons; index++) {
    const person = await callEngine(page, 'people.save', {
      ...blankPerson,
      aliases: [plan.alias(index)],
      legalName: plan.alias(index),
      ageBand: '25-34',
      gender: 'woman',
      strengths: plan.note,
      safetyNote: plan.note,
    })
    const contact = await callEngine(page, 'contacts.save', {
      ...blankContact,
      at: `${on}T10:00`,
      personIds: [person.id],
      kinds: ['listening'],
      themes: ['housing'],
      place: 'hall',
      durationMinutes: 20,
      mandateAxis: 'help-relationship',
      note: plan.note,
    })
    await callEngine(page, 'referrals.save', {
      ...blankReferral,
      personId: person.id,
      contactId: contact.id,
      resourceId: resource.id,
      theme: 'housing',
      proposedOn: on,
      note: plan.note,
    })
  }
}
