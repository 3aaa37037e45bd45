import { date, number } from './format.ts'

/** Words around the entries of the printed anonymization register; the entries bring their own. */
export const registerPageText = {
  title: 'Registre d’anonymisation',
  law: 'Règlement sur l’anonymisation (A-2.1, r. 0.1)',
  oneEntry: 'Inscription d’une publication',
  entries: (count: number) => `${number(count)} inscriptions`,
  printedOn: (day: string) => `Imprimé le ${date(day)}`,
  entry: (sequence: number) => `Inscription ${sequence}`,
  period: 'Période',
  publishedOn: 'Publication',
  purpose: 'But',
  approver: 'Approbation',
  keptElsewhere: 'Inscrit, avec l’approbation, au registre que garde l’organisme.',
  techniques: 'Techniques d’anonymisation',
  analyses: 'Analyse des risques',
  risk: 'Critère',
  before: 'Avant',
  after: 'Après',
  risks: {
    individualization: 'Individualisation',
    correlation: 'Corrélation',
    inference: 'Inférence',
  },
  residualRisk: 'Risque résiduel',
  reassessOn: 'Prochaine réévaluation, au plus tard',
  hash: 'Empreinte',
}
