import { sql } from 'kysely'
import { dayOf } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import type { ReferralState, ReferralStep } from '../../caseload/referral.ts'
import { presentPerson } from '../../caseload/repository/people.ts'
import {
  aliasOf,
  exists,
  idToWrite,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from '../../caseload/repository/rows.ts'
import { resourceName } from '../../caseload/resource.ts'
import { query, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import {
  consentRefusal,
  consentState,
  mayConsent,
  mayRefer,
  type Consent,
  type ConsentFields,
  type ConsentState,
} from '../consent.ts'

/** A referral made although the consent it needed had been withdrawn by then. */
export interface LateReferral {
  id: string
  resourceName: string
  on: string
}

export type ConsentRow = Consent & {
  alias: string
  resourceName: string | null
  state: ConsentState
  lateReferrals: LateReferral[]
}

const consentsWithNames = query
  .selectFrom('consent')
  .innerJoin('person', 'person.id', 'consent.personId')
  .leftJoin('resource', 'resource.id', 'consent.resourceId')
  .selectAll('consent')
  .select(['person.alias', 'resource.organization', 'resource.service'])
  .orderBy('givenOn', 'desc')
  .orderBy('consent.id', 'desc')

/** Newest first. */
export function listConsents(reader: Reader, today: string): ConsentRow[] {
  return withLateReferrals(reader, reader.all(consentsWithNames.compile()).map(rowWith(today)))
}

/** Newest first. */
export function consentsOf(reader: Reader, personId: string, today: string): ConsentRow[] {
  const theirs = reader.all(consentsWithNames.where('consent.personId', '=', personId).compile())
  return withLateReferrals(reader, theirs.map(rowWith(today)))
}

/** Whether a step of a referral may be taken, given what the person last said of it. */
export function referralRefusal(
  reader: Reader,
  { personId, resourceId }: { personId: string; resourceId: string },
  step: { state: ReferralState; on: string },
): Result<undefined, 'consent-withdrawn' | 'consent-expired'> {
  return mayRefer(consentRows(reader, personId), resourceId, step)
}

export type ConsentRefusal =
  | 'not-found'
  | 'unknown-person'
  | 'unknown-resource'
  | 'parent-consent-needed'
  | 'in-the-future'
  | 'period-reversed'

/** What was withdrawn stays so: it is taken back by an undo, or a new consent. */
export function saveConsent(
  writer: Writer,
  { id: given, ...fields }: Input<ConsentFields>,
  context: Context,
): Result<Saved, ConsentRefusal> {
  const personId = presentPerson(writer, fields.personId)
  const person = personId === null ? undefined : writer.find('person', { id: personId })
  if (!person) return failed('unknown-person')
  if (fields.resourceId !== null && !exists(writer, 'resource', fields.resourceId))
    return failed('unknown-resource')
  if (!mayConsent(person.ageBand, fields)) return failed('parent-consent-needed')
  const target = idToWrite(writer, 'consent', given, context)
  if (!target.ok) return target
  const id = target.value
  const { withdrawnOn = null, withdrawalWords = '' } = writer.find('consent', { id }) ?? {}
  const refusal = consentRefusal({ ...fields, withdrawnOn }, dayOf(context.now))
  if (refusal) return failed(refusal)
  const parent = fields.givenBy === 'parent' ? fields.parent : ''
  const express = Number(fields.express)
  writer.put('consent', { ...fields, id, personId: person.id, parent, express, withdrawnOn, withdrawalWords })
  return ok({ id, subject: person.alias })
}

/** Null takes the withdrawal back: it had not been one. */
export function withdrawConsent(
  writer: Writer,
  { id, on, words }: { id: string; on: string | null; words: string },
  { now }: Context,
): Result<Saved, 'not-found' | 'in-the-future' | 'period-reversed'> {
  const before = writer.find('consent', { id })
  if (!before) return failed('not-found')
  const refusal = consentRefusal({ ...before, withdrawnOn: on }, dayOf(now))
  if (refusal) return failed(refusal)
  writer.put('consent', { ...before, withdrawnOn: on, withdrawalWords: on === null ? '' : words })
  return ok({ id, subject: aliasOf(writer, before.personId) })
}

export function removeConsent(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const consent = writer.find('consent', { id })
  if (!consent) return failed('not-found')
  writer.remove('consent', { id })
  return ok({ subject: aliasOf(writer, consent.personId) })
}

const consentRows = (reader: Reader, personId: string): Consent[] =>
  reader
    .all(query.selectFrom('consent').selectAll().where('personId', '=', personId).compile())
    .map(consentFrom)

const consentFrom = (row: Tables['consent']): Consent => ({
  ...row,
  purpose: row.purpose as Consent['purpose'],
  givenBy: row.givenBy as Consent['givenBy'],
  express: row.express === 1,
})

type Selection = Tables['consent'] & { alias: string; organization: string | null; service: string | null }

const rowWith =
  (today: string) =>
  ({ alias, organization, service, ...row }: Selection): ConsentRow => {
    const consent = consentFrom(row)
    const name = organization === null ? null : resourceName({ organization, service: service ?? '' })
    return { ...consent, alias, resourceName: name, state: consentState(consent, today), lateReferrals: [] }
  }

/** Nothing is asked of the referrals when nothing was withdrawn. */
function withLateReferrals(reader: Reader, rows: readonly ConsentRow[]): ConsentRow[] {
  return rows.map((row) =>
    row.purpose === 'referral' && row.withdrawnOn !== null
      ? { ...row, lateReferrals: lateReferralsOf(reader, row) }
      : row,
  )
}

function lateReferralsOf(reader: Reader, { personId, resourceId }: ConsentRow): LateReferral[] {
  const consents = consentRows(reader, personId)
  const theirs = sql<{
    id: string
    resourceId: string
    steps: string
    organization: string
    service: string
  }>`
    select referral.id, referral.resourceId, referral.steps, resource.organization, resource.service
    from referral join resource on resource.id = referral.resourceId
    where referral.personId = ${personId} and (${resourceId} is null or referral.resourceId = ${resourceId})
    order by referral.proposedOn, referral.id`
  return reader.all(theirs.compile(query)).flatMap(({ id, steps, ...resource }) => {
    const told: ReferralStep[] = JSON.parse(steps)
    const late = told.find((step) => {
      const allowed = mayRefer(consents, resource.resourceId, step)
      return !allowed.ok && allowed.failure === 'consent-withdrawn'
    })
    return late ? [{ id, resourceName: resourceName(resource), on: late.on }] : []
  })
}
