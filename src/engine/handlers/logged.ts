import { access, type Access, type AccessList } from '#core/review/access'
import { peopleOfContact, personOfReview } from '#core/review/repository/access-log'
import type { Reader } from '#core/database'
import type { CommandsOf, Input } from '#shared/contract'

type Told = { [N in CommandsOf<'engine'>]?: (input: Input<N>, reader: Reader) => Access[] }

/** A register shown as it will print is gone through, as on its screen. */
const registerLists: Partial<Record<Input<'papers.preview'>['paper'], AccessList>> = {
  consents: 'consents-list',
  requests: 'requests-list',
  disclosures: 'disclosures-list',
  confidentialityIncidents: 'incident-register',
  commissionNotice: 'incident-register',
  personsNotice: 'incident-register',
  erasures: 'retention-list',
}

const list = (detail: AccessList) => () => [access('listRead', { detail })]

/**
 * What the access log keeps of a command that succeeded, besides the files it changed. What every screen asks of itself (counts, lists of
 * codes, today's agenda) is told by the opening.
 */
export const logged: Told = {
  'people.read': ({ id }) => [access('fileRead', { personId: id })],
  'consents.read': ({ personId }) => [access('fileRead', { personId })],
  'people.openSafetyNote': ({ id }) => [access('sealedNoteOpened', { personId: id })],
  'contacts.openNote': ({ id }, reader) => {
    const people = peopleOfContact(reader, id)
    const opened = (personId: string | null) => access('sealedNoteOpened', { personId, recordId: id })
    return people.length === 0 ? [opened(null)] : people.map(opened)
  },
  'contacts.list': ({ filter }) =>
    filter?.personId === undefined
      ? [access('listRead', { detail: 'contacts-list' })]
      : [access('fileRead', { personId: filter.personId })],
  'people.list': list('people-list'),
  'people.suggest': list('search-run'),
  'people.notSeen': list('not-seen-list'),
  'followUps.list': list('follow-ups-list'),
  'incidents.list': list('incidents-list'),
  'referrals.list': list('referrals-list'),
  'consents.list': list('consents-list'),
  'requests.list': list('requests-list'),
  'disclosures.list': list('disclosures-list'),
  'confidentialityIncidents.list': list('incident-register'),
  'retention.list': list('retention-list'),
  'meetings.list': list('meetings-list'),
  'workload.read': list('workload'),
  'obligations.list': list('obligations'),
  'takeovers.print': () => [access('printed', { detail: 'takeover' })],
  'meetings.read': ({ id }, reader) => {
    const personId = personOfReview(reader, id)
    return personId === null ? [] : [access('fileRead', { personId })]
  },
  'copies.preview': ({ personId }) => [access('fileRead', { personId })],
  'papers.preview': (order) => {
    if (order.paper === 'copy') return [access('fileRead', { personId: order.personId })]
    const detail = registerLists[order.paper]
    return detail === undefined ? [] : [access('listRead', { detail })]
  },
  'copies.make': ({ personId }) => [access('copied', { personId })],
  'erasures.preview': ({ personId }) => [access('fileRead', { personId })],
  'erasures.decide': ({ personId }) => [access('erased', { personId })],
  'backups.make': () => [access('backedUp')],
  'documents.printMinutes': () => [access('printed', { detail: 'minutes' })],
  'search.run': list('search-run'),
  'documents.print': ({ document }) => [access('printed', { detail: document })],
  'registers.print': ({ register }) => [access('printed', { detail: register })],
  'documents.printIncidentNotice': ({ notice }) => [access('printed', { detail: notice })],
  'releases.printRegister': () => [access('printed', { detail: 'releases' })],
  'releases.publish': ({ period }) => [access('published', { detail: period })],
}
