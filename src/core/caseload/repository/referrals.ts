import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import {
  advanced,
  ageInDays,
  isReferralOpen,
  openReferralStates,
  type Referral,
  type ReferralFields,
  type ReferralState,
  type ReferralStep,
} from '../referral.ts'
import { resourceName } from '../resource.ts'
import { query, type Tables } from '../tables.ts'
import { aliasOf, exists, idToWrite, type Context, type Input, type Removed, type Saved } from './rows.ts'

export type ReferralRow = Referral & {
  alias: string
  resourceName: string
  pivotContact: string
  open: boolean
  ageDays: number
}

const referralsWithNames = query
  .selectFrom('referral')
  .innerJoin('person', 'person.id', 'referral.personId')
  .innerJoin('resource', 'resource.id', 'referral.resourceId')
  .selectAll('referral')
  .select(['person.alias', 'resource.organization', 'resource.service', 'resource.pivotContact'])
  .orderBy('referral.proposedOn', 'desc')
  .orderBy('referral.id', 'desc')

/** Newest first. */
export function listReferrals(reader: Reader, today: string): ReferralRow[] {
  return reader.all(referralsWithNames.compile()).map((row) => referralFrom(row, today))
}

/** Newest first. */
export function referralsOf(reader: Reader, personId: string, today: string): ReferralRow[] {
  const theirs = referralsWithNames.where('referral.personId', '=', personId)
  return reader.all(theirs.compile()).map((row) => referralFrom(row, today))
}

export function countOpenReferrals(reader: Reader): number {
  const counted = query
    .selectFrom('referral')
    .where('state', 'in', openReferralStates)
    .select((eb) => eb.fn.countAll<number>().as('count'))
  return reader.all(counted.compile())[0]?.count ?? 0
}

/** A new referral begins as proposed; saving an old one never moves it. */
export function saveReferral(
  writer: Writer,
  { id: given, ...fields }: Input<ReferralFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'unknown-resource'> {
  if (!exists(writer, 'person', fields.personId)) return failed('unknown-person')
  if (!exists(writer, 'resource', fields.resourceId)) return failed('unknown-resource')
  if (fields.contactId !== null && !exists(writer, 'contact', fields.contactId)) return failed('not-found')
  const target = idToWrite(writer, 'referral', given, context)
  if (!target.ok) return target
  const id = target.value
  const before = writer.find('referral', { id })
  const proposal: ReferralStep = { state: 'proposed', on: fields.proposedOn, reason: '' }
  const steps = [proposal, ...(before ? stepsOf(before).slice(1) : [])]
  writer.put('referral', { ...fields, id, state: before?.state ?? 'proposed', steps: JSON.stringify(steps) })
  return ok({ id, subject: aliasOf(writer, fields.personId) })
}

export function advanceReferral(
  writer: Writer,
  { id, ...step }: ReferralStep & { id: string },
): Result<Saved, 'not-found' | 'step-not-allowed'> {
  const before = writer.find('referral', { id })
  if (!before) return failed('not-found')
  const steps = advanced(stepsOf(before), step)
  if (!steps.ok) return steps
  writer.put('referral', { ...before, state: step.state, steps: JSON.stringify(steps.value) })
  return ok({ id, subject: aliasOf(writer, before.personId) })
}

export function removeReferral(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const referral = writer.find('referral', { id })
  if (!referral) return failed('not-found')
  writer.remove('referral', { id })
  return ok({ subject: aliasOf(writer, referral.personId) })
}

const stepsOf = (row: Tables['referral']): ReferralStep[] => JSON.parse(row.steps)

type ReferralSelection = Tables['referral'] &
  Pick<Tables['resource'], 'organization' | 'service' | 'pivotContact'> &
  Pick<Tables['person'], 'alias'>

function referralFrom({ organization, service, ...row }: ReferralSelection, today: string): ReferralRow {
  const state = row.state as ReferralState
  const steps = stepsOf(row)
  return {
    ...row,
    state,
    steps,
    resourceName: resourceName({ organization, service }),
    open: isReferralOpen(state),
    ageDays: ageInDays({ proposedOn: row.proposedOn, state, steps }, today),
  }
}
