import { date } from '../../../statistics/text/fr/format.ts'

/** What every printed document of the duties says. */
export const paperText = {
  /** Until the organization is named in the settings. */
  organization: 'L’organisme',
  /** A line to fill by hand; unseen, and heard by a screen reader. */
  blank: 'à remplir',
  printedOn: (today: string, entries: number) =>
    `Imprimé le ${date(today)} · ${entries === 0 ? 'aucune inscription' : entries === 1 ? '1 inscription' : `${entries} inscriptions`}`,
  empty: 'Rien n’est inscrit à ce registre.',
  yes: 'oui',
  no: 'non',
  none: '—',
}
