/** Why an update is refused, and what to do. */
export const updateFailures = {
  'not-an-update': {
    what: 'This file is not a Filigrane update.',
    next: 'Nothing changed. Choose a file whose name ends with “.filigrane-maj”.',
  },
  'update-altered': {
    what: 'What this update holds is not what was signed.',
    next: 'Nothing was installed. Do not keep this file: ask for it again from whoever gave it to you.',
  },
  'update-downgrade': {
    what: 'This update is older than your version of Filigrane.',
    next: 'Nothing changed. You already have better; ask for the latest.',
  },
  'update-key-missing': {
    what: 'This version of Filigrane can verify no update: it was built without a key.',
    next: 'Nothing changed. Install the new version as you did the first time, handed to you by your organization.',
  },
  'update-loses-records': {
    what: 'This update could not read everything your notebook holds.',
    next: 'Nothing changed. Ask for a later version.',
  },
  'update-missing': {
    what: 'The update is no longer there, or cannot be read.',
    next: 'Nothing changed. Plug the USB key in again, or copy the file to this computer, then choose it again.',
  },
  'update-needs-backup': {
    what: 'No backup was made since this update was verified.',
    next: 'Nothing was installed. Make the backup first, then start again.',
  },
  'update-not-opened': {
    what: 'The update could not be installed.',
    next: 'Nothing changed. Try again, or install the new version as you did the first time.',
  },
  'update-not-ready': {
    what: 'This update was not verified since the notebook was opened.',
    next: 'Nothing was installed. Choose its file again.',
  },
  'update-other-key': {
    what: 'This update is signed by somebody Filigrane does not know.',
    next: 'Nothing was installed. Tell your organization: this file may not come from it.',
  },
  'update-other-platform': {
    what: 'This update is for another kind of computer, or another kind of installation.',
    next: 'Nothing changed. Ask for the one for your system.',
  },
  'update-same-version': {
    what: 'You already have this version of Filigrane.',
    next: 'There is nothing to install.',
  },
  'update-signature-bad': {
    what: 'The signature of this update is not good.',
    next: 'Nothing was installed. Do not keep this file and tell your organization: it was changed, or damaged on its way.',
  },
  'update-skips-version': {
    what: 'Your version is too old to go straight to this one.',
    next: 'Nothing changed. First install the version in between that your organization will give you.',
  },
  'update-truncated': {
    what: 'The end of this file is missing: the copy stopped on its way.',
    next: 'Nothing was installed. Copy the file again, whole.',
  },
  'update-unreadable': {
    what: 'This update is properly signed, but too new for your version.',
    next: 'Nothing changed. First install the version in between that your organization will give you.',
  },
} as const
