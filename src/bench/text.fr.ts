import type { Row } from './measures.ts'

const figure = (value: number | null): string =>
  (value === null ? '—' : value.toLocaleString('fr-CA', { maximumSignificantDigits: 3 })).padStart(10)

const names: Record<string, string> = {
  unlock: 'déverrouiller',
  'save p50': 'enregistrer, médiane',
  'save p99': 'enregistrer, 99e centile',
  search: 'chercher deux mots',
  'search, the first': '— la première fois',
  yearly: 'bilan d’une année',
  'yearly, both summarized': '— résumé par jour chez les deux',
  'yearly, both from records': '— d’après les contacts chez les deux',
  checkpoint: 'point de reprise',
  'first save of a day': 'premier enregistrement d’un jour',
  'checkpoint after it': '— point de reprise qui le suit',
  'file size': 'taille des fichiers',
  'peak memory': 'mémoire, au plus',
  'key to frame p50, opening': 'touche à image, médiane, avant la vérification',
  'key to frame p99, opening': 'touche à image, 99e centile, avant la vérification',
  'key to frame p50, verification': 'touche à image, médiane, vérification',
  'key to frame p99, verification': 'touche à image, 99e centile, vérification',
  'key to frame p50, checkpoint': 'touche à image, médiane, point de reprise',
  'key to frame p99, checkpoint': 'touche à image, 99e centile, point de reprise',
  'key to frame p50, rest': 'touche à image, médiane, au repos',
  'key to frame p99, rest': 'touche à image, 99e centile, au repos',
  'verification slice max': 'vérification, plus longue tranche',
  'idle checkpoint step max': 'point de reprise au repos, plus longue tranche',
}

/** What the terminal says of a bench. */
export const benchText = {
  usage:
    'Usage\u00A0: npm run bench -- --size S|M|L [--rounds N] [--keep DOSSIER] [--window] [--json FICHIER]\n',
  round: (round: number, rounds: number): string => `Tour ${round} de ${rounds}…\n`,
  head: `${' '.repeat(52)}${['nous', 'SQLCipher', 'rapport', 'plancher'].map((text) => text.padStart(10)).join('')}\n`,
  row: ({ metric, unit, ours, peer, ratio, floor }: Row): string =>
    `${`${names[metric] ?? metric} (${unit === 'MiB' ? 'Mio' : unit})`.padEnd(52)}${[ours, peer, ratio, floor].map(figure).join('')}\n`,
}
