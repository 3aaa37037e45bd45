import { ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { EnginePorts } from '../ports.ts'
import { createRecoverySheet } from '../recovery-sheet.ts'
import type { Session } from '../session.ts'
import { accessHandlers } from './access.ts'
import { admitting } from './admission.ts'
import { caseloadHandlers } from './caseload.ts'
import { createConfirmation } from './confirmation.ts'
import { catalogueHandlers } from './catalogue.ts'
import { dutyHandlers } from './duties.ts'
import { importHandlers } from './import.ts'
import { meetingHandlers } from './meetings.ts'
import { packageHandlers } from './packages.ts'
import { previewHandlers } from './preview.ts'
import { createPrinting } from './printing.ts'
import { releaseHandlers } from './releases.ts'
import { statisticsHandlers } from './statistics.ts'
import { backupHandlers } from './backups.ts'
import { securityHandlers } from './security.ts'
import { updateHandlers } from './updates.ts'
import { takeoverHandlers } from './takeovers.ts'
import { vaultHandlers } from './vault.ts'

/** Who answers each command of the engine, for whom the contract admits. */
export function createHandlers(session: Session, ports: EnginePorts): Handlers<'engine'> {
  const sheet = createRecoverySheet(ports)
  // one for all: a guess refused by one command makes the next wait, whichever it is
  const confirmed = createConfirmation(session, ports)
  const printing = createPrinting(session, ports)
  return admitting(session, {
    'acts.cancel': ({ act }) => {
      session.acts.cancel(act)
      return ok()
    },
    ...vaultHandlers(session, ports, sheet),
    ...securityHandlers(session, ports, sheet, confirmed),
    ...backupHandlers(session, ports),
    ...updateHandlers(session, ports),
    ...accessHandlers(session),
    ...caseloadHandlers(session, ports),
    ...dutyHandlers(session, ports, confirmed, printing),
    ...importHandlers(session, ports),
    ...meetingHandlers(session, ports, printing),
    ...packageHandlers(session, ports, confirmed),
    ...previewHandlers(session, ports, printing),
    ...takeoverHandlers(session, ports, sheet, confirmed, printing),
    ...statisticsHandlers(session),
    ...releaseHandlers(session, ports, confirmed, printing),
    ...catalogueHandlers(session, ports),
  })
}
