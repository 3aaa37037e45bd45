import type { AnyFailure } from '#shared/contract'
import { dutyFailures } from './duty-failures.ts'
import { packageFailures } from './package-failures.ts'
import { securityFailures } from './security-failures.ts'
import { teamFailures } from './team-failures.ts'
import { updateFailures } from './update-failures.ts'

type FailureText = { what: string; next: string }

export const failures = {
  ...dutyFailures,
  ...teamFailures,
  ...packageFailures,
  ...securityFailures,
  ...updateFailures,
  'already-exists': {
    what: 'A notebook already exists there.',
    next: 'It was not touched. Open it, or choose another folder.',
  },
  'already-merged': {
    what: 'One of these files is already merged with another.',
    next: 'Nothing was merged. Go back to the list of persons, then start again with the file that remains.',
  },
  'already-published': {
    what: 'This period is already published.',
    next: 'Nothing left again. It is in the Releases tab.',
  },
  'already-tied': {
    what: 'These two persons already have this tie.',
    next: 'Nothing was added. Correct the existing tie, or choose another.',
  },
  'axis-not-valid': {
    what: 'This mandate axis did not exist on that day.',
    next: 'Your text stays on the screen. Choose an axis valid on that date, or correct the date.',
  },
  'before-mandate': {
    what: 'This date is before the start of the mandate.',
    next: 'Correct the date, or the start of the mandate in the settings.',
  },
  cancelled: { what: 'Choice cancelled.', next: 'Nothing changed.' },
  'catalogue-fixed': {
    what: 'The catalogue of this year is already fixed.',
    next: 'It can no longer change, so that the year’s releases stay comparable and safe. You can adopt another for the next year.',
  },
  'catalogue-invalid': {
    what: 'This order does not hold every category exactly once, the residual one last.',
    next: 'Nothing was adopted. Start again from the proposed order.',
  },
  'changed-since': {
    what: 'Cannot undo: this record has changed since.',
    next: 'Nothing was undone. Correct the record itself.',
  },
  'clock-moved-back': {
    what: 'The computer’s clock is behind: the last release would be in the future.',
    next: 'Nothing left. Set the computer’s clock, then try again.',
  },
  'disk-full': {
    what: 'The disk is full.',
    next: 'What was saved is intact and what you wrote stays on the screen. Free some space, then try again.',
  },
  'disk-unreadable': {
    what: 'The disk does not answer.',
    next: 'The notebook was not touched. Plug the disk in again or restart the computer, then try again. If it comes back, the disk may be failing: restore a backup copy elsewhere.',
  },
  'folder-not-empty': {
    what: 'The folder of this release already holds something.',
    next: 'Nothing was written. Choose another folder or empty this one.',
  },
  'identifying-field-refused': {
    what: 'The file of a child under 14 cannot hold a legal name.',
    next: 'The rest of the file is on the screen. Erase the name, or write that a parent consents to it, or why it is clearly for the child’s benefit.',
  },
  'import-archive-suspicious': {
    what: 'This file is built in a way that could do harm.',
    next: 'It was not opened and nothing was imported. Open it in a spreadsheet, then save it again as CSV.',
  },
  'import-changed': {
    what: 'The file has changed since it was checked.',
    next: 'Nothing was imported. Check it again.',
  },
  'import-empty': {
    what: 'This file holds no row.',
    next: 'Nothing was imported. The first line must name the columns, and the following ones fill them.',
  },
  'import-encoding': {
    what: 'The text of this file is in an encoding that Filigrane does not recognize.',
    next: 'Nothing was imported, so as not to damage the accents. In a spreadsheet, save it as “CSV UTF-8”.',
  },
  'import-format': {
    what: 'This is not a kind of file that can be imported here.',
    next: 'Nothing was imported. Choose a CSV or XLSX table; for resources, an Open Referral directory will do as well.',
  },
  'import-malformed': {
    what: 'This file is malformed: a quotation mark never closed, or an end that is missing.',
    next: 'Nothing was imported. Open it in a spreadsheet, correct it and save it again.',
  },
  'import-no-file': { what: 'No file is chosen.', next: 'Nothing was imported. Choose a file first.' },
  'import-refused': {
    what: 'One of the rows cannot be entered in the notebook.',
    next: 'Nothing was imported: everything is as before. Check the file again.',
  },
  'import-too-deep': {
    what: 'This file nests its data too deeply.',
    next: 'It was not read and nothing was imported. Ask whoever produced it for another file.',
  },
  'import-too-large': {
    what: 'This file is too large.',
    next: 'It was not read and nothing was imported. The limit is 50 MB; split it into several files.',
  },
  'import-too-many-columns': {
    what: 'This table has too many columns.',
    next: 'Nothing was imported. The limit is 500; keep those that are needed.',
  },
  'import-too-many-rows': {
    what: 'This table has too many rows.',
    next: 'Nothing was imported. The limit is 20,000 rows, so that all of it can be undone at once; split it, one year in each file for instance.',
  },
  'import-unreadable': {
    what: 'This file cannot be read.',
    next: 'Nothing was imported. If it was moved or the disk is unplugged, choose it again.',
  },
  'in-the-future': {
    what: 'The given moment has not come yet.',
    next: 'Correct the date or the time. For later, enter a follow-up.',
  },
  internal: {
    what: 'An error in Filigrane prevented this action.',
    next: 'What was saved is intact. Try again; if the error comes back, lock and reopen the notebook.',
  },
  'invalid-input': {
    what: 'This request does not have the expected form.',
    next: 'Nothing was saved. Check the fields, then try again.',
  },
  'ledger-altered': {
    what: 'The register of releases was modified outside Filigrane.',
    next: 'As a precaution, nothing will be published. Your notes are intact. Tell your organization.',
  },
  'merge-too-long': {
    what: 'The two files together do not fit in one.',
    next: 'Nothing was merged. Shorten the strengths or the safety note, or remove aliases, then start again.',
  },
  'no-folder': {
    what: 'The folder is not chosen, or is no longer there.',
    next: 'Nothing left. Choose where to put the files.',
  },
  'trial-only': {
    what: 'This is a trial: nothing leaves it.',
    next: 'No file was written, so that invented figures never pass for true ones. In your own caseload, the file would be made here.',
  },
  'no-permission': {
    what: 'This folder refuses writing or reading.',
    next: 'Nothing changed. Choose a folder of your own, or ask for access to it.',
  },
  'nobody-met': {
    what: 'Somebody is missing.',
    next: 'Name at least one person, or count an unidentified one. Your note stays on the screen.',
  },
  'not-a-vault': {
    what: 'This folder is not a Filigrane notebook.',
    next: 'It was not touched. Choose a folder whose name ends with “.filigrane”.',
  },
  'not-found': {
    what: 'This record no longer exists.',
    next: 'It was removed in the meantime. The rest is intact.',
  },
  'nothing-to-publish': {
    what: 'There is nothing to publish for this period.',
    next: 'No contact is entered in it.',
  },
  'nothing-to-undo': {
    what: 'There is nothing left to undo or redo.',
    next: 'The notebook is as you see it.',
  },
  'nothing-whole': {
    what: 'No state of this notebook is whole.',
    next: 'Nothing in it was changed. Keep the folder as it is and restore a backup copy.',
  },
  'only-bond-stage': {
    what: 'It is the only bond stage entered.',
    next: 'It stays. Correct it instead, or first add the one that replaces it.',
  },
  'period-open': {
    what: 'This period is not over.',
    next: 'It can be published the day after its last day.',
  },
  'period-reversed': { what: 'The end is before the start.', next: 'Swap the two dates.' },
  'period-too-long': {
    what: 'This period is too long for the screen.',
    next: 'Nothing is lost. Choose a period of one year at most.',
  },
  'printing-failed': {
    what: 'The PDF document could not be produced.',
    next: 'Nothing left and the period stays open. Try again.',
  },
  'read-only': {
    what: 'The notebook is read-only, because a part of it is damaged.',
    next: 'All that can be read still can; nothing new is written over it. Copy the folder and tell your organization.',
  },
  'reassessment-past': {
    what: 'The date of the risk reassessment must follow that of the release.',
    next: 'Nothing left. Choose a date to come.',
  },
  'recovery-words-invalid': {
    what: 'These twelve words do not form a recovery key.',
    next: 'Nothing changed. Check the order and the spelling of each word on your sheet.',
  },
  'recovery-words-mismatch': {
    what: 'One of the two words does not match.',
    next: 'The notebook is not created yet. Read again the sheet you have just printed or copied.',
  },
  'resource-retired': {
    what: 'This resource is no longer offered.',
    next: 'Your text stays on the screen. Choose another, or reopen it in the directory.',
  },
  'same-person': {
    what: 'Two different persons are needed.',
    next: 'Nothing changed. Choose another person.',
  },
  'self-check-failed': {
    what: 'The check before publishing failed.',
    next: 'It is an error in Filigrane, not in your notes. Nothing left and the period stays open. Tell your organization.',
  },
  'step-not-allowed': {
    what: 'This step, or this date, does not follow the others.',
    next: 'Nothing changed. The steps of a referral follow each other, and so do their dates.',
  },
  'still-referenced': {
    what: 'Other records still speak of it.',
    next: 'Nothing was removed. First remove those contacts, follow-ups or referrals.',
  },
  'too-few-persons': {
    what: 'Too few persons were met in each quarter of this year.',
    next: 'The year can say nothing without risk. The quarters’ releases, which say so with an “x”, stand for it.',
  },
  'transaction-too-large': {
    what: 'This file holds too much text for one import.',
    next: 'Nothing was imported: everything is as before. An import fits in 64 MB, so that all of it can be undone at once; split the file, one year in each for instance.',
  },
  'unknown-link': {
    what: 'The record this follow-up came from no longer exists.',
    next: 'Your text stays on the screen. Remove the link, then save.',
  },
  'unknown-person': {
    what: 'One of the persons no longer exists.',
    next: 'Your text stays on the screen. Remove that person or choose again.',
  },
  'unknown-resource': {
    what: 'This resource no longer exists.',
    next: 'Choose another. The rest is intact.',
  },
  'vault-damaged': {
    what: 'This notebook is damaged and cannot be opened.',
    next: 'Nothing was written to it. Keep the folder as it is and try a backup copy.',
  },
  'vault-in-use': {
    what: 'This notebook is already open elsewhere.',
    next: 'Nothing changed. Close the other Filigrane window or the other session of this computer, then try again. If nothing else is open, restart the computer.',
  },
  'vault-locked': {
    what: 'The notebook is locked.',
    next: 'Everything is saved. Open it with your passphrase.',
  },
  'vault-missing': {
    what: 'The notebook is no longer there.',
    next: 'If it was moved, or if the disk is unplugged, choose its new place.',
  },
  'vault-too-new': {
    what: 'This notebook comes from a newer version of Filigrane.',
    next: 'It was not touched. Update Filigrane to open it.',
  },
  'vault-whole': {
    what: 'No damage was found.',
    next: 'All of the notebook was read, and nothing in it was changed. Open it with your passphrase.',
  },
  'write-failed': {
    what: 'Writing to the disk failed.',
    next: 'What was saved is intact and what you wrote stays on the screen. Check the disk, then try again.',
  },
  'writing-stopped': {
    what: 'The disk refused to be written to: nothing more is saved.',
    next: 'What was saved is intact and what you wrote stays on the screen. Copy that text elsewhere, on paper for instance, lock the notebook, then reopen it. If it happens again, the disk may be failing: restore a backup on another one.',
  },
  'wrong-passphrase': {
    what: 'This is not the right passphrase.',
    next: 'The notebook was not touched. Check Caps Lock, the keyboard’s language and the accents, then try again.',
  },
  'year-incomplete': {
    what: 'The four quarters of this year are not all published.',
    next: 'First publish the quarters that are missing.',
  },
} as const satisfies Record<AnyFailure, FailureText>
