import type { Reader } from '../../database.ts'
import { bondStages } from './bond.ts'
import { contactsOf, type ContactRow } from './contacts.ts'
import { followUpsOf, type FollowUpRow } from './follow-ups.ts'
import { incidentsOf, type IncidentRow } from './incidents.ts'
import { referralsOf, type ReferralRow } from './referrals.ts'

/** A record of a person's file at its day or minute. */
export type TimelineEntry =
  | { type: 'contact'; at: string; record: ContactRow }
  | { type: 'referral'; at: string; record: ReferralRow }
  | { type: 'followUp'; at: string; record: FollowUpRow }
  | { type: 'incident'; at: string; record: IncidentRow }
  | { type: 'bondStage'; at: string; record: { stage: string } }

/** Everything recorded about a person, newest first; within a day, what has an hour comes before what has none. */
export function readTimeline(reader: Reader, personId: string, today: string): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...contactsOf(reader, personId).map((record) => ({ type: 'contact' as const, at: record.at, record })),
    ...incidentsOf(reader, personId).map((record) => ({ type: 'incident' as const, at: record.at, record })),
    ...referralsOf(reader, personId, today).map((record) => ({
      type: 'referral' as const,
      at: record.proposedOn,
      record,
    })),
    ...followUpsOf(reader, personId).map((record) => ({
      type: 'followUp' as const,
      at: record.dueOn,
      record,
    })),
    ...bondStages(reader, personId)
      .toReversed()
      .map(({ changedOn, stage }) => ({ type: 'bondStage' as const, at: changedOn, record: { stage } })),
  ]
  return entries.sort((a, b) => (a.at < b.at ? 1 : Number(a.at > b.at) * -1))
}
