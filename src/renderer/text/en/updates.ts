export const updates = {
  tab: 'Updates',
  title: 'Filigrane {{version}}',
  note: 'Filigrane never goes on the Internet: it looks for no update and downloads none. Your organization hands you one in a file, on a USB key for instance. Filigrane verifies who signed it and that nothing in it changed, then makes a backup of your notebook before letting it install.',
  noKey: 'This version can verify no update',
  noKeyText:
    'It was built without a key. To change versions, install the new one as you did the first time: your organization hands it to you in person.',
  choose: 'Choose an update…',
  checking: 'Verifying the update',
  checkingText: 'You can cancel: nothing is installed.',
  found: 'Update {{version}}',
  sound: 'Signature verified',
  soundText: '“{{name}}”, {{size}}, is the one your organization signed.',
  changes: 'What changes',
  backupStep: 'First, a backup of the notebook',
  backupText:
    'An update may reorganize the notebook. Should anything go wrong, this backup would give it back as it is now.',
  backup: 'Make a backup…',
  backedUp: 'Backup made and read back: “{{name}}”.',
  installStep: 'Then, the installation',
  installText:
    'The notebook locks, Filigrane closes and the installation begins. Then open Filigrane again as usual.',
  install: 'Close and install',
  preparing: 'Last verification',
  preparingText: 'The backup and the update are read again. You can cancel: nothing is installed.',
  licences: 'Free software',
  licencesNote:
    'Filigrane is free software, under the MIT licence. It is made with the work of others: their names and licences are here, whole.',
  showLicences: 'Show the licences',
  licencesText: 'Licences, in full',
} as const
