import * as z from 'zod'
import { contact, contactFields } from '#core/caseload/contact'
import { code, day, id, line, minute } from '#core/caseload/fields'
import { followUp, followUpFields } from '#core/caseload/follow-up'
import { incident, incidentFields } from '#core/caseload/incident'
import { listValue } from '#core/caseload/lists'
import { person, personFields } from '#core/caseload/person'
import { referral, referralFields, referralState } from '#core/caseload/referral'
import { resource, resourceFields } from '#core/caseload/resource'
import { storeFailures } from '#core/database'

/** A person as other records name them: the first alias. */
const named = z.strictObject({ id, alias: z.string() })

export const personRow = person.extend({
  lastContactAt: minute.nullable(),
  contactCount: z.int(),
  contactMinutes: z.int(),
  openReferrals: z.int(),
  nextFollowUpOn: day.nullable(),
})
export const contactRow = contact.extend({ people: z.array(named) })
export const referralRow = referral.extend({
  alias: z.string(),
  /** Organization, then service when it has one. */
  resourceName: z.string(),
  pivotContact: z.string(),
  open: z.boolean(),
  /** Days since the proposal while open; days it took once ended. */
  ageDays: z.int(),
})
export const followUpRow = followUp.extend({ alias: z.string().nullable() })
export const incidentRow = incident.extend({ alias: z.string().nullable() })
export const resourceRow = resource.extend({ openReferrals: z.int() })

export const timelineEntry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('contact'), at: minute, record: contactRow }),
  z.strictObject({ type: z.literal('referral'), at: day, record: referralRow }),
  z.strictObject({ type: z.literal('followUp'), at: day, record: followUpRow }),
  z.strictObject({ type: z.literal('incident'), at: minute, record: incidentRow }),
  z.strictObject({ type: z.literal('bondStage'), at: day, record: z.strictObject({ stage: code }) }),
])

export const searchHit = z.strictObject({
  type: z.enum(['person', 'contact', 'resource']),
  id,
  /** Person hits open the person; contact hits open their first known person when there is one. */
  personId: id.nullable(),
  title: z.string(),
  /** The words around the match, as plain text; the matched words lie between U+0002 and U+0003. */
  excerpt: z.string(),
  at: minute.nullable(),
})

/** The note éclair as it stands, kept encrypted until it is saved or dropped. */
export const contactDraft = contactFields.partial()

/** One act that can be undone or redone: which command, and about whom or what. */
const act = z.strictObject({ command: z.string(), subject: z.string() })

const nothing = z.undefined()
const read = ['vault-locked'] as const
const write = [...read, ...storeFailures] as const
const change = [...write, 'not-found'] as const
const byId = z.strictObject({ id })
const saved = z.strictObject({ id })

export const caseloadCommands = {
  'lists.all': { host: 'engine', input: z.void(), output: z.array(listValue), failures: read },
  'today.read': {
    host: 'engine',
    input: z.void(),
    output: z.strictObject({
      today: day,
      /** Open follow-ups due until seven days from now, overdue first. */
      followUps: z.array(followUpRow),
      latestContacts: z.array(contactRow),
      counts: z.strictObject({ people: z.int(), followUpsDue: z.int(), openReferrals: z.int() }),
    }),
    failures: read,
  },
  'people.list': {
    host: 'engine',
    /** With a text: type-ahead over aliases, ignoring accents and case. Without: all, last seen first. */
    input: z.strictObject({ text: line.optional(), limit: z.int().min(1).max(10_000).optional() }),
    output: z.array(personRow),
    failures: read,
  },
  'people.read': {
    host: 'engine',
    input: byId,
    output: z.strictObject({ person: personRow, timeline: z.array(timelineEntry) }),
    failures: [...read, 'not-found'],
  },
  'people.save': {
    host: 'engine',
    input: personFields.extend({ id: id.optional() }),
    output: saved,
    failures: change,
  },
  /** Refused while contacts, referrals or follow-ups speak of this person. */
  'people.remove': {
    host: 'engine',
    input: byId,
    output: nothing,
    failures: [...change, 'still-referenced'],
  },
  'contacts.list': {
    host: 'engine',
    input: z.strictObject({ limit: z.int().min(1).max(100_000), offset: z.int().min(0) }),
    output: z.strictObject({ total: z.int(), rows: z.array(contactRow) }),
    failures: read,
  },
  /** Place, duration, kind and axis of the last contact, to prefill the next one. */
  'contacts.defaults': {
    host: 'engine',
    input: z.void(),
    output: contactFields.pick({
      at: true,
      kinds: true,
      place: true,
      durationMinutes: true,
      mandateAxis: true,
    }),
    failures: read,
  },
  'contacts.save': {
    host: 'engine',
    input: contactFields.extend({ id: id.optional() }),
    output: saved,
    failures: [...change, 'unknown-person', 'nobody-met', 'in-the-future'],
  },
  'contacts.remove': { host: 'engine', input: byId, output: nothing, failures: change },
  'referrals.list': { host: 'engine', input: z.void(), output: z.array(referralRow), failures: read },
  'referrals.save': {
    host: 'engine',
    input: referralFields.extend({ id: id.optional() }),
    output: saved,
    failures: [...change, 'unknown-person', 'unknown-resource'],
  },
  'referrals.advance': {
    host: 'engine',
    input: z.strictObject({ id, state: referralState, on: day, reason: line }),
    output: nothing,
    failures: [...change, 'step-not-allowed'],
  },
  'referrals.remove': { host: 'engine', input: byId, output: nothing, failures: change },
  'followUps.list': {
    host: 'engine',
    input: z.strictObject({ done: z.boolean() }),
    output: z.array(followUpRow),
    failures: read,
  },
  'followUps.save': {
    host: 'engine',
    input: followUpFields.extend({ id: id.optional() }),
    output: saved,
    failures: [...change, 'unknown-person'],
  },
  'followUps.complete': { host: 'engine', input: byId, output: nothing, failures: change },
  'followUps.remove': { host: 'engine', input: byId, output: nothing, failures: change },
  'resources.list': { host: 'engine', input: z.void(), output: z.array(resourceRow), failures: read },
  'resources.save': {
    host: 'engine',
    input: resourceFields.extend({ id: id.optional() }),
    output: saved,
    failures: change,
  },
  'resources.remove': {
    host: 'engine',
    input: byId,
    output: nothing,
    failures: [...change, 'still-referenced'],
  },
  'incidents.list': { host: 'engine', input: z.void(), output: z.array(incidentRow), failures: read },
  'incidents.save': {
    host: 'engine',
    input: incidentFields.extend({ id: id.optional() }),
    output: saved,
    failures: [...change, 'unknown-person', 'in-the-future'],
  },
  'incidents.remove': { host: 'engine', input: byId, output: nothing, failures: change },
  'draft.read': { host: 'engine', input: z.void(), output: contactDraft.nullable(), failures: read },
  /** null drops the draft. Not part of the undo history. */
  'draft.keep': { host: 'engine', input: contactDraft.nullable(), output: nothing, failures: write },
  'search.run': {
    host: 'engine',
    input: z.strictObject({ text: line, limit: z.int().min(1).max(100) }),
    output: z.array(searchHit),
    failures: read,
  },
  'history.read': {
    host: 'engine',
    input: z.void(),
    output: z.strictObject({ undo: act.nullable(), redo: act.nullable() }),
    failures: read,
  },
  'history.undo': {
    host: 'engine',
    input: z.void(),
    output: act,
    failures: [...write, 'nothing-to-undo', 'changed-since'],
  },
  'history.redo': {
    host: 'engine',
    input: z.void(),
    output: act,
    failures: [...write, 'nothing-to-undo', 'changed-since'],
  },
} as const
