import * as z from 'zod'
import { day, id, line } from '#core/caseload/fields'
import {
  consent,
  consentFields,
  consentStates,
  noticeReading,
  noticeReadingFields,
} from '#core/duties/consent'
import {
  confidentialityIncident,
  confidentialityIncidentFields,
  confidentialityIncidentStates,
} from '#core/duties/confidentiality-incident'
import { disclosure, disclosureFields } from '#core/duties/disclosure'
import { requestFields, requestStates, rightsRequest } from '#core/duties/request'
import { incidentNotices, plainDocuments, registers } from '#core/duties/documents/names'
import { acted, byId, change, named, optionalId, passphrase, piece, printing, read, saved } from './common.ts'
import { retentionCommands } from './retention.ts'

const consentRow = consent.extend({
  alias: z.string(),
  resourceName: z.string().nullable(),
  state: z.enum(consentStates),
  /** Referrals in its scope told after the withdrawal: an anomaly to look at. */
  lateReferrals: z.array(z.strictObject({ id, resourceName: z.string(), on: day })),
})

export const requestRow = rightsRequest.extend({
  alias: z.string().nullable(),
  state: z.enum(requestStates),
  dueOn: day,
  /** Negative past the clock. */
  daysLeft: z.int(),
})
const disclosureRow = disclosure.extend({ alias: z.string().nullable() })
const confidentialityIncidentRow = confidentialityIncident.extend({
  people: z.array(named),
  state: z.enum(confidentialityIncidentStates),
  keptUntil: day,
})

/** What the worker decides of a copy: passages to hide as well, words that are nobody. */
export const copyOrder = z.strictObject({
  personId: id,
  hide: z.array(line.min(1)).max(200),
  nobody: z.array(line.min(1)).max(200),
})

const printed = z.strictObject({ file: z.string() })

export const dutyCommands = {
  ...retentionCommands,
  'consents.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(consentRow),
    failures: read,
  },
  /** What one person agreed to and heard. */
  'consents.read': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ consents: z.array(consentRow), readings: z.array(noticeReading) }),
    failures: [...read, 'not-found'],
  },
  /** `parent-consent-needed`: under 14 a parent or a tutor consents. */
  'consents.save': {
    host: 'engine',
    who: 'worker',
    input: consentFields.extend(optionalId),
    output: saved,
    failures: [
      ...change,
      'unknown-person',
      'unknown-resource',
      'parent-consent-needed',
      'in-the-future',
      'period-reversed',
    ],
  },
  /** A null day takes the withdrawal back. */
  'consents.withdraw': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ id, on: day.nullable(), words: line }),
    output: acted,
    failures: [...change, 'in-the-future', 'period-reversed'],
  },
  'consents.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** Open files whose person has not heard the collection notice yet. */
  'notices.list': { host: 'engine', who: 'team', input: z.void(), output: z.array(named), failures: read },
  'notices.save': {
    host: 'engine',
    who: 'worker',
    input: noticeReadingFields.extend(optionalId),
    output: saved,
    failures: [...change, 'unknown-person', 'in-the-future'],
  },
  'notices.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  'requests.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(requestRow),
    failures: read,
  },
  /** The clock, the identity and the reasons are the law’s: see `requestRefusal`. */
  'requests.save': {
    host: 'engine',
    who: 'team',
    input: requestFields.extend(optionalId),
    output: saved,
    failures: [
      ...change,
      'unknown-person',
      'in-the-future',
      'period-reversed',
      'too-late-to-extend',
      'outcome-needed',
      'reasons-needed',
      'identity-not-checked',
      'late-reason-needed',
    ],
  },
  'disclosures.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(disclosureRow),
    failures: read,
  },
  'disclosures.save': {
    host: 'engine',
    who: 'team',
    input: disclosureFields.extend(optionalId),
    output: saved,
    failures: [...change, 'unknown-person', 'in-the-future', 'period-reversed'],
  },
  'confidentialityIncidents.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(confidentialityIncidentRow),
    failures: read,
  },
  'confidentialityIncidents.save': {
    host: 'engine',
    who: 'team',
    input: confidentialityIncidentFields.extend(optionalId),
    output: saved,
    failures: [
      ...change,
      'unknown-person',
      'in-the-future',
      'period-reversed',
      'reasons-needed',
      'notices-missing',
    ],
  },
  'confidentialityIncidents.remove': {
    host: 'engine',
    who: 'team',
    input: byId,
    output: acted,
    failures: [...change, 'kept-five-years'],
  },
  /** A notice of one incident, which names nobody. `no-notice-due`: its harm test concludes that none is. */
  'documents.printIncidentNotice': {
    host: 'engine',
    who: 'team',
    input: byId.extend({ notice: z.enum(incidentNotices) }),
    output: printed,
    failures: [...printing, 'not-found', 'no-notice-due'],
  },
  /** What a copy of a person’s file would say of others: what is masked, and what somebody must decide. */
  'copies.preview': {
    host: 'engine',
    who: 'team',
    input: copyOrder,
    output: z.strictObject({
      texts: z.array(z.strictObject({ on: day.nullable(), where: z.string(), pieces: z.array(piece) })),
      doubts: z.array(z.string()),
      maskedPassages: z.int(),
      /** The day of each note only the worker can read, which she decides to hand over or not; null for the safety note. */
      sealedNotes: z.array(day.nullable()),
    }),
    failures: [...read, 'not-found'],
  },
  /** The PDF and the JSON. `copy-reveals-another`: a word that may be somebody else is still undecided. */
  'copies.make': {
    host: 'engine',
    who: 'team',
    input: copyOrder.extend({ passphrase }),
    output: printed,
    failures: [...printing, 'not-found', 'wrong-passphrase', 'copy-reveals-another'],
  },
  /** Where a document goes. The folder is asked each time: it is read by whoever opens it. */
  'documents.chooseFolder': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled', 'trial-only'],
  },
  /** Documents that name nobody. */
  'documents.print': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ document: z.enum(plainDocuments) }),
    output: printed,
    failures: printing,
  },
  /** Registers name persons by their alias: the passphrase is asked again. */
  'registers.print': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ register: z.enum(registers), passphrase }),
    output: printed,
    failures: [...printing, 'wrong-passphrase'],
  },
} as const
