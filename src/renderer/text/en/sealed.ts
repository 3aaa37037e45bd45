export const sealed = {
  title: 'Sealed note',
  open: 'Open',
  opened: 'Sealed note, open here',
  close: 'Close',
  edit: 'Open to edit',
  workerOnly: 'Only the outreach worker can open it.',
  seal: 'Seal this note',
  olderBackups: 'A backup made before still holds the former text: make a new one and delete the old ones.',
  sealNote:
    'Only your passphrase and the recovery words will open it. The coordinator will know that it exists, without being able to read it; the search will not find it, and this cannot be undone if the note existed already.',
} as const
