export const today = {
  followUps: 'Suivis',
  noFollowUps: 'Rien de prévu d’ici sept jours.',
  addFollowUp: 'Ajouter un suivi',
  complete: 'Marquer comme fait : {{title}}',
  latest: 'Dernières interventions',
  noContacts: 'Vos interventions apparaîtront ici.',
  all: 'Tout voir',
  welcome: 'Bienvenue dans votre carnet',
  welcomeText:
    'Écrivez votre première note éclair : un surnom suffit, Entrée crée la personne. Ctrl Entrée enregistre.',
} as const
