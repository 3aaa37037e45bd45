export const contactList = {
  count_one: '{{count}} contact',
  count_other: '{{count}} contacts',
  dayTotal_one: '{{count}} contact, {{duration}}',
  dayTotal_other: '{{count}} contacts, {{duration}}',
  open: 'Open: {{what}}, {{when}}',
  actions: 'More actions: {{what}}, {{when}}',
  newContact: 'New contact',
  write: 'Write a quick note',
  nobody: 'With nobody in particular',
  emptyTitle: 'No contact yet',
  emptyText: 'Every meeting, however brief, is noted in a few seconds: an alias or “+1”, and that is all.',
} as const
