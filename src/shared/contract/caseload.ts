import { activityCommands } from './activities.ts'
import { contactCommands } from './contacts.ts'
import { findingCommands } from './finding.ts'
import { followUpCommands } from './follow-ups.ts'
import { incidentCommands } from './incidents.ts'
import { peopleCommands } from './people.ts'
import { referralCommands } from './referrals.ts'
import { settingsCommands } from './settings.ts'

/** Every command about what the worker records. */
export const caseloadCommands = {
  ...peopleCommands,
  ...contactCommands,
  ...referralCommands,
  ...followUpCommands,
  ...incidentCommands,
  ...activityCommands,
  ...settingsCommands,
  ...findingCommands,
} as const
