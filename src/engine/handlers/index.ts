import type { Handlers } from '#shared/contract'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { caseloadHandlers } from './caseload.ts'
import { vaultHandlers } from './vault.ts'

/** Who answers each command of the engine. */
export function createHandlers(session: Session, ports: EnginePorts): Handlers<'engine'> {
  const handlers = {
    ...vaultHandlers(session, ports),
    ...caseloadHandlers(session, ports),
    // statistics and releases join here: ...statisticsHandlers(session, ports), ...releasesHandlers(session, ports)
  }
  return handlers as unknown as Handlers<'engine'>
}
