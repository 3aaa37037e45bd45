export const today = {
  followUps: 'Suivis',
  noFollowUps: 'Rien de prévu d’ici sept jours.',
  complete: 'Marquer comme fait : {{title}}',
  otherFollowUps_one: 'et {{count}} autre',
  otherFollowUps_other: 'et {{count}} autres',
  incomplete: 'À compléter',
  completeIt: 'Compléter : {{what}}, {{when}}',
  otherIncomplete_one: 'et {{count}} autre',
  otherIncomplete_other: 'et {{count}} autres',
  latest: 'Dernières interventions',
  noContacts: 'Vos interventions apparaîtront ici.',
  all: 'Tout voir',
  welcomeText:
    'Écrivez votre première note éclair : un surnom suffit, Entrée crée la personne. Ctrl Entrée enregistre.',
} as const
