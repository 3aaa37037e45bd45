import type { PrintingPlace } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'

/** Prints a page of this vault. A lock does not wait for the printer: nothing is written once the vault is closed. */
export const printingOf =
  (session: Session, ports: EnginePorts, vault: OpenVault): PrintingPlace['print'] =>
  async (html) => {
    const pdf = await ports.print(html)
    return session.current()?.vault === vault ? pdf : null
  }

/** Where a document of this vault goes, and as of when. */
export const printingPlace = (session: Session, ports: EnginePorts, vault: OpenVault): PrintingPlace => ({
  documents: ports.places().documents,
  now: ports.clock.now(),
  print: printingOf(session, ports, vault),
})
