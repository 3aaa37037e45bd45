import { dayOf } from '#core/caseload/calendar'
import { copyPage } from '#core/duties/documents/copy'
import { documentNames } from '#core/duties/text/fr/names'
import { failed, ok, type Result } from '#core/result'
import { prepareRelease } from '#core/statistics/publication'
import { registerText } from '#core/statistics/text/fr/register'
import { reportText } from '#core/statistics/text/fr/report'
import type { Failure, Handlers, Input } from '#shared/contract'
import { pageOf, paperOf } from '../documents/print.ts'
import type { EnginePorts } from '../ports.ts'
import { hashing } from '../release/hashing.ts'
import { printed } from '../release/pdf.ts'
import { wholeRegister } from '../release/print-register.ts'
import { reportFor } from '../release/publish.ts'
import type { OpenVault, Session } from '../session.ts'
import { minutesOf } from './meetings.ts'
import { copyToHand, incidentNoticeOf } from './papers.ts'
import type { Printing } from './printing.ts'
import { takeoverRecord } from './takeovers.ts'

type Order = Input<'papers.preview'>
type Page = Result<{ html: string; title: string }, Failure<'papers.preview'>>

/** What will be printed, before anybody says where it goes. */
export function previewHandlers(
  session: Session,
  ports: EnginePorts,
  printing: Printing,
): Pick<Handlers<'engine'>, 'papers.preview'> {
  return {
    'papers.preview': async (order) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      // what waits to be entered would change the printed log between its preview and its file
      open.log.flush()
      const now = ports.clock.now()
      const page = pageAsked(open.vault, order, now)
      if (!page.ok) return page
      const { html, title } = page.value
      const pdf = await printed(html, { title, publishedOn: dayOf(now) }, printing.toShow(open.vault))
      return pdf === null ? failed('printing-failed') : ok({ pdf })
    },
  }
}

function pageAsked(vault: OpenVault, order: Order, now: string): Page {
  switch (order.paper) {
    case 'minutes':
      return named(minutesOf(vault, order.id, now), order.paper)
    case 'takeover':
      return named(takeoverRecord(vault, order.id, now), order.paper)
    case 'commissionNotice':
    case 'personsNotice': {
      const page = incidentNoticeOf(vault, { id: order.id, notice: order.paper }, now)
      return page.ok ? named(page.value, order.paper) : page
    }
    case 'copy': {
      const copy = copyToHand(vault, order, now)
      return copy.ok ? named(copyPage(paperOf(vault, now), copy.value), order.paper) : copy
    }
    case 'report': {
      const prepared = prepareRelease(vault, order.period, dayOf(now), hashing)
      if (!prepared.ok) return prepared
      const html = reportFor(vault, prepared.value, dayOf(now))
      return ok({ html, title: reportText.documentTitle(order.period) })
    }
    case 'releases': {
      const register = wholeRegister(vault)
      return register.ok ? ok({ html: register.value, title: registerText.title }) : register
    }
    case 'notice':
    case 'assessment':
    case 'consents':
    case 'requests':
    case 'disclosures':
    case 'confidentialityIncidents':
    case 'erasures':
    case 'accessLog':
      return named(pageOf(vault, order.paper, now), order.paper)
  }
}

const named = (html: string | null, document: keyof typeof documentNames): Page =>
  html ? ok({ html, title: documentNames[document].title }) : failed('not-found')
