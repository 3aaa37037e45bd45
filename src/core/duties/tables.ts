/** The rows of the duties: see migrations/ for what each column holds. */
export interface DutyTables {
  consent: {
    id: string
    personId: string
    purpose: string
    resourceId: string | null
    words: string
    express: number
    givenBy: string
    parent: string
    givenOn: string
    validUntil: string | null
    withdrawnOn: string | null
    withdrawalWords: string
  }
  noticeReading: { id: string; personId: string; readOn: string; handed: number; note: string }
}

export const dutyKeys = {
  consent: ['id'],
  noticeReading: ['id'],
} as const satisfies { [T in keyof DutyTables]: readonly (keyof DutyTables[T])[] }
