export const roles = {
  coordinatorStrip:
    'Opened with the coordinator’s key: everything can be read and reviewed but sealed notes; files and notes stay with the outreach worker.',
  readOnlyTitle: 'Read only',
  readOnlyText:
    'The notebook is open with the coordinator’s key: these fields stay with the outreach worker.',
  reviewTitle: 'Review',
  reviewText:
    'With your key you read files, the agenda, referrals and statistics, and you approve releases. You do not write in the notes, and sealed notes stay closed to you.',
  whose: 'Who is opening?',
  worker: 'Outreach worker',
  coordinator: 'Coordinator',
  recovery: 'Recovery words',
} as const
