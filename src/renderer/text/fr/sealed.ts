export const sealed = {
  title: 'Note scellée',
  open: 'Ouvrir',
  opened: 'Note scellée, ouverte ici',
  close: 'Refermer',
  edit: 'Ouvrir pour modifier',
  workerOnly: 'Seule l’intervenante peut l’ouvrir.',
  seal: 'Sceller cette note',
  sealNote:
    'Seules votre phrase de passe et les mots de secours l’ouvriront. La coordination saura qu’elle existe, sans pouvoir la lire ; la recherche ne la trouvera pas.',
  sealIsFinal: 'Une fois enregistré, ce scellé ne s’annule pas.',
  olderBackups:
    'Une sauvegarde faite avant contient encore l’ancien texte : faites-en une nouvelle et supprimez les anciennes.',
  liftIsFinal: 'Une fois enregistrée, la levée du scellé ne s’annule pas.',
  lifted: 'La coordination pourra lire cette note, et la recherche la trouvera.',
} as const
