/** What the demonstration says on the terminal. */
const whole = new Intl.NumberFormat('fr-CA')
const percent = new Intl.NumberFormat('fr-CA', { style: 'percent' })
const count = (value: number, one: string, many: string): string =>
  `${whole.format(value)}\u00A0${value < 2 ? one : many}`

export const demoText = {
  usage:
    'Usage\u00A0: npm run demo -- --out DOSSIER [--seed N] [--persons N] [--contacts N] [--months N] [--leave N] [--until AAAA-MM-JJ] [--truth FICHIER]',
  unknownOption: (option: string) => `Option inconnue\u00A0: ${option}`,
  missingValue: (option: string) => `Il manque une valeur après ${option}.`,
  notANumber: (option: string, value: string) =>
    `${option} attend un nombre entier, pas «\u00A0${value}\u00A0».`,
  outOfRange: (option: string, from: number, to: number) =>
    `${option} attend un nombre entier de ${whole.format(from)} à ${whole.format(to)}.`,
  notADay: (value: string) => `--until attend une date comme 2026-06-30, pas «\u00A0${value}\u00A0».`,
  missingOut: 'Il faut dire où écrire\u00A0: --out DOSSIER.',
  alreadyThere: (path: string) =>
    `Il y a déjà un carnet à cet endroit\u00A0: ${path}. Rien n’a été touché\u00A0; choisissez un autre dossier.`,
  alreadyPublished: (path: string) =>
    `Il y a déjà des publications à cet endroit\u00A0: ${path}. Rien n’a été touché\u00A0; choisissez un autre dossier.`,
  cannotWrite: (path: string) => `Impossible d’écrire dans ${path}.`,
  failed: (step: string, code: string) => `La démonstration s’est arrêtée (${step}\u00A0: ${code}).`,
  purpose: 'Démonstration\u00A0: montrer ce que voit la bibliothèque',
  approver: 'Coordination fictive',

  invented: (contacts: number) => `Inscription de ${count(contacts, 'intervention', 'interventions')}…`,
  recorded: (share: number) => `  carnet inscrit à ${percent.format(share)}`,
  publishing: (period: string) => `Publication ${period}…`,

  heading: 'Carnet fictif\u00A0; aucune de ces personnes n’existe.',
  vault: (path: string) => `Carnet chiffré\u00A0: ${path}`,
  passphrase: (words: string) => `Phrase de passe\u00A0: ${words}`,
  span: (from: string, until: string) => `Période\u00A0: du ${from} au ${until}`,
  figures: (figures: {
    contacts: number
    persons: number
    referrals: number
    incidents: number
    followUps: number
    resources: number
  }) => [
    `  ${count(figures.contacts, 'intervention', 'interventions')} avec ${count(figures.persons, 'personne différente', 'personnes différentes')}`,
    `  ${count(figures.referrals, 'référencement', 'référencements')}, ${count(figures.resources, 'ressource', 'ressources')}`,
    `  ${count(figures.incidents, 'conflit d’usage', 'conflits d’usage')}, ${count(figures.followUps, 'suivi', 'suivis')}`,
  ],
  release: (period: string, folder: string, files: number) =>
    `Publication ${period}\u00A0: ${folder} (${count(files, 'fichier', 'fichiers')})`,
  noRelease: 'Aucun trimestre terminé\u00A0: rien à publier.',
  truth: (path: string) => `Vérité fictive\u00A0: ${path}`,
  time: (building: number, publishing: number) =>
    `Temps\u00A0: ${seconds(building)} pour le carnet, ${seconds(publishing)} pour les publications`,
}

const tenths = new Intl.NumberFormat('fr-CA', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const seconds = (milliseconds: number): string => `${tenths.format(milliseconds / 1000)}\u00A0s`
