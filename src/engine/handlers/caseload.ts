import type { Handlers } from '#shared/contract'
import type { caseloadCommands } from '#shared/contract/caseload'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { activityHandlers } from './activities.ts'
import { createActs } from './acts.ts'
import { contactHandlers } from './contacts.ts'
import { findingHandlers } from './finding.ts'
import { followUpHandlers } from './follow-ups.ts'
import { incidentHandlers } from './incidents.ts'
import { peopleHandlers } from './people.ts'
import { referralHandlers } from './referrals.ts'
import { settingsHandlers } from './settings.ts'

export function caseloadHandlers(
  session: Session,
  ports: EnginePorts,
): Pick<Handlers<'engine'>, keyof typeof caseloadCommands> {
  const acts = createActs(session, ports)
  return {
    ...peopleHandlers(acts, session),
    ...contactHandlers(acts, session),
    ...referralHandlers(acts),
    ...followUpHandlers(acts),
    ...incidentHandlers(acts),
    ...activityHandlers(acts),
    ...settingsHandlers(acts),
    ...findingHandlers(acts, session),
  }
}
