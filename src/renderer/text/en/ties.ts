export const ties = {
  title: 'Around',
  none: 'No tie yet: family, friends, pairing, natural helper.',
  newTie: 'Add a tie',
  editTie: 'Edit the tie',
  with: 'With',
  whoNeeded: 'Choose the person.',
  kind: 'Kind of tie',
  note: 'Detail',
  noteHint: 'her sister, the neighbour upstairs…',
  actions: 'More actions: {{alias}}',
  saved: 'Tie saved',
  removed: 'Tie removed',
} as const
