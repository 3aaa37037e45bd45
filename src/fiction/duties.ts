import { addDays } from '#core/caseload/calendar'
import type { Contact } from '#core/caseload/contact'
import type { Person } from '#core/caseload/person'
import type { ConfidentialityIncident } from '#core/duties/confidentiality-incident'
import type { Consent, NoticeReading } from '#core/duties/consent'
import type { Disclosure } from '#core/duties/disclosure'
import type { RightsRequest } from '#core/duties/request'
import { consentWords, disclosureWords, incidentWords, requestWords } from './duties.fr.ts'
import type { Random } from '#core/random'
import { seededId } from './seeded-id.ts'
import type { Span } from './work.ts'

/** What the law asks to be written down, for a few of the persons. */
export type Duties = {
  noticeReadings: NoticeReading[]
  consents: Consent[]
  requests: RightsRequest[]
  disclosures: Disclosure[]
  confidentialityIncidents: ConfidentialityIncident[]
}

export function inventDuties(
  random: Random,
  persons: readonly Person[],
  contacts: readonly Contact[],
  { until }: Span,
): Duties {
  const at = `${until}T17:00`
  const id = () => seededId(random, at)
  const firsts = new Map<string, string>()
  for (const { personIds, at } of contacts)
    for (const personId of personIds) if (!firsts.has(personId)) firsts.set(personId, at.slice(0, 10))
  // adults: the consents of children are their parents’
  const met = persons.filter((person) => firsts.has(person.id) && person.ageBand !== 'under-14')
  const since = (person: Person) => firsts.get(person.id) ?? until
  return {
    noticeReadings: met
      .filter((_, index) => index % 2 === 0)
      .map((person) => ({
        id: id(),
        personId: person.id,
        readOn: since(person),
        handed: random.chance(0.4),
        note: '',
      })),
    consents: met
      .filter((_, index) => index % 3 === 0)
      .map((person, index) => inventConsent(id(), person.id, since(person), index, until)),
    requests: met.slice(0, 2).map((person, index) => inventRequest(id(), person.id, index, until)),
    disclosures: met.slice(3, 4).map((person) => ({
      id: id(),
      at: `${addDays(until, -12)}T19:40`,
      personId: person.id,
      basis: 'violence',
      ...disclosureWords,
      personToldOn: addDays(until, -11),
      closedOn: null,
    })),
    confidentialityIncidents: [inventIncident(id(), until)],
  }
}

function inventConsent(id: string, personId: string, givenOn: string, index: number, until: string): Consent {
  const purpose = index % 3 === 2 ? 'team' : 'referral'
  const isWithdrawn = index % 6 === 5
  return {
    id,
    personId,
    purpose,
    resourceId: null,
    words: purpose === 'team' ? '' : consentWords,
    express: true,
    givenBy: 'person',
    parent: '',
    givenOn,
    validUntil: purpose === 'team' ? null : addDays(givenOn, 365),
    withdrawnOn: isWithdrawn ? until : null,
    withdrawalWords: '',
  }
}

/** One answered, one whose clock runs. */
function inventRequest(id: string, personId: string, index: number, until: string): RightsRequest {
  const isAnswered = index === 0
  return {
    id,
    kind: isAnswered ? 'rectification' : 'access',
    personId,
    requester: '',
    receivedOn: addDays(until, isAnswered ? -60 : -26),
    words: isAnswered ? requestWords.rectification : requestWords.access,
    identityCheckedOn: isAnswered ? addDays(until, -58) : null,
    extendedTo: null,
    extensionWords: '',
    answeredOn: isAnswered ? addDays(until, -50) : null,
    outcome: isAnswered ? 'granted' : null,
    answer: isAnswered ? requestWords.answer : '',
    lateWords: '',
  }
}

const inventIncident = (id: string, until: string): ConfidentialityIncident => ({
  id,
  ...incidentWords,
  happenedFrom: addDays(until, -33),
  happenedUntil: null,
  isPeriodApproximate: false,
  knownOn: addDays(until, -33),
  personCount: 1,
  isCountApproximate: false,
  sensitivity: 'medium',
  probability: 'low',
  seriousRisk: false,
  consultedOn: addDays(until, -32),
  commissionToldOn: null,
  personsToldOn: null,
  publicNotice: false,
  notToldWords: '',
  closedOn: addDays(until, -30),
  personIds: [],
})
