import type { GroupActivityFields, StaffSupportFields, WorkHoursFields } from '#core/caseload/activity'
import type { ContactFields } from '#core/caseload/contact'
import { blankFollowUp, type FollowUpFields } from '#core/caseload/follow-up'
import type { IncidentFields } from '#core/caseload/incident'
import { blankPerson, type PersonFields } from '#core/caseload/person'
import type { ReferralFields } from '#core/caseload/referral'
import { blankResource, type ResourceFields } from '#core/caseload/resource'

/** Fictional records with nothing but what a test says about them. */
export const fictional = {
  person: (fields: Partial<PersonFields> = {}): PersonFields => ({
    aliases: ['Le grand Marc'],
    ...blankPerson,
    ...fields,
  }),
  contact: (fields: Partial<ContactFields> = {}): ContactFields => ({
    at: '2026-11-20T14:00',
    personIds: [],
    unidentifiedCount: 1,
    kinds: ['listening'],
    themes: [],
    place: 'hall',
    durationMinutes: 10,
    mandateAxis: 'help-relationship',
    initiative: null,
    crisis: null,
    aidGiven: [],
    note: '',
    noteSealed: false,
    incomplete: false,
    ...fields,
  }),
  resource: (fields: Partial<ResourceFields> = {}): ResourceFields => ({
    ...blankResource,
    organization: 'La Passerelle',
    ...fields,
  }),
  referral: (
    fields: Partial<ReferralFields> & Pick<ReferralFields, 'personId' | 'resourceId'>,
  ): ReferralFields => ({
    contactId: null,
    theme: 'housing',
    proposedOn: '2026-11-01',
    accompaniedByWorker: false,
    note: '',
    ...fields,
  }),
  followUp: (fields: Partial<FollowUpFields> = {}): FollowUpFields => ({
    ...blankFollowUp,
    title: 'Rappeler',
    dueOn: '2026-11-25',
    ...fields,
  }),
  groupActivity: (fields: Partial<GroupActivityFields> = {}): GroupActivityFields => ({
    title: 'Café-rencontre',
    kind: 'discussion',
    at: '2026-11-20T14:00',
    place: 'hall',
    durationMinutes: 60,
    headcount: 8,
    mandateAxis: 'youth',
    note: '',
    ...fields,
  }),
  staffSupport: (fields: Partial<StaffSupportFields> = {}): StaffSupportFields => ({
    kind: 'debriefed',
    at: '2026-11-20T16:00',
    durationMinutes: 20,
    headcount: 3,
    safetyPulse: 4,
    note: '',
    ...fields,
  }),
  workHours: (fields: Partial<WorkHoursFields> = {}): WorkHoursFields => ({
    day: '2026-11-20',
    minutes: 300,
    part: 'library',
    mandateAxis: null,
    note: '',
    ...fields,
  }),
  incident: (fields: Partial<IncidentFields> = {}): IncidentFields => ({
    at: '2026-11-20T15:00',
    kinds: ['between-users'],
    intensity: 2,
    place: 'hall',
    outcome: 'calmed',
    staffConcerned: false,
    personId: null,
    note: '',
    ...fields,
  }),
}
