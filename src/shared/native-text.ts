/** Texts of the system's own dialogs and menus, which the window's dictionary cannot reach. */
export const nativeText = {
  chooseExistingVault: 'Ouvrir un carnet',
  chooseNewVault: 'Créer un carnet',
  chooseReleaseFolder: 'Dossier des publications',
  chooseImportFile: 'Importer un fichier',
  importFiles: 'Tableaux et répertoires (CSV, XLSX, JSON, ZIP)',
  choose: 'Choisir',
  create: 'Créer ici',
  defaultVaultName: 'carnet.filigrane',
  /** Never a name, never a title: a notification is read by whoever passes. */
  followUpsDue: {
    fr: (count: number) => (count === 1 ? '1 suivi prévu' : `${count} suivis prévus`),
    en: (count: number) => (count === 1 ? '1 follow-up planned' : `${count} follow-ups planned`),
  },
} as const
