import { access } from './fr/access.ts'
import { activities } from './fr/activities.ts'
import { acts } from './fr/acts.ts'
import { contactList } from './fr/contact-list.ts'
import { contacts } from './fr/contacts.ts'
import { diagnostics } from './fr/diagnostics.ts'
import { duplicates } from './fr/duplicates.ts'
import { duties } from './fr/duties.ts'
import { failures } from './fr/failures.ts'
import { filters } from './fr/filters.ts'
import { followUps } from './fr/follow-ups.ts'
import { form } from './fr/form.ts'
import { guide } from './fr/guide.ts'
import { importing } from './fr/importing.ts'
import { incidents } from './fr/incidents.ts'
import { meeting } from './fr/meeting.ts'
import { packages } from './fr/packages.ts'
import { people } from './fr/people.ts'
import { print } from './fr/print.ts'
import { referrals } from './fr/referrals.ts'
import { resources } from './fr/resources.ts'
import { roles } from './fr/roles.ts'
import { search } from './fr/search.ts'
import { sealed } from './fr/sealed.ts'
import { security } from './fr/security.ts'
import { settings } from './fr/settings.ts'
import { shell } from './fr/shell.ts'
import { statistics } from './fr/statistics.ts'
import { takeover } from './fr/takeover.ts'
import { ties } from './fr/ties.ts'
import { time } from './fr/time.ts'
import { today } from './fr/today.ts'
import { trial } from './fr/trial.ts'
import { unlock } from './fr/unlock.ts'
import { updates } from './fr/updates.ts'

/** Every sentence shown in French, the source of truth of the keys; one file per feature. */
export const fr = {
  access,
  activities,
  acts,
  contactList,
  contacts,
  diagnostics,
  duplicates,
  duties,
  failures,
  filters,
  followUps,
  form,
  guide,
  importing,
  incidents,
  meeting,
  packages,
  people,
  print,
  referrals,
  resources,
  roles,
  search,
  sealed,
  security,
  settings,
  shell,
  statistics,
  takeover,
  ties,
  time,
  today,
  trial,
  unlock,
  updates,
} as const

/** The same keys with other words: what another language must provide. */
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }
export type Texts = SameKeys<typeof fr>
