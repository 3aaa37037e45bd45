import { dayOf } from '#core/caseload/calendar'
import { presentPerson } from '#core/caseload/repository/people'
import {
  listConfidentialityIncidents,
  removeConfidentialityIncident,
  saveConfidentialityIncident,
} from '#core/duties/repository/confidentiality-incidents'
import {
  consentsOf,
  listConsents,
  removeConsent,
  saveConsent,
  withdrawConsent,
} from '#core/duties/repository/consents'
import { listDisclosures, saveDisclosure } from '#core/duties/repository/disclosures'
import {
  listUnread,
  noticeReadingsOf,
  removeNoticeReading,
  saveNoticeReading,
} from '#core/duties/repository/notice-readings'
import { listRequests, saveRequest } from '#core/duties/repository/requests'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { dutyCommands } from '#shared/contract/duties'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { createActs } from './acts.ts'
import type { Confirmed } from './confirmation.ts'
import { erasureHandlers } from './erasures.ts'
import { paperHandlers } from './papers.ts'
import type { Printing } from './printing.ts'

export type DutyHandlers = Pick<
  Handlers<'engine'>,
  Extract<keyof typeof dutyCommands, keyof Handlers<'engine'>>
>

export function dutyHandlers(
  session: Session,
  ports: EnginePorts,
  confirmed: Confirmed,
  printing: Printing,
): DutyHandlers {
  const { read, save, change } = createActs(session, ports)
  return {
    'consents.list': () => read((reader, now) => listConsents(reader, dayOf(now))),
    'consents.read': ({ personId }) => {
      const said = read((reader, now) => {
        const id = presentPerson(reader, personId)
        if (id === null) return null
        return { consents: consentsOf(reader, id, dayOf(now)), readings: noticeReadingsOf(reader, id) }
      })
      if (!said.ok) return said
      return said.value ? ok(said.value) : failed('not-found')
    },
    'consents.save': (input) =>
      save('consents.save', (writer, context) => saveConsent(writer, input, context)),
    'consents.withdraw': (input) =>
      change('consents.withdraw', (writer, context) => withdrawConsent(writer, input, context)),
    'consents.remove': ({ id }) => change('consents.remove', (writer) => removeConsent(writer, id)),
    'notices.list': () => read(listUnread),
    'notices.save': (input) =>
      save('notices.save', (writer, context) => saveNoticeReading(writer, input, context)),
    'notices.remove': ({ id }) => change('notices.remove', (writer) => removeNoticeReading(writer, id)),
    'requests.list': () => read((reader, now) => listRequests(reader, dayOf(now))),
    'requests.save': (input) =>
      save('requests.save', (writer, context) => saveRequest(writer, input, context)),
    'disclosures.list': () => read(listDisclosures),
    'disclosures.save': (input) =>
      save('disclosures.save', (writer, context) => saveDisclosure(writer, input, context)),
    'confidentialityIncidents.list': () => read(listConfidentialityIncidents),
    'confidentialityIncidents.save': (input) =>
      save('confidentialityIncidents.save', (writer, context) =>
        saveConfidentialityIncident(writer, input, context),
      ),
    'confidentialityIncidents.remove': ({ id }) =>
      change('confidentialityIncidents.remove', (writer, context) =>
        removeConfidentialityIncident(writer, id, context),
      ),
    ...erasureHandlers(session, ports, confirmed),
    ...paperHandlers(session, ports, confirmed, printing),
  }
}
