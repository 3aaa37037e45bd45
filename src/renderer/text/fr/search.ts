export const search = {
  title: 'Chercher',
  placeholder: 'Personne, note, ressource ou commande',
  commands: 'Commandes',
  people: 'Personnes',
  contacts: 'Notes',
  resources: 'Ressources',
  nothing: 'Rien ne correspond. Les accents ne comptent pas : essayez moins de lettres.',
  results: 'Résultats',
  go: 'Aller à {{screen}}',
} as const
