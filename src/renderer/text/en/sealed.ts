export const sealed = {
  title: 'Sealed note',
  open: 'Open',
  opened: 'Sealed note, open here',
  close: 'Close',
  edit: 'Open to edit',
  workerOnly: 'Only the outreach worker can open it.',
  seal: 'Seal this note',
  sealNote:
    'Only your passphrase and the recovery words will open it. The coordinator will know that it exists, without being able to read it; the search will not find it.',
  sealIsFinal: 'Once saved, this seal cannot be undone.',
  olderBackups: 'A backup made before still holds the former text: make a new one and delete the old ones.',
  liftIsFinal: 'Once saved, lifting the seal cannot be undone.',
  lifted: 'The coordinator will be able to read this note, and the search will find it.',
} as const
