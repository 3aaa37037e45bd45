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
  rightsRequest: {
    id: string
    kind: string
    personId: string | null
    requester: string
    receivedOn: string
    words: string
    identityCheckedOn: string | null
    extendedTo: string | null
    extensionWords: string
    answeredOn: string | null
    outcome: string | null
    answer: string
    lateWords: string
  }
  disclosure: {
    id: string
    at: string
    personId: string | null
    basis: string
    recipient: string
    information: string
    reasons: string
    personToldOn: string | null
    sequel: string
    closedOn: string | null
  }
  confidentialityIncident: {
    id: string
    information: string
    circumstances: string
    happenedFrom: string
    happenedUntil: string | null
    isPeriodApproximate: number
    knownOn: string
    personCount: number
    isCountApproximate: number
    sensitivity: string
    misuse: string
    consequences: string
    probability: string
    seriousRisk: number
    conclusion: string
    consultedOn: string | null
    commissionToldOn: string | null
    personsToldOn: string | null
    notToldWords: string
    publicNotice: number
    measures: string
    closedOn: string | null
  }
  confidentialityIncidentPerson: { incidentId: string; personId: string }
  erasure: {
    id: string
    code: string
    mode: string
    reason: string
    decidedBy: string
    decidedOn: string
    removed: number
    kept: number
    texts: number
    purgedOn: string | null
    purgedSequence: number | null
    packages: string
  }
  retentionHold: { personId: string; until: string; words: string }
}

export const dutyKeys = {
  consent: ['id'],
  noticeReading: ['id'],
  rightsRequest: ['id'],
  disclosure: ['id'],
  confidentialityIncident: ['id'],
  confidentialityIncidentPerson: ['incidentId', 'personId'],
  erasure: ['id'],
  retentionHold: ['personId'],
} as const satisfies { [T in keyof DutyTables]: readonly (keyof DutyTables[T])[] }
