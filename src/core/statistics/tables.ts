import { query } from '../caseload/tables.ts'

/** The rows of migrations/*.sql. */
type StatisticsTables = {
  releaseYear: { year: number; catalogue: string; pseudonymKey: Uint8Array | null }
  closing: { period: string; closedAt: string; facts: string }
  countedRecord: { recordId: string }
  ledgerEntry: {
    sequence: number
    period: string
    publishedAt: string
    purpose: string
    approver: string
    catalogueHash: string
    filesHash: string
    previous: string
    hash: string
    register: string
  }
  /** A view: never null. */
  dayFacts: { day: string; facts: string }
  releaseFile: { sequence: number; name: string; bytes: Uint8Array }
}

/** Compiles queries over the caseload and the releases together. */
export const statisticsQuery = query.withTables<StatisticsTables>()
