import type { ActLabels } from '../fr/acts.ts'

export const acts = {
  people: {
    save: 'a person’s file',
    remove: 'removal of a person',
    saveBondStage: 'bond stage',
    removeBondStage: 'removal of a bond stage',
    merge: 'merge of two files',
    unmerge: 'separation of two files',
    dismissDuplicate: 'dismissed duplicate',
  },
  ties: { save: 'tie between two persons', remove: 'removal of a tie between two persons' },
  contacts: { save: 'contact', remove: 'removal of a contact' },
  referrals: {
    save: 'referral',
    advance: 'step of a referral',
    tellBack: 'outcome told back on a referral',
    remove: 'removal of a referral',
  },
  followUps: { save: 'follow-up', complete: 'follow-up done', remove: 'removal of a follow-up' },
  resources: {
    save: 'resource',
    check: 'check of a resource',
    retire: 'setting aside of a resource',
    remove: 'removal of a resource',
  },
  consents: { save: 'consent', withdraw: 'withdrawal of a consent', remove: 'removal of a consent' },
  notices: { save: 'reading of the notice', remove: 'removal of a reading of the notice' },
  import: { apply: 'import' },
  incidents: { save: 'incident', remove: 'removal of an incident' },
  visits: { save: 'library visits of a month' },
  groupActivities: { save: 'group activity', remove: 'removal of a group activity' },
  staffSupport: { save: 'staff support', remove: 'removal of a staff support' },
  hours: { save: 'hours', remove: 'removal of hours' },
  settings: { save: 'settings' },
  lists: {
    saveValue: 'value of a list',
    retire: 'retirement of a value of a list',
    reorder: 'order of a list',
  },
  filters: { save: 'kept filter', remove: 'removal of a kept filter' },
} as const satisfies ActLabels
