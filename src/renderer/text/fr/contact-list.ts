export const contactList = {
  count_one: '{{count}} intervention',
  count_other: '{{count}} interventions',
  dayTotal_one: '{{count}} intervention, {{duration}}',
  dayTotal_other: '{{count}} interventions, {{duration}}',
  open: 'Ouvrir : {{what}}, {{when}}',
  actions: 'Autres actions : {{what}}, {{when}}',
  newContact: 'Nouvelle intervention',
  write: 'Écrire une note éclair',
  nobody: 'Sans personne en particulier',
  emptyTitle: 'Aucune intervention encore',
  emptyText:
    'Chaque rencontre, même brève, se note en quelques secondes : un surnom ou « +1 », et c’est tout.',
} as const
