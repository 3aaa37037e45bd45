import { failed } from '#core/result'
import { pageOf, printDocument, type PrintingPlace } from '../documents/print.ts'
import { createPassphraseDelay } from '../passphrase-delay.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'
import type { DutyHandlers } from './duties.ts'

/** What leaves on paper. */
export function paperHandlers(
  session: Session,
  ports: EnginePorts,
): Pick<DutyHandlers, 'documents.print' | 'registers.print'> {
  const delay = createPassphraseDelay(ports.sleep)
  const placeOf = (vault: OpenVault): PrintingPlace => ({
    documents: ports.places().documents,
    now: ports.clock.now(),
    print: async (html) => {
      const pdf = await ports.print(html)
      return session.current()?.vault === vault ? pdf : null
    },
  })
  return {
    'documents.print': async ({ document }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const place = placeOf(vault)
      return printDocument(pageOf(vault, document, place.now), document, place)
    },
    'registers.print': async ({ register, passphrase }) => {
      await delay.ready()
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      if (!vault.checkPassphrase(passphrase)) {
        delay.wrong()
        return failed('wrong-passphrase')
      }
      delay.right()
      const place = placeOf(vault)
      return printDocument(pageOf(vault, register, place.now), register, place)
    },
  }
}
