/** Failures of what the worker and the coordinator do together: who may, the team meeting, sealed notes. */
export const teamFailures = {
  'agenda-empty': {
    what: 'Nothing is on the agenda.',
    next: 'Nothing began. First put a file on the agenda.',
  },
  'already-on-agenda': {
    what: 'This file is already on the agenda.',
    next: 'Nothing was added. Edit the question that is there instead.',
  },
  'already-reviewed': {
    what: 'This file was already reviewed in a meeting.',
    next: 'Nothing changed. To talk about it again, put it on the agenda again.',
  },
  'already-signed': {
    what: 'This meeting is already signed by the coordinator.',
    next: 'Nothing changed.',
  },
  'meeting-going-on': {
    what: 'A meeting is already going on.',
    next: 'Nothing changed. Resume it, or close it first.',
  },
  'no-meeting': {
    what: 'No meeting is going on.',
    next: 'What you wrote stays on the screen. Start the meeting, then save again.',
  },
  'coordinator-only': {
    what: 'This is for the coordinator, under her own key.',
    next: 'Nothing changed. She can open the notebook with her passphrase and do it herself.',
  },
  'worker-only': {
    what: 'This is for the outreach worker to do.',
    next: 'Nothing changed. The coordinator’s key reads and reviews the notebook; files and notes stay with whoever writes them.',
  },
  'sealed-copies-remain': {
    what: 'The note is saved and sealed, but older copies of the notebook could not be removed.',
    next: 'Its former text can still be read there with the notebook’s key, until they are recycled. Check that the notebook’s folder can be changed, then lock and open it again.',
  },
  'sealed-note-unread': {
    what: 'A sealed note, kept with somebody else, does not open with this key.',
    next: 'Nothing was erased. Blank this note, or let the outreach worker erase the file with her own key.',
  },
  'safety-notes-differ': {
    what: 'Only one of the two safety notes is sealed.',
    next: 'Nothing was merged. Seal the other one too, or open the first to unseal it, then try again.',
  },
  'note-unreadable': {
    what: 'This sealed note does not open.',
    next: 'It is untouched in the notebook, but it was not sealed for this key, or it is damaged. Try with a recent backup.',
  },
} as const
