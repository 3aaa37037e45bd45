import { dayOf } from '#core/caseload/calendar'
import { prepareCopy } from '#core/duties/copy/copy'
import { failed, ok } from '#core/result'
import { pageOf, paperOf, printCopy, printDocument } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'
import type { Confirmed } from './confirmation.ts'
import type { DutyHandlers } from './duties.ts'
import type { Printing } from './printing.ts'

/** What leaves on paper. */
export function paperHandlers(
  session: Session,
  ports: EnginePorts,
  confirmed: Confirmed,
  printing: Printing,
): Pick<DutyHandlers, 'documents.print' | 'registers.print' | 'copies.preview' | 'copies.make'> {
  const prepare = (vault: OpenVault, order: { personId: string; hide: string[]; nobody: string[] }) => {
    const { personId, hide, nobody } = order
    return prepareCopy(vault, { personId, today: dayOf(ports.clock.now()), decisions: { hide, nobody } })
  }
  return {
    'documents.print': async ({ document }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const place = printing.place(vault)
      return printDocument(pageOf(vault, document, place.now), document, place)
    },
    'registers.print': async ({ register, passphrase }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const place = printing.place(vault.value)
      return printDocument(pageOf(vault.value, register, place.now), register, place)
    },
    'copies.preview': (order) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const prepared = prepare(vault, order)
      if (!prepared) return failed('not-found')
      const { reviewed: texts, doubts, copy } = prepared
      const { maskedPassages, sealedNotes } = copy
      return ok({ texts, doubts, maskedPassages, sealedNotes })
    },
    'copies.make': async ({ passphrase, ...order }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const prepared = prepare(vault.value, order)
      if (!prepared) return failed('not-found')
      if (prepared.doubts.length > 0) return failed('copy-reveals-another')
      const place = printing.place(vault.value)
      return printCopy(paperOf(vault.value, place.now), prepared.copy, place)
    },
  }
}
