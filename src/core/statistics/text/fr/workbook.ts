/** Words of the published workbook and of the data package. Keys are the measures and columns of the CSV files. */
const measures: Record<string, string> = {
  contacts: 'Interventions (≈)',
  persons: 'Personnes différentes (≈)',
  incidents: 'Conflits d’usage (≈)',
  referrals: 'Référencements (≈)',
  hours: 'Heures (exact)',
  'aid-given': 'Articles remis (exact)',
  'work-hours': 'Heures faites (exact)',
  'agreed-hours': 'Heures prévues (exact)',
  'staff-support': 'Soutiens au personnel (exact)',
  'group-activities': 'Activités de groupe (exact)',
  'group-headcount': 'Présences en groupe (exact)',
  visits: 'Visites (exact)',
}

export const workbookText = {
  headings: ['Période', 'Catégorie', 'Ce qui est compté', 'Nombre', 'Code'],
  measures,
}

export const packageText = {
  title: (periodName: string) => `Travail de milieu en bibliothèque, ${periodName.toLowerCase()}`,
  description:
    'Publication statistique anonyme. Les nombres de personnes, d’interventions, de conflits et de référencements sont ' +
    'arrondis ; les catégories rares sont réunies sur une ligne, dont le code joint les leurs par « + » ; « x » est une ' +
    'valeur retenue. Des publications de même catalogue s’additionnent ligne par ligne.',
  fields: {
    period: { title: 'Période', description: 'Trimestre (2026-Q3) ou année (2026).' },
    attribute: { title: 'Attribut', description: 'Le tableau d’où vient la ligne.' },
    code: { title: 'Code', description: 'Code du catalogue, ou codes d’une ligne réunie, joints par « + ».' },
    label: { title: 'Catégorie', description: 'Le code, en mots.' },
    measure: { title: 'Mesure', description: 'Ce qui est compté.' },
    value: { title: 'Nombre', description: 'Arrondi pour ce qui porte sur des personnes ; « x » si retenu.' },
    obs_status: { title: 'État', description: 'A : valeur publiée ; Q : valeur retenue.' },
    conf_status: { title: 'Confidentialité', description: 'F : libre ; C : confidentiel.' },
  },
}
