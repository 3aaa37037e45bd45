export const diagnostics = {
  tab: 'Dépannage',
  title: 'Rapport technique',
  note: 'Si quelque chose ne va pas, ce rapport aide la personne qui vous dépanne. Il contient des versions, des codes et des moments : ni notes, ni noms, ni noms de fichiers. Rien n’est envoyé.',
  create: 'Créer un rapport…',
  report: 'Le rapport, en entier',
  everything: 'Voici tout ce qu’il contient. Rien d’autre ne sera écrit.',
  save: 'Enregistrer le rapport…',
  saved: 'Rapport enregistré sous « {{name}} ».',
}
