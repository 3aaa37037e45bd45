/** The two words the stand-in shows a person, in place of the desktop's own. */
export const DIALOG_TEXT = { accept: 'OK', cancel: 'Annuler' }
