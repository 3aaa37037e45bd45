export const sealed = {
  title: 'Note scellée',
  open: 'Ouvrir',
  opened: 'Note scellée, ouverte ici',
  close: 'Refermer',
  edit: 'Ouvrir pour modifier',
  workerOnly: 'Seule l’intervenante peut l’ouvrir.',
  seal: 'Sceller cette note',
  olderBackups:
    'Une sauvegarde faite avant contient encore l’ancien texte : faites-en une nouvelle et supprimez les anciennes.',
  sealNote:
    'Seules votre phrase de passe et les mots de secours l’ouvriront. La coordination saura qu’elle existe, sans pouvoir la lire ; la recherche ne la trouvera pas, et ce geste ne s’annule pas si la note existait déjà.',
} as const
