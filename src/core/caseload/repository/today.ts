import type { Reader } from '../../database.ts'
import { addDays, dayOf } from '../calendar.ts'
import type { ContactFields } from '../contact.ts'
import { isValidOn, type ListName } from '../lists.ts'
import { countContacts, latestContacts, type ContactRow } from './contacts.ts'
import { countFollowUpsDue, listFollowUps, type FollowUpRow } from './follow-ups.ts'
import { allListValues } from './lists.ts'
import { countPeople } from './people.ts'
import { countOpenReferrals } from './referrals.ts'

const daysAhead = 7
const latestCount = 8
const followUpCount = 8
const incompleteCount = 50

/** The day at a glance: the first follow-ups and contacts of each kind; the counts are of all. */
export interface Today {
  today: string
  followUps: FollowUpRow[]
  latestContacts: ContactRow[]
  incompleteContacts: ContactRow[]
  counts: { people: number; followUpsDue: number; openReferrals: number; incompleteContacts: number }
}

export function readToday(reader: Reader, now: string): Today {
  const today = dayOf(now)
  return {
    today,
    followUps: listFollowUps(reader, {
      done: false,
      to: addDays(today, daysAhead),
      limit: followUpCount,
      offset: 0,
    }).rows,
    latestContacts: latestContacts(reader, latestCount),
    incompleteContacts: latestContacts(reader, incompleteCount, { incomplete: true }),
    counts: {
      people: countPeople(reader),
      followUpsDue: countFollowUpsDue(reader, today),
      openReferrals: countOpenReferrals(reader),
      incompleteContacts: countContacts(reader, { incomplete: true }),
    },
  }
}

export type ContactDefaults = Pick<
  ContactFields,
  'at' | 'kinds' | 'place' | 'durationMinutes' | 'mandateAxis'
>

/** What a new contact most likely is: like the last one, as far as today's lists still offer its values. */
export function contactDefaults(reader: Reader, now: string): ContactDefaults {
  const last = latestContacts(reader, 1)[0]
  const values = allListValues(reader).filter((value) => isValidOn(value, dayOf(now)))
  const offered = (list: ListName) => values.filter((value) => value.list === list).map(({ code }) => code)
  const orFirst = (list: ListName, code: string | undefined) => {
    const codes = offered(list)
    return code !== undefined && codes.includes(code) ? code : (codes[0] ?? 'unknown')
  }
  const kinds = offered('contactKind').filter((kind) => last?.kinds.includes(kind))
  return {
    at: now,
    kinds: kinds.length > 0 ? kinds : [orFirst('contactKind', undefined)],
    place: orFirst('place', last?.place),
    durationMinutes: last?.durationMinutes ?? 15,
    mandateAxis: orFirst('mandateAxis', last?.mandateAxis),
  }
}
