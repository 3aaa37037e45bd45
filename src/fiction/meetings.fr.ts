/** What the worker asks of the team, and what the team answers. */
export const reviewed = [
  {
    question: 'Que faire si elle perd sa chambre à la fin du mois ?',
    decision: 'Préparer une solution de rechange avant l’avis, sans attendre.',
    actions: [
      { title: 'Appeler le refuge pour les places', doer: 'coordinator' },
      { title: 'Faire le tour des maisons de chambres', doer: 'worker' },
    ],
  },
  {
    question: 'Trois absences : est-ce que j’insiste ?',
    decision: 'Rester disponible, ne pas insister.',
    actions: [],
  },
  {
    question: '',
    decision: 'Rencontre à trois à la bibliothèque.',
    actions: [{ title: 'Fixer la rencontre à trois', doer: 'both' }],
  },
] as const
export const waiting = [
  'Que faire si le conflit reprend au coin des journaux ?',
  'Jusqu’où accompagner au rendez-vous médical ?',
  '',
] as const
