export const trial = {
  offer: 'Try it with a fictional caseload',
  preparing: 'Inventing a caseload…',
  title: 'Trial caseload.',
  text: 'All of it is invented, none of it is kept, nothing leaves it. If a passphrase is asked for:',
  leave: 'Leave the trial',
  tourAgain: 'Resume the tour',
  tour: 'Guided tour',
  closeTour: 'Close the tour',
  step: 'Tour, {{step}} of {{steps}}',
  back: 'Back',
  next: 'Next',
  end: 'Finish and lock',
  stops: {
    today: {
      title: 'Today, at a glance',
      text: 'Follow-ups due, the next meeting and the latest contacts. This is the invented caseload of an outreach worker, after five months.',
      try: 'Tick a follow-up: one click undoes it.',
    },
    note: {
      title: 'The quick note',
      text: 'Between two people: two letters of an alias, a sentence, Ctrl+Enter. The rest is filled in as it was last time.',
      try: 'From anywhere:',
    },
    people: {
      title: 'People',
      text: 'An alias is enough. The timeline of a file mixes contacts, referrals, follow-ups and incidents.',
      try: 'Open a file, or search everywhere:',
    },
    followUps: {
      title: 'Follow-ups',
      text: 'Overdue first, then the week. Another view tells who has not been seen for a while.',
      try: 'Put a follow-up off until tomorrow.',
    },
    meeting: {
      title: 'The team meeting',
      text: 'One file at a time, names hidden, ready for a projector. What is decided there becomes a follow-up.',
      try: 'Begin the meeting, move on with the arrows.',
    },
    statistics: {
      title: 'Statistics',
      text: 'Explore freely: it stays on this computer. “Publish” prepares what may leave: numbers, never persons.',
      try: 'Look at the preview of a release.',
    },
    lock: {
      title: 'Lock',
      text: 'Whenever you look away, or after five minutes. This trial then disappears; your own caseload will wait, encrypted.',
      try: 'With one key:',
    },
  },
}
