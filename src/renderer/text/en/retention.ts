/** Of the duties: how long a closed file is kept, then destroyed or made anonymous. */
export const retention = {
  closedFile: 'Closed file',
  endsOn: 'kept until {{day}}',
  heldUntil: 'kept longer, until {{day}}: {{words}}',
  retentionStates: { kept: 'kept', held: 'held', due: 'to decide' },
  dueTitle_one: '{{count}} closed file awaits a decision.',
  dueTitle_other: '{{count}} closed files await a decision.',
  dueText:
    'The time to keep them is over. Somebody decides: destroy, anonymize, or keep longer with a reason.',
  retentionEmpty: 'No closed file',
  retentionEmptyText: 'When a bond closes, its file comes here with the time it is kept.',
  hold: 'Keep longer',
  holdUntil: 'Until',
  holdWords: 'Why',
  holdHint: 'a lawsuit, a complaint under way…',
  held: 'File held',
  decide: 'Decide on the file',
  decideNow: { destroy: 'Destroy the file', anonymize: 'Anonymize the file' },
  mode: 'What becomes of it',
  modes: { destroy: 'Destroyed', anonymize: 'Anonymized' },
  modeNotes: {
    destroy: 'Everything written about this person disappears.',
    anonymize:
      'The meetings stay to be counted, without anybody and without a word; all the rest disappears.',
  },
  because: 'Because',
  reasonsToErase: {
    retention: 'The time to keep it is over',
    request: 'The person asks for it',
  },
  obligationsTitle: 'This file cannot be erased yet.',
  obligations: {
    'file-open': 'The file is not closed: close it first.',
    'keeping-runs': 'It is still to be kept: wait, or say that the person asks for it.',
    'request-open': 'A request awaits its answer: answer it.',
    'disclosure-open': 'A disclosure without consent is to be followed: close it.',
    'incident-open': 'A confidentiality incident concerns this person: finish it.',
  },
  aloneCount_one: '{{count}} meeting with nobody else.',
  aloneCount_other: '{{count}} meetings with nobody else.',
  staying: 'Texts that stay with the files of others',
  blankText: 'Blank this text',
  decidedBy: 'Decided by',
  irreversible: 'Nothing will bring this file back.',
  outOfReach:
    'The known backups that are connected are removed too: make a new one. Out of reach: a backup that is away (see Settings), a copy of the notebook made outside Filigrane, a document printed or handed over. Destroy them by hand. Releases stay: rounded numbers in which nobody can be recognized.',
  erased: 'File erased',
  erasures: 'Decisions taken',
  erasureModes: { destroy: 'File destroyed', anonymize: 'File anonymized' },
  unfinished: 'An erasure is not finished.',
  unfinishedText:
    'The person is no longer in the notebook, but an older generation still holds the file. Free some space, then try again.',
} as const
