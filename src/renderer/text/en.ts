import type { Texts } from './fr.ts'
import { access } from './en/access.ts'
import { activities } from './en/activities.ts'
import { acts } from './en/acts.ts'
import { contactList } from './en/contact-list.ts'
import { contacts } from './en/contacts.ts'
import { diagnostics } from './en/diagnostics.ts'
import { duplicates } from './en/duplicates.ts'
import { duties } from './en/duties.ts'
import { failures } from './en/failures.ts'
import { filters } from './en/filters.ts'
import { followUps } from './en/follow-ups.ts'
import { form } from './en/form.ts'
import { guide } from './en/guide.ts'
import { importing } from './en/importing.ts'
import { incidents } from './en/incidents.ts'
import { meeting } from './en/meeting.ts'
import { packages } from './en/packages.ts'
import { people } from './en/people.ts'
import { print } from './en/print.ts'
import { referrals } from './en/referrals.ts'
import { resources } from './en/resources.ts'
import { roles } from './en/roles.ts'
import { search } from './en/search.ts'
import { sealed } from './en/sealed.ts'
import { security } from './en/security.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { statistics } from './en/statistics.ts'
import { takeover } from './en/takeover.ts'
import { ties } from './en/ties.ts'
import { time } from './en/time.ts'
import { today } from './en/today.ts'
import { trial } from './en/trial.ts'
import { unlock } from './en/unlock.ts'
import { updates } from './en/updates.ts'

/** Every sentence in English. A key that French has and English has not does not compile. */
export const en = {
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
} as const satisfies Texts
