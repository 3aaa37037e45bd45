import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'

/** The rows as SQLite stores them: see migrations/0001-records.sql for what each column holds. */
export interface Tables {
  listValue: {
    list: string
    code: string
    labelFr: string
    labelEn: string
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
  }
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
    crisis: string | null
    aidGiven: string
    note: string
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
    pivotContact: string
    note: string
  }
  referral: {
    id: string
    personId: string
    contactId: string | null
    resourceId: string
    theme: string
    proposedOn: string
    note: string
    state: string
    steps: string
  }
  followUp: {
    id: string
    title: string
    personId: string | null
    dueOn: string
    dueTime: string | null
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
  contactDraft: { slot: number; fields: string }
}
export type TableName = keyof Tables

export const primaryKeys = {
  listValue: ['list', 'code'],
  person: ['id'],
  bondStageChange: ['personId', 'changedOn'],
  contact: ['id'],
  contactPerson: ['contactId', 'personId'],
  resource: ['id'],
  referral: ['id'],
  followUp: ['id'],
  incident: ['id'],
  contactDraft: ['slot'],
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
