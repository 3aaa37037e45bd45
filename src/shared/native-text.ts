import type { Language } from './language.ts'

/** Of a vault that nobody named. The same in every language: changing it must not make the program look elsewhere. */
export const defaultVaultName = 'carnet.filigrane'

const fr = {
  chooseExistingVault: 'Ouvrir un carnet',
  chooseNewVault: 'Créer un carnet',
  chooseReleaseFolder: 'Dossier des publications',
  chooseRegisterFile: 'Registre interne des publications',
  registerName: 'registre-interne.pdf',
  pdf: 'Document PDF',
  chooseDocumentFolder: 'Dossier du document',
  chooseImportFile: 'Importer un fichier',
  importFiles: 'Tableaux et répertoires (CSV, XLSX, JSON, ZIP)',
  choose: 'Choisir',
  create: 'Créer ici',
  save: 'Enregistrer',
  /** Never a name, never a title: a notification is read by whoever passes. */
  followUpsDue: (count: number) => (count === 1 ? '1 suivi prévu' : `${count} suivis prévus`),
  menu: {
    about: 'À propos de Filigrane',
    hide: 'Masquer Filigrane',
    hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher',
    quit: 'Quitter Filigrane',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    window: 'Fenêtre',
    minimize: 'Placer dans le Dock',
    zoom: 'Réduire ou agrandir',
    front: 'Tout ramener au premier plan',
  },
}

const en: typeof fr = {
  chooseExistingVault: 'Open a notebook',
  chooseNewVault: 'Create a notebook',
  chooseReleaseFolder: 'Folder for releases',
  chooseRegisterFile: 'Internal register of releases',
  registerName: 'internal-register.pdf',
  pdf: 'PDF document',
  chooseDocumentFolder: 'Folder of the document',
  chooseImportFile: 'Import a file',
  importFiles: 'Tables and directories (CSV, XLSX, JSON, ZIP)',
  choose: 'Choose',
  create: 'Create here',
  save: 'Save',
  followUpsDue: (count) => (count === 1 ? '1 follow-up planned' : `${count} follow-ups planned`),
  menu: {
    about: 'About Filigrane',
    hide: 'Hide Filigrane',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit Filigrane',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
  },
}

/** Texts of the system's own dialogs and menus, which the window's dictionary cannot reach. */
export const nativeText: Record<Language, typeof fr> = { fr, en }
