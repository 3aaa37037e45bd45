export const roles = {
  coordinatorStrip:
    'Ouvert avec la clé de coordination : tout se lit et se révise, sauf les notes scellées ; les fiches et les notes restent à l’intervenante.',
  readOnlyTitle: 'À lire seulement',
  readOnlyText: 'Le carnet est ouvert avec la clé de coordination : ces champs restent à l’intervenante.',
  reviewTitle: 'Révision',
  reviewText:
    'Avec votre clé, vous lisez les fiches, l’agenda, les référencements et les statistiques, et vous approuvez les publications. Vous n’écrivez pas dans les notes, et les notes scellées vous restent fermées.',
  whose: 'Qui ouvre ?',
  worker: 'Intervenante',
  coordinator: 'Coordination',
  recovery: 'Mots de secours',
} as const
