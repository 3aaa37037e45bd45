export const ties = {
  title: 'Autour',
  none: 'Aucun lien encore : famille, amitié, jumelage, aidant naturel.',
  newTie: 'Ajouter un lien',
  editTie: 'Modifier le lien',
  with: 'Avec',
  whoNeeded: 'Choisissez la personne.',
  kind: 'Sorte de lien',
  note: 'Précision',
  noteHint: 'sa sœur, le voisin du 2ᵉ…',
  actions: 'Autres actions : {{alias}}',
  saved: 'Lien enregistré',
  removed: 'Lien retiré',
} as const
