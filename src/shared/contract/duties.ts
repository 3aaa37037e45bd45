import * as z from 'zod'
import { day, id, line } from '#core/caseload/fields'
import {
  consent,
  consentFields,
  consentStates,
  noticeReading,
  noticeReadingFields,
} from '#core/duties/consent'
import { plainDocuments, registers } from '#core/duties/documents/names'
import { byId, change, named, nothing, optionalId, read, saved } from './common.ts'

const consentRow = consent.extend({
  alias: z.string(),
  resourceName: z.string().nullable(),
  state: z.enum(consentStates),
  /** Referrals in its scope told after the withdrawal: an anomaly to look at. */
  lateReferrals: z.array(z.strictObject({ id, resourceName: z.string(), on: day })),
})

/** Why a paper could not be written in the folder chosen for it. */
const printing = [
  'vault-locked',
  'no-folder',
  'no-permission',
  'disk-full',
  'write-failed',
  'printing-failed',
] as const
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
    output: nothing,
    failures: [...change, 'in-the-future', 'period-reversed'],
  },
  'consents.remove': { host: 'engine', who: 'worker', input: byId, output: nothing, failures: change },
  /** Open files whose person has not heard the collection notice yet. */
  'notices.list': { host: 'engine', who: 'team', input: z.void(), output: z.array(named), failures: read },
  'notices.save': {
    host: 'engine',
    who: 'worker',
    input: noticeReadingFields.extend(optionalId),
    output: saved,
    failures: [...change, 'unknown-person', 'in-the-future'],
  },
  'notices.remove': { host: 'engine', who: 'worker', input: byId, output: nothing, failures: change },
  /** Where a document goes. The folder is asked each time: it is read by whoever opens it. */
  'documents.chooseFolder': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled'],
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
