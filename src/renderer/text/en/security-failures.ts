/** What may be refused in the security of the vault and its copies. */
export const securityFailures = {
  'already-let-in': {
    what: 'The coordinator already has access to this notebook.',
    next: 'Nothing changed. To change her passphrase or let somebody else in, renew the keys.',
  },
  'backup-damaged': {
    what: 'This backup is no longer what was written.',
    next: 'The notebook was not touched. Do not rely on this backup any more: make a new one, or try another.',
  },
  'backup-failed': {
    what: 'The backup could not be written and read back without a fault.',
    next: 'No file was left and the notebook is intact. Check the notebook, then try another disk.',
  },
  'backup-inside-vault': {
    what: 'A backup is not kept inside the notebook’s own folder.',
    next: 'Nothing was written. Choose another place, preferably another disk.',
  },
  'backup-missing': {
    what: 'The backup is not there, or cannot be read.',
    next: 'The notebook was not touched. Plug in the disk it is on, then try again.',
  },
  'backup-of-other': {
    what: 'This is a backup of another notebook.',
    next: 'It opens, but would not replace this one. Nothing changed. Try another one, or make a backup of this notebook.',
  },
  'backup-place-missing': {
    what: 'The place chosen for the backup is no longer there.',
    next: 'The notebook is intact. Plug the disk back in, or choose another place.',
  },
  'backup-too-new': {
    what: 'This backup comes from a newer version of Filigrane.',
    next: 'It was not touched. Update Filigrane, then try again.',
  },
  'coordinator-session': {
    what: 'The notebook was opened with the coordinator’s key.',
    next: 'Nothing changed. Only the worker can do this, with her own passphrase.',
  },
  'not-a-backup': {
    what: 'This file is not a Filigrane backup.',
    next: 'It was not touched. Choose a file whose name ends in “.filigrane-sauvegarde”.',
  },
  'backup-unreadable': {
    what: 'The disk of this backup does not answer.',
    next: 'The notebook was not touched, and the backup may be sound. Plug the disk in again or restart the computer, then try again. If it happens again, make a backup on another disk.',
  },
  'recovery-words-other': {
    what: 'These twelve words are those of another sheet, or of another notebook.',
    next: 'Nothing changed. Take the last sheet printed for this notebook; an older backup opens with the sheet of then.',
  },
  'same-passphrase': {
    what: 'The new worker must have a passphrase of her own.',
    next: 'Nothing changed. Choose one that whoever leaves does not know.',
  },
  'takeover-unrecorded': {
    what: 'The keys are changed, but the takeover could not be recorded whole.',
    next: 'The old passphrase opens nothing any more. The sealed notes to destroy may still be there. Make room or check the disk, then start the takeover again with the new passphrase.',
  },
  'worker-slot-needed': {
    what: 'The worker must keep access to her notebook.',
    next: 'Nothing changed. Give the worker a passphrase, then start again.',
  },
} as const
