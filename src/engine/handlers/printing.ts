import type { PrintingPlace } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import type { Print } from '../release/pdf.ts'
import type { OpenVault, Session } from '../session.ts'

/** Prints pages of the open vault. A lock does not wait for the printer: nothing is written once the vault is closed. */
export interface Printing {
  /** Keeps the page until another one is shown. */
  toShow(vault: OpenVault): Print
  /** The page just shown is not printed anew: what is written is what was shown. */
  toWrite(vault: OpenVault): Print
  /** Where a document goes, and as of when. */
  place(vault: OpenVault): PrintingPlace
}

export function createPrinting(session: Session, ports: EnginePorts): Printing {
  let shown: { html: string; pdf: Uint8Array } | null = null
  const printing =
    (vault: OpenVault): Print =>
    async (html) => {
      const pdf = await ports.print(html)
      return session.current()?.vault === vault ? pdf : null
    }
  const toWrite =
    (vault: OpenVault): Print =>
    async (html) =>
      shown?.html === html ? shown.pdf : printing(vault)(html)
  return {
    toShow: (vault) => async (html) => {
      shown = null
      const pdf = await printing(vault)(html)
      if (pdf !== null) shown = { html, pdf }
      return pdf
    },
    toWrite,
    place: (vault) => ({
      documents: ports.places().documents,
      now: ports.clock.now(),
      print: toWrite(vault),
    }),
  }
}
