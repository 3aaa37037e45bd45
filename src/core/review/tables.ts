/** The rows of the team meeting: see migrations/ for what each column holds. */
export interface MeetingTables {
  teamMeeting: {
    id: string
    openedAt: string
    closedAt: string | null
    closedBy: string | null
    coSignedAt: string | null
    sequence: number | null
  }
  fileReview: {
    id: string
    personId: string
    teamMeetingId: string | null
    question: string
    addedAt: string
    reviewedAt: string | null
    decision: string
  }
  reviewAction: {
    id: string
    fileReviewId: string
    title: string
    doer: string
    dueOn: string
    followUpId: string | null
  }
}

export const meetingKeys = {
  teamMeeting: ['id'],
  fileReview: ['id'],
  reviewAction: ['id'],
} as const satisfies { [T in keyof MeetingTables]: readonly (keyof MeetingTables[T])[] }
