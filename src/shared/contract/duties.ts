import * as z from 'zod'
import { day, id, line, minute } from '#core/caseload/fields'
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
import {
  erasureModes,
  erasureOrder,
  erasureReasons,
  holdFields,
  obligations,
  retentionStates,
} from '#core/duties/retention'
import { incidentNotices, plainDocuments, registers } from '#core/duties/documents/names'
import { backup } from './security.ts'
import { acted, byId, change, named, nothing, optionalId, printing, read, saved, write } from './common.ts'

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
const piece = z.strictObject({
  text: z.string(),
  mark: z.enum(['plain', 'another', 'hidden', 'doubtful']),
})

/** A review package with the file in it, away from here. */
const packageLeft = z.strictObject({ recipient: z.string(), madeAt: minute, expiresOn: day })
const erasureRow = z.strictObject({
  id,
  code: z.string(),
  mode: z.enum(erasureModes),
  reason: z.enum(erasureReasons),
  decidedBy: z.string(),
  decidedOn: day,
  removed: z.int(),
  kept: z.int(),
  texts: z.int(),
  purgedOn: day.nullable(),
  packages: z.array(packageLeft),
})

const passphrase = z.string().min(1).max(1000)
const printed = z.strictObject({ file: z.string() })

export const dutyCommands = {
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
  /** Closed files and the clock of each. */
  'retention.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(
      named.extend({
        closedOn: day,
        endsOn: day,
        heldUntil: day.nullable(),
        holdWords: z.string(),
        state: z.enum(retentionStates),
      }),
    ),
    failures: read,
  },
  /** Keeps a closed file longer; a null day takes it back. */
  'retention.hold': {
    host: 'engine',
    who: 'team',
    input: holdFields,
    output: acted,
    failures: [...change, 'period-reversed', 'reasons-needed'],
  },
  'erasures.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(erasureRow),
    failures: read,
  },
  /** What an erasure would do, before anybody decides. */
  'erasures.preview': {
    host: 'engine',
    who: 'team',
    input: erasureOrder,
    output: z.strictObject({
      obligations: z.array(z.enum(obligations)),
      alone: z.int(),
      /** Texts kept with somebody else’s record: `key` blanks one whole. */
      shared: z.array(
        z.strictObject({
          key: z.string(),
          on: day,
          /** None of a sealed note. */
          pieces: z.array(piece),
          isSealed: z.boolean(),
          /** Sealed, and this key does not open it: it must be blanked, or the worker decides. */
          isUnread: z.boolean(),
        }),
      ),
      mentions: z.array(z.strictObject({ table: z.string(), pieces: z.array(piece) })),
      /** Sealed notes of other files: how many name the person, how many this key does not open. */
      sealed: z.strictObject({ corrected: z.int(), unread: z.int() }),
      doubts: z.array(z.string()),
      /** Those that still open. */
      packages: z.array(packageLeft),
    }),
    failures: [...read, 'not-found'],
  },
  /** Known copies of the vault where somebody erased still is: unplugged, changed, or that the disk refused to remove. */
  'erasures.copies': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(backup),
    failures: read,
  },
  /**
   * Irreversible. `obligations-open`: something about this person must be settled first. `text-may-name`: a word that may be this
   * person is undecided. `sealed-note-unread`: a sealed note kept with others cannot be read with this key. `not-purged`: the rows are gone, but an older generation still holds them: `erasures.purge` tries again.
   */
  'erasures.decide': {
    host: 'engine',
    who: 'team',
    input: erasureOrder.extend({ passphrase }),
    output: z.strictObject({ code: z.string() }),
    failures: [
      ...change,
      'wrong-passphrase',
      'obligations-open',
      'sealed-note-unread',
      'text-may-name',
      'not-purged',
    ],
  },
  'erasures.purge': { host: 'engine', who: 'team', input: z.void(), output: nothing, failures: write },
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
