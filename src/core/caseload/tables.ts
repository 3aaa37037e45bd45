import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { dutyKeys, type DutyTables } from '../duties/tables.ts'
import { meetingKeys, type MeetingTables } from '../review/tables.ts'

/** The rows as SQLite stores them: see migrations/0001-records.sql for what each column holds. */
export interface Tables extends DutyTables, MeetingTables {
  listValue: {
    list: string
    code: string
    labelFr: string
    labelEn: string
    labels: string
    groupCode: string | null
    position: number
    validFrom: string
    validTo: string | null
  }
  person: {
    id: string
    alias: string
    aliases: string
    foldedAliases: string
    legalName: string | null
    identifyingBasis: string | null
    ageBand: string
    ageEstimated: number
    gender: string
    genderEstimated: number
    populations: string
    bondStage: string
    engagedOn: string | null
    howMet: string
    languages: string
    strengths: string
    safetyNote: string
    sealedSafetyNote: string | null
    mergedInto: string | null
  }
  personMerge: { duplicateId: string; keepId: string; mergedAt: string; changes: string }
  dismissedDuplicate: { oneId: string; otherId: string }
  tie: { id: string; personId: string; otherId: string; kind: string; note: string }
  bondStageChange: { personId: string; changedOn: string; stage: string }
  contact: {
    id: string
    at: string
    unidentifiedCount: number
    kinds: string
    themes: string
    place: string
    durationMinutes: number
    mandateAxis: string
    initiative: string | null
    crisis: string | null
    aidGiven: string
    note: string
    sealedNote: string | null
    incomplete: number
  }
  contactPerson: {
    contactId: string
    personId: string
    position: number
    at: string
    durationMinutes: number
  }
  resource: {
    id: string
    organization: string
    service: string
    sector: string
    phone: string
    eligibility: string
    hours: string
    languages: string
    website: string
    address: string
    pivotContacts: string
    lastCheckedOn: string | null
    taxonomyCode: string
    note: string
    retiredOn: string | null
  }
  referral: {
    id: string
    personId: string
    contactId: string | null
    resourceId: string
    theme: string
    proposedOn: string
    accompaniedByWorker: number
    note: string
    state: string
    steps: string
    toldBackOn: string | null
    toldBackNote: string
  }
  followUp: {
    id: string
    title: string
    personId: string | null
    dueOn: string
    dueTime: string | null
    repetition: string
    seriesStartsOn: string
    contactId: string | null
    referralId: string | null
    incidentId: string | null
    doneAt: string | null
  }
  incident: {
    id: string
    at: string
    kinds: string
    intensity: number
    place: string
    outcome: string
    staffConcerned: number
    personId: string | null
    note: string
  }
  monthVisits: { month: string; count: number }
  groupActivity: {
    id: string
    title: string
    kind: string
    at: string
    place: string
    durationMinutes: number
    headcount: number
    mandateAxis: string
    note: string
  }
  staffSupport: {
    id: string
    kind: string
    at: string
    durationMinutes: number
    headcount: number
    safetyPulse: number | null
    note: string
  }
  workHours: {
    id: string
    day: string
    minutes: number
    part: string
    mandateAxis: string | null
    note: string
  }
  settings: { slot: number; fields: string }
  savedFilter: { id: string; list: string; name: string; filter: string }
  contactDraft: { slot: number; fields: string }
}
export type TableName = keyof Tables

export const primaryKeys = {
  listValue: ['list', 'code'],
  person: ['id'],
  personMerge: ['duplicateId'],
  dismissedDuplicate: ['oneId', 'otherId'],
  tie: ['id'],
  bondStageChange: ['personId', 'changedOn'],
  contact: ['id'],
  contactPerson: ['contactId', 'personId'],
  resource: ['id'],
  referral: ['id'],
  followUp: ['id'],
  incident: ['id'],
  monthVisits: ['month'],
  groupActivity: ['id'],
  staffSupport: ['id'],
  workHours: ['id'],
  settings: ['slot'],
  savedFilter: ['id'],
  contactDraft: ['slot'],
  ...dutyKeys,
  ...meetingKeys,
} as const satisfies { [T in TableName]: readonly (keyof Tables[T])[] }

export type Key<T extends TableName> = Pick<
  Tables[T],
  Extract<(typeof primaryKeys)[T][number], keyof Tables[T]>
>

/** Builds and compiles queries; the store runs them, so there is no driver here. */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
