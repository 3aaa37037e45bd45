/** What the worker does besides meeting people, as she would note it. */
export const activityTitles: Readonly<Record<string, readonly string[]>> = {
  animation: ['Jeux de société des ados', 'Matin bricolage', 'Ciné-causerie'],
  workshop: ['Atelier de CV', 'Remplir son formulaire d’aide', 'Écrire une lettre'],
  awareness: ['Parler de l’itinérance', 'Préjugés et santé mentale', 'Naloxone : comment, pourquoi'],
  discussion: ['Café du jeudi', 'Soupe et nouvelles', 'Thé des aînés'],
  outing: ['Visite du centre de jour', 'Marche au bord de la rivière'],
  kiosk: ['Kiosque des ressources', 'Kiosque de la Nuit des sans-abri'],
}
export const activityNotes = ['Belle participation.', 'Deux nouveaux visages.', 'À refaire le matin.', '', '']

export const staffNotes: Readonly<Record<string, readonly string[]>> = {
  informed: ['Où diriger quelqu’un qui cherche un lit pour la nuit.', 'Qui appeler, et quand.'],
  sensitized: ['Capsule sur la consommation, au début du quart.', 'Désamorcer un ton qui monte.'],
  accompanied: ['Intervention à deux au comptoir.', 'Appel fait ensemble.'],
  debriefed: ['Retour après l’expulsion de mardi.', 'Retour sur une semaine chargée.'],
}

export const hoursNotes: Readonly<Record<string, readonly string[]>> = {
  library: [''],
  outside: ['Travail de rue', 'Réunion d’équipe', 'Coordination', 'Accompagnement'],
}

export const tieNotes = [
  'Se gardent une place aux journaux.',
  'Se connaissent depuis le secondaire.',
  'S’appellent le soir.',
  '',
]

export const toldBack = [
  'Première rencontre faite, contente.',
  'Place obtenue pour le mois prochain.',
  'N’y est pas retourné, veut y repenser.',
  'La ressource a rappelé elle-même.',
]

export const savedFilterNames = { incomplete: 'À compléter', youth: 'Ados, par la médiation' }
/** How a file begins again without knowing that the person is known already. */
export const duplicateAlias = (alias: string): string => `${alias} (du hall)`
