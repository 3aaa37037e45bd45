import { dayOf } from '#core/caseload/calendar'
import type { Reader } from '#core/database'
import { incidentNoticePage, withoutPersons } from '#core/duties/documents/incident-notices'
import type { IncidentNotice } from '#core/duties/documents/names'
import { listConfidentialityIncidents } from '#core/duties/repository/confidentiality-incidents'
import { nameHider } from '#core/review/repository/review-file'
import { prepareCopy } from '#core/duties/copy/copy'
import type { PersonCopy } from '#core/duties/copy/format'
import { failed, ok, type Result } from '#core/result'
import { pageOf, paperOf, printCopy, printDocument } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import type { Confirmed } from './confirmation.ts'
import type { DutyHandlers } from './duties.ts'
import type { Printing } from './printing.ts'

/** What leaves on paper. */
export function paperHandlers(
  session: Session,
  ports: EnginePorts,
  confirmed: Confirmed,
  printing: Printing,
): Pick<
  DutyHandlers,
  'documents.print' | 'registers.print' | 'documents.printIncidentNotice' | 'copies.preview' | 'copies.make'
> {
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
    'documents.printIncidentNotice': async ({ id, notice }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const place = printing.place(vault)
      const page = incidentNoticeOf(vault, { id, notice }, place.now)
      return page.ok ? printDocument(page.value, notice, place) : page
    },
    'copies.preview': (order) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const prepared = prepare(vault, order, ports.clock.now())
      if (!prepared) return failed('not-found')
      const { reviewed: texts, doubts, copy } = prepared
      const { maskedPassages } = copy
      return ok({ texts, doubts, maskedPassages, sealedNotes: sealedDays(copy) })
    },
    'copies.make': async ({ passphrase, ...order }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const place = printing.place(vault.value)
      const copy = copyToHand(vault.value, order, place.now)
      return copy.ok ? printCopy(paperOf(vault.value, place.now), copy.value, place) : copy
    },
  }
}

/** The page of a notice, which names nobody the notebook knows. */
export function incidentNoticeOf(
  reader: Reader,
  { id, notice }: { id: string; notice: IncidentNotice },
  now: string,
): Result<string, 'not-found' | 'no-notice-due'> {
  const incident = listConfidentialityIncidents(reader).find((row) => row.id === id)
  if (!incident) return failed('not-found')
  if (!incident.seriousRisk) return failed('no-notice-due')
  const nameless = withoutPersons(incident, nameHider(reader))
  return ok(incidentNoticePage(paperOf(reader, now), notice, nameless))
}

/** Of whom, what is hidden besides, and which words are nobody. */
type CopyOrder = { personId: string; hide: string[]; nobody: string[] }

const prepare = (reader: Reader, { personId, hide, nobody }: CopyOrder, now: string) =>
  prepareCopy(reader, { personId, today: dayOf(now), decisions: { hide, nobody } })

const sealedDays = ({ person, contacts }: PersonCopy): (string | null)[] => [
  ...(person.safetyNoteSealed ? [null] : []),
  ...contacts.flatMap(({ at, noteSealed }) => (noteSealed ? [dayOf(at)] : [])),
]

/** The copy of a file that may leave: no word of it is in doubt. */
export function copyToHand(
  reader: Reader,
  order: CopyOrder,
  now: string,
): Result<PersonCopy, 'not-found' | 'copy-reveals-another'> {
  const prepared = prepare(reader, order, now)
  if (!prepared) return failed('not-found')
  return prepared.doubts.length > 0 ? failed('copy-reveals-another') : ok(prepared.copy)
}
