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
  aloneCount_zero: 'No meeting with this person alone.',
  aloneCount_one: '{{count}} meeting with this person alone.',
  aloneCount_other: '{{count}} meetings with this person alone.',
  staying: 'Texts that stay with the files of others',
  blankText: 'Blank this text',
  sealedText:
    'Sealed note: Filigrane will look for this person in it and take the words out, without showing it.',
  sealedUnread:
    'Sealed note that your key does not open. Blank it, or let the outreach worker erase this file with hers.',
  sealedCorrected_one: '{{count}} sealed note of another file names this person: it will be corrected.',
  sealedCorrected_other: '{{count}} sealed notes of other files name this person: they will be corrected.',
  unreadElsewhere_one: '{{count}} sealed note of another file cannot be read again with your key.',
  unreadElsewhere_other: '{{count}} sealed notes of other files cannot be read again with your key.',
  unreadElsewhereText:
    'If one of them names this person, the name will stay in it. Opened by the outreach worker, the notebook reads them all again.',
  copiesToRemove: 'Backups that will be deleted',
  copiesOut: 'Backups out of reach now',
  decidedBy: 'Decided by',
  irreversible: 'Nothing will bring this file back.',
  outOfReach:
    'Known backups within reach are deleted too: make a new one. Out of reach remain: an unplugged backup, a copy of the notebook made outside Filigrane, a copy of a file or a register that was printed or handed over, a review package. Destroy them by hand. Releases stay: rounded numbers, in which nobody can be recognized.',
  copiesLeft_one: '{{count}} backup still holds somebody who was erased.',
  copiesLeft_other: '{{count}} backups still hold somebody who was erased.',
  copiesLeftText: {
    here: 'The disk refuses to delete it. Check that the folder can be changed, then try again.',
    away: 'Unplugged, moved or already destroyed. Plug it in, then try again; destroyed by hand, take it off the list in Settings.',
    changed:
      'Another file took its place: Filigrane does not touch it. Find the copy and destroy it by hand.',
  },
  copiesStates: { here: 'refused by the disk', away: 'out of reach', changed: 'replaced' },
  packagesLeft_one: '{{count}} review package holds this file and still opens.',
  packagesLeft_other: '{{count}} review packages hold this file and still open.',
  packageLeft: 'For “{{name}}”, made {{made}}: opens until {{until}}.',
  packagesLeftText:
    'The erasure does not touch it: ask that the file and its copies (computer, USB stick, email) be deleted.',
  erased: 'File erased',
  erasures: 'Decisions taken',
  erasureModes: { destroy: 'File destroyed', anonymize: 'File anonymized' },
  erasing: 'Erasing the file',
  erasingText:
    'Texts, indexes and everything older on the disk are being cleaned. Cancelling does not bring back a file already erased: the cleaning would then remain to be finished.',
  purging: 'Cleaning the disk',
  purgingText: 'Cancelling stops the cleaning and harms nothing; you can start it again.',
  unfinished: 'An erasure is not finished.',
  unfinishedText:
    'The person is no longer in the notebook, but an older generation still holds the file. Free some space, then try again.',
} as const
