import { sql } from 'kysely'
import { addDays, daysBetween, dayOf } from '../../caseload/calendar.ts'
import { openReferralStates } from '../../caseload/referral.ts'
import { query } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'

/** Days over which the weight of a file is measured. */
export const weightDays = 28

export interface Workload {
  /** Open files, the heaviest first, then the oldest. */
  files: {
    id: string
    alias: string
    bondStage: string
    /** Days since the first contact; null before it. */
    ageDays: number | null
    /** Minutes of contact over the last `weightDays` days: what the file weighs. */
    minutes: number
    openReferrals: number
    overdueFollowUps: number
    lastReviewedOn: string | null
  }[]
  /** By stage, those that have files. */
  stages: { bondStage: string; files: number; minutes: number; medianAgeDays: number | null }[]
}

/** The open files of persons: stage, weight, age. A closed file weighs nothing. */
export function readWorkload(reader: Reader, today: string): Workload {
  const rows = reader.all(
    sql<{
      id: string
      alias: string
      bondStage: string
      firstAt: string | null
      minutes: number
      openReferrals: number
      overdueFollowUps: number
      lastReviewedAt: string | null
    }>`
      select person.id, alias, bondStage,
        (select min(at) from contactPerson where personId = person.id) as firstAt,
        (select coalesce(sum(durationMinutes), 0) from contactPerson
          where personId = person.id and at > ${`${addDays(today, -weightDays)}T23:59`}) as minutes,
        (select count(*) from referral
          where personId = person.id and state in (${sql.join(openReferralStates)})) as openReferrals,
        (select count(*) from followUp
          where personId = person.id and doneAt is null and dueOn < ${today}) as overdueFollowUps,
        (select max(reviewedAt) from fileReview where personId = person.id) as lastReviewedAt
      from person
      where mergedInto is null and bondStage != 'closed'
      order by minutes desc, firstAt, foldedAliases, person.id`.compile(query),
  )
  const files = rows.map(({ firstAt, lastReviewedAt, ...row }) => ({
    ...row,
    ageDays: firstAt === null ? null : daysBetween(dayOf(firstAt), today),
    lastReviewedOn: lastReviewedAt === null ? null : dayOf(lastReviewedAt),
  }))
  return { files, stages: stagesOf(files) }
}

function stagesOf(files: Workload['files']): Workload['stages'] {
  const groups = Map.groupBy(files, ({ bondStage }) => bondStage)
  return [...groups].map(([bondStage, group]) => ({
    bondStage,
    files: group.length,
    minutes: group.reduce((sum, { minutes }) => sum + minutes, 0),
    medianAgeDays: medianOf(group.flatMap(({ ageDays }) => (ageDays === null ? [] : [ageDays]))),
  }))
}

/** The lower of the two in the middle when there are two. */
function medianOf(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
}
