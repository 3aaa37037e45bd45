import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import {
  advanced,
  ageInDays,
  endedReferralStates,
  isReferralOpen,
  openReferralStates,
  waitingDays,
  type Referral,
  type ReferralFields,
  type ReferralState,
  type ReferralStep,
} from '../referral.ts'
import type { ReferralFilter } from '../filter.ts'
import { isRetired, resourceName, type PivotContact } from '../resource.ts'
import { query, type Tables } from '../tables.ts'
import { referralRefusal } from '../../duties/repository/consents.ts'
import { momentRefusal, type MomentRefusal } from './moments.ts'
import { presentPerson } from './people.ts'
import { unlinkFollowUps } from './follow-ups.ts'
import {
  aliasOf,
  exists,
  idToWrite,
  recordBefore,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from './rows.ts'
import { idsIn, readStretch, type Page, type Stretch } from './stretch.ts'

export type ReferralRow = Referral & {
  alias: string
  resourceName: string
  pivotContact: string
  resourceRetired: boolean
  open: boolean
  ageDays: number
  waitingDays: number | null
}

const referralsWithNames = query
  .selectFrom('referral')
  .innerJoin('person', 'person.id', 'referral.personId')
  .innerJoin('resource', 'resource.id', 'referral.resourceId')
  .selectAll('referral')
  .select([
    'person.alias',
    'resource.organization',
    'resource.service',
    'resource.pivotContacts',
    'resource.retiredOn',
  ])
  .orderBy('referral.proposedOn', 'desc')
  .orderBy('referral.id', 'desc')

const lastStepOn = sql`json_extract(steps, '$[#-1].on')`
// literals: the partial index of the ended ones needs them
const isEnded = sql`state in (${sql.join(endedReferralStates.map((state) => sql.lit(state)))})`

/** What has ended: the latest first. Otherwise those that have not moved for longest first. */
export function listReferrals(
  reader: Reader,
  { filter, today, ...stretch }: Stretch & { filter: ReferralFilter; today: string },
): Page<ReferralRow> {
  const { state, ended, personId, resourceId } = filter
  const asked = [
    sql`true`,
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(ended === undefined ? [] : [ended ? isEnded : sql`state in (${sql.join(openReferralStates)})`]),
    ...(personId === undefined ? [] : [sql`personId = ${personId}`]),
    ...(resourceId === undefined ? [] : [sql`resourceId = ${resourceId}`]),
  ]
  return readStretch(
    reader,
    {
      from: sql`from referral where ${sql.join(asked, sql` and `)}`,
      order: ended
        ? sql`${lastStepOn} desc, proposedOn desc, id desc`
        : sql`${lastStepOn}, proposedOn desc, id desc`,
    },
    stretch,
    (ids) => {
      const chosen = referralsWithNames.where('referral.id', 'in', idsIn(ids))
      return reader.all(chosen.compile()).map((row) => referralFrom(row, today))
    },
  )
}

/** Newest first. */
export function referralsOf(reader: Reader, personId: string, today: string): ReferralRow[] {
  const theirs = referralsWithNames.where('personId', '=', personId)
  return reader.all(theirs.compile()).map((row) => referralFrom(row, today))
}

export function countOpenReferrals(reader: Reader): number {
  const counted = query
    .selectFrom('referral')
    .where('state', 'in', openReferralStates)
    .select((eb) => eb.fn.countAll<number>().as('count'))
  return reader.all(counted.compile())[0]?.count ?? 0
}

type ConsentFailure = 'consent-withdrawn' | 'consent-expired'
type Refusal =
  | MomentRefusal
  | ConsentFailure
  | 'not-found'
  | 'unknown-person'
  | 'unknown-resource'
  | 'resource-retired'
  | 'step-not-allowed'

/** A new referral begins as proposed; saving an old one never moves it, nor its proposal past what came of it. */
export function saveReferral(
  writer: Writer,
  { id: given, ...fields }: Input<ReferralFields>,
  context: Context,
): Result<Saved, Refusal> {
  const before = recordBefore(writer, 'referral', given)
  const refusal = momentRefusal(writer, fields.proposedOn, context, before?.proposedOn)
  if (refusal) return failed(refusal)
  const personId = presentPerson(writer, fields.personId)
  if (personId === null) return failed('unknown-person')
  if (fields.contactId !== null && !exists(writer, 'contact', fields.contactId)) return failed('not-found')
  const target = idToWrite(writer, 'referral', given, context)
  if (!target.ok) return target
  const id = target.value
  const resource = writer.find('resource', { id: fields.resourceId })
  if (!resource) return failed('unknown-resource')
  const isOldResource = before?.resourceId === resource.id
  if (!isOldResource && isRetired(resource, dayOf(context.now))) return failed('resource-retired')
  const proposal: ReferralStep = { state: 'proposed', on: fields.proposedOn, reasonCode: null, reason: '' }
  const isSameProposal =
    isOldResource && before.personId === personId && before.proposedOn === fields.proposedOn
  const allowed = isSameProposal
    ? ok()
    : referralRefusal(writer, { personId, resourceId: resource.id }, proposal)
  if (!allowed.ok) return allowed
  const later = before ? stepsOf(before).slice(1) : []
  if (later[0] && later[0].on < proposal.on) return failed('step-not-allowed')
  const steps = [proposal, ...later]
  writer.put('referral', {
    ...fields,
    id,
    personId,
    accompaniedByWorker: Number(fields.accompaniedByWorker),
    state: before?.state ?? 'proposed',
    steps: JSON.stringify(steps),
    toldBackOn: before?.toldBackOn ?? null,
    toldBackNote: before?.toldBackNote ?? '',
  })
  return ok({ id, subject: aliasOf(writer, personId) })
}

export function advanceReferral(
  writer: Writer,
  { id, ...step }: ReferralStep & { id: string },
  { now }: Context,
): Result<Saved, 'not-found' | 'step-not-allowed' | 'in-the-future' | ConsentFailure> {
  const before = writer.find('referral', { id })
  if (!before) return failed('not-found')
  if (step.on > dayOf(now)) return failed('in-the-future')
  const allowed = referralRefusal(writer, before, step)
  if (!allowed.ok) return allowed
  const steps = advanced(stepsOf(before), step)
  if (!steps.ok) return steps
  writer.put('referral', { ...before, state: step.state, steps: JSON.stringify(steps.value) })
  return ok({ id, subject: aliasOf(writer, before.personId) })
}

/** What came of it, whatever its state; without a day, nothing was told. */
export function tellBack(
  writer: Writer,
  { id, on, note }: { id: string; on: string | null; note: string },
  { now }: Context,
): Result<Saved, 'not-found' | 'in-the-future'> {
  const before = writer.find('referral', { id })
  if (!before) return failed('not-found')
  if (on !== null && on > dayOf(now)) return failed('in-the-future')
  writer.put('referral', { ...before, toldBackOn: on, toldBackNote: on === null ? '' : note })
  return ok({ id, subject: aliasOf(writer, before.personId) })
}

/** Its follow-ups stay, no longer tied to it. */
export function removeReferral(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const referral = writer.find('referral', { id })
  if (!referral) return failed('not-found')
  unlinkFollowUps(writer, 'referralId', id)
  writer.remove('referral', { id })
  return ok({ subject: aliasOf(writer, referral.personId) })
}

const stepsOf = (row: Tables['referral']): ReferralStep[] => JSON.parse(row.steps)

type ReferralSelection = Tables['referral'] &
  Pick<Tables['resource'], 'organization' | 'service' | 'pivotContacts' | 'retiredOn'> &
  Pick<Tables['person'], 'alias'>

function referralFrom(selection: ReferralSelection, today: string): ReferralRow {
  const { organization, service, pivotContacts, retiredOn, ...row } = selection
  const state = row.state as ReferralState
  const steps = stepsOf(row)
  const [pivot]: PivotContact[] = JSON.parse(pivotContacts)
  return {
    ...row,
    accompaniedByWorker: row.accompaniedByWorker === 1,
    state,
    steps,
    resourceName: resourceName({ organization, service }),
    pivotContact: pivot?.name ?? '',
    resourceRetired: isRetired({ retiredOn }, today),
    open: isReferralOpen(state),
    ageDays: ageInDays({ proposedOn: row.proposedOn, state, steps }, today),
    waitingDays: waitingDays({ state, steps }, today),
  }
}
