/** French words of a release that are not in the default lists. Keys are the codes, in the public order. */
export const catalogueText = {
  unspecified: 'Non précisé',
  outcome: {
    'service-obtained': 'Service obtenu',
    'waiting-list': 'Liste d’attente',
    ongoing: 'Démarche en cours',
    'person-declined': 'Refus de la personne',
    'no-answer': 'Sans réponse',
    'resource-declined': 'Refus de la ressource',
    abandoned: 'Abandonné',
  },
  incidentIntensity: { 1: 'Irritation (1)', 2: 'Perturbation (2)', 3: 'Menace (3)', 4: 'Danger (4)' },
}
