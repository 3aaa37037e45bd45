/** What may be refused of review packages and of the keys they are sealed for. */
export const packageFailures = {
  'card-damaged': {
    what: 'This key file is damaged.',
    next: 'Nothing was registered. Ask for a new one, saved from Filigrane.',
  },
  'card-too-new': {
    what: 'This key comes from a newer version of Filigrane.',
    next: 'Nothing was registered. Update Filigrane, then try again.',
  },
  'expiry-out-of-range': {
    what: 'A package opens from today to thirty days, no more.',
    next: 'Nothing left. Choose a nearer day.',
  },
  'file-missing': {
    what: 'The file chosen is no longer there, or cannot be read.',
    next: 'Nothing changed. Plug the USB key it is on again, or choose it again.',
  },
  'key-differs': {
    what: 'Another key is already registered by that name.',
    next: 'Nothing was registered. Check by voice that the key did change, then confirm; or give another name.',
  },
  'not-a-card': {
    what: 'This file is not a review key.',
    next: 'It was not touched. Choose a file whose name ends with “.filigrane-cle”.',
  },
  'not-a-package': {
    what: 'This file is not a review package.',
    next: 'It was not touched. Choose a file whose name ends with “.filigrane-revue”.',
  },
  'number-differs': {
    what: 'The file is no longer the one whose number you compared.',
    next: 'Nothing was registered nor opened. Start again from the choice of the file, and compare again.',
  },
  'own-card': {
    what: 'This is your own key.',
    next: 'Nothing was registered. Choose the file the other person handed to you.',
  },
  'package-already-opened': {
    what: 'This package was already opened.',
    next: 'It does not open twice. To read it again, ask its maker for a new one.',
  },
  'package-clock-behind': {
    what: 'The clock of this computer is behind.',
    next: 'The package was not opened. Your notebook, or the package itself, saw a later date. Set the clock right, then try again; if it is right, ask for a new package.',
  },
  'package-damaged': {
    what: 'This package is damaged: cut short, or changed.',
    next: 'Nothing was opened. Ask for it again.',
  },
  'package-expired': {
    what: 'This package has expired.',
    next: 'It does not open any more. Ask for a new one if the review is still useful.',
  },
  'package-foreign': {
    what: 'This package is not sealed for this notebook.',
    next: 'Nobody can open it here. Check with its maker which key was used: yours may have changed since.',
  },
  'package-forged': {
    what: 'The signature of this package is false.',
    next: 'Nothing was opened. It does not come from whom it says: tell the person in charge of the protection of personal information.',
  },
  'package-sender-unknown': {
    what: 'The key that signed this package is not registered.',
    next: 'Nothing was opened. Compare its number by voice, then register it.',
  },
  'package-too-large': {
    what: 'This package is too large.',
    next: 'Nothing left nor was opened. Choose fewer files, or only what follows the last review.',
  },
  'package-too-new': {
    what: 'This package comes from a newer version of Filigrane.',
    next: 'It was not touched. Update Filigrane, then try again.',
  },
} as const
