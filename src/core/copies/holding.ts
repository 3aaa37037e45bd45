import type { Reader } from '../database.ts'
import { countContacts } from '../caseload/repository/contacts.ts'
import { countPeople } from '../caseload/repository/people.ts'
import { query } from '../caseload/tables.ts'

/** How much a vault holds, to tell two states of it apart. */
export interface Counts {
  people: number
  contacts: number
  referrals: number
  followUps: number
}

export function countRecords(reader: Reader): Counts {
  const count = (table: 'referral' | 'followUp') =>
    reader.all(
      query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .compile(),
    )[0]?.count ?? 0
  return {
    people: countPeople(reader),
    contacts: countContacts(reader, {}),
    referrals: count('referral'),
    followUps: count('followUp'),
  }
}
