import { listOpenFollowUps } from '../../caseload/repository/follow-ups.ts'
import { countOpenReferrals } from '../../caseload/repository/referrals.ts'
import type { Reader } from '../../database.ts'
import { listConfidentialityIncidents } from '../../duties/repository/confidentiality-incidents.ts'
import { listDisclosures } from '../../duties/repository/disclosures.ts'
import { listRequests } from '../../duties/repository/requests.ts'
import { readAgenda } from './meetings.ts'

/** What is open and waits for whoever holds the notebook. */
export interface OpenObligations {
  /** Requests without an answer, the first due first; `daysLeft` is negative past the clock. */
  requests: { alias: string | null; dueOn: string; daysLeft: number }[]
  /** Disclosures with something left to do, the oldest first. */
  disclosures: { alias: string | null; at: string }[]
  /** Confidentiality incidents not closed. */
  incidents: { knownOn: string }[]
  /** The first due first, overdue ones included. */
  followUps: { title: string; alias: string | null; dueOn: string }[]
  openReferrals: number
  /** Files that wait for the next team meeting. */
  agenda: number
}

export function openObligations(reader: Reader, today: string): OpenObligations {
  return {
    requests: listRequests(reader, today)
      .filter(({ answeredOn }) => answeredOn === null)
      .toSorted((a, b) => a.daysLeft - b.daysLeft)
      .map(({ alias, dueOn, daysLeft }) => ({ alias, dueOn, daysLeft })),
    disclosures: listDisclosures(reader)
      .filter(({ closedOn }) => closedOn === null)
      .toReversed()
      .map(({ alias, at }) => ({ alias, at })),
    incidents: listConfidentialityIncidents(reader)
      .filter(({ closedOn }) => closedOn === null)
      .map(({ knownOn }) => ({ knownOn })),
    followUps: listOpenFollowUps(reader).map(({ title, alias, dueOn }) => ({ title, alias, dueOn })),
    openReferrals: countOpenReferrals(reader),
    agenda: readAgenda(reader).filter(({ reviewedAt }) => reviewedAt === null).length,
  }
}
