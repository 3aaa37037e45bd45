/** What the undo history calls each act; the keys are the names of the commands. */
export const acts = {
  people: { save: 'fiche d’une personne', remove: 'retrait d’une personne' },
  contacts: { save: 'intervention', remove: 'retrait d’une intervention' },
  referrals: {
    save: 'référencement',
    advance: 'étape d’un référencement',
    remove: 'retrait d’un référencement',
  },
  followUps: { save: 'suivi', complete: 'suivi fait', remove: 'retrait d’un suivi' },
  resources: { save: 'ressource', remove: 'retrait d’une ressource' },
  incidents: { save: 'conflit d’usage', remove: 'retrait d’un conflit d’usage' },
} as const
