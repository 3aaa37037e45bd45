import type { TableAttribute } from '../../disclosure/catalogue.ts'
import type { Period } from '../../period.ts'
import { date, periodName, shortPeriod } from './format.ts'

/** Every French word of a published report that is not in its summary (summary.ts) or its method (method.ts). */
export const reportText = {
  brand: 'Filigrane',
  title: 'Travail de milieu en bibliothèque',
  subtitle: 'Publication statistique anonyme',
  documentTitle: (period: Period) => `Travail de milieu en bibliothèque, ${periodName(period).toLowerCase()}`,
  chapters: { work: 'Le travail', people: 'Les personnes', place: 'Le lieu', means: 'Les moyens' },
  titles: {
    kind: 'Ce qui a été fait',
    themeGroup: 'De quoi il a été question',
    theme: 'Les thèmes en détail',
    gender: 'Genre',
    ageBand: 'Âge',
    outcome: 'Suites des référencements',
    sector: 'Vers quels secteurs',
    incidentIntensity: 'Conflits d’usage',
  } satisfies Record<TableAttribute, string>,
  counted: {
    contacts: 'Interventions',
    incidents: 'Conflits',
    referrals: 'Référencements',
  },
  totals: { contacts: 'Interventions', persons: 'Personnes différentes', hours: 'Heures d’intervention' },
  totalsTitle: 'Ensemble',
  columns: {
    label: 'Catégorie',
    chart: 'En proportion',
    item: 'Article',
    quantity: 'Quantité',
    period: 'Période',
    intensity: 'Par intensité',
  },
  merged: (labels: readonly string[]) => `Autres, regroupés : ${labels.map(lowerFirst).join(' · ')}`,
  allMerged: 'Toutes les catégories réunies',
  withheld: 'x',
  noBefore: '—',
  withheldTable: 'Trop peu de cas pour qu’un chiffre soit publié (x).',
  before: (period: Period) =>
    `Le trait sur une barre marque la publication précédente (${shortPeriod(period)}) ; un tiret, une ligne qui était ` +
    'alors réunie autrement.',
  notes: {
    kind: 'Chaque intervention est comptée une fois, sous sa nature principale.',
    themeGroup: 'Chaque intervention est comptée une fois, sous son thème principal.',
    theme: 'Seuls les groupes de thèmes montrés seuls à chaque trimestre publié sont détaillés.',
    gender: 'Selon le genre, dit ou estimé, de la première personne rencontrée.',
    ageBand: 'Selon l’âge, dit ou estimé, de la première personne rencontrée.',
    outcome: 'État des référencements proposés dans l’année, au jour de la publication.',
    sector: 'Les mêmes référencements, selon le secteur de la ressource.',
    incidentIntensity:
      'Intensité notée par l’intervenante : 1 irritation, 2 perturbation, 3 menace, 4 danger.',
  } satisfies Record<TableAttribute, string>,
  unknownPerson: '« Inconnu », ici comme pour l’âge, comprend les interventions sans personne connue.',
  hoursTitle: 'Heures, au regard de l’entente',
  hoursNote: 'Heures exactes ; le trait marque ce que l’entente prévoit pour ces jours.',
  hoursDone: 'Faites',
  hoursAgreed: 'Prévues',
  part: 'Volet du mandat',
  parts: { library: 'En bibliothèque', outside: 'Hors bibliothèque : rue, réunions, coordination' },
  supportTitle: 'Soutien au personnel',
  supportNote: 'Nombre exact de fois où le personnel de la bibliothèque a été soutenu.',
  supportKind: 'Forme de soutien',
  times: 'Fois',
  othersTitle: 'Activités de groupe et fréquentation',
  othersNote: 'Nombres exacts : aucune personne n’y est nommée ni suivie.',
  others: {
    'group-activities': 'Activités de groupe',
    'group-headcount': 'Présences aux activités de groupe',
    visits: 'Visites de la bibliothèque',
  },
  aidTitle: 'Dépannage',
  aidNote: 'Quantités exactes : elles ne portent pas sur des personnes.',
  trendTitle: 'Interventions publiées, trimestre par trimestre',
  trendNote: 'Tiré des publications antérieures, telles qu’elles sont sorties.',
  trendAlt: (points: readonly string[]) => `Interventions par trimestre : ${points.join(' ; ')}.`,
  incidentTrendTitle: 'Conflits d’usage, trimestre par trimestre',
  incidentTrendAlt: (points: readonly string[]) =>
    `Conflits par trimestre et intensité : ${points.join(' ; ')}.`,
  publishedOn: (day: string) => `Publié le ${date(day)}`,
  catalogue: (hash: string) => `Catalogue ${hash.slice(0, 16)}`,
}

/** « Suicide » inside a sentence becomes « suicide », but ITSS stays as it is. */
function lowerFirst(label: string): string {
  const second = label.charAt(1)
  return second !== '' && second === second.toLowerCase()
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}
