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
} as const
