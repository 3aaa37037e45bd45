/** What may be refused in the security of the vault and its copies. */
export const securityFailures = {
  'already-let-in': {
    what: 'La coordination a déjà un accès à ce carnet.',
    next: 'Rien n’a changé. Pour changer sa phrase ou passer à une autre personne, renouvelez les clés.',
  },
  'backup-damaged': {
    what: 'Cette copie n’est plus ce qui avait été écrit.',
    next: 'Le carnet n’a pas été touché. Ne comptez plus sur cette copie : faites-en une nouvelle, ou essayez-en une autre.',
  },
  'backup-failed': {
    what: 'La copie n’a pas pu être écrite et relue sans faute.',
    next: 'Aucun fichier n’est resté et le carnet est intact. Vérifiez le carnet, puis essayez un autre disque.',
  },
  'backup-inside-vault': {
    what: 'Une copie ne se garde pas dans le dossier du carnet.',
    next: 'Rien n’a été écrit. Choisissez un autre endroit, de préférence un autre disque.',
  },
  'backup-missing': {
    what: 'La copie n’est pas à cet endroit, ou ne se lit pas.',
    next: 'Le carnet n’a pas été touché. Branchez le disque où elle se trouve, puis réessayez.',
  },
  'backup-of-other': {
    what: 'C’est la copie d’un autre carnet.',
    next: 'Elle s’ouvre, mais ne remplacerait pas celui-ci. Rien n’a changé. Essayez-en une autre, ou faites une copie de ce carnet.',
  },
  'backup-place-missing': {
    what: 'L’endroit choisi pour la copie n’est plus là.',
    next: 'Le carnet est intact. Rebranchez le disque, ou choisissez un autre endroit.',
  },
  'backup-too-new': {
    what: 'Cette copie vient d’une version plus récente de Filigrane.',
    next: 'Elle n’a pas été touchée. Mettez Filigrane à jour, puis réessayez.',
  },
  'coordinator-session': {
    what: 'Le carnet est ouvert avec la clé de la coordination.',
    next: 'Rien n’a changé. Seule l’intervenante peut le faire, avec sa propre phrase de passe.',
  },
  'not-a-backup': {
    what: 'Ce fichier n’est pas une copie de sauvegarde de Filigrane.',
    next: 'Il n’a pas été touché. Choisissez un fichier dont le nom finit par « .filigrane-sauvegarde ».',
  },
  'backup-unreadable': {
    what: 'Le disque de cette copie ne répond pas.',
    next: 'Le carnet n’a pas été touché, et la copie est peut-être bonne. Rebranchez le disque ou redémarrez l’ordinateur, puis réessayez. Si cela revient, faites une copie sur un autre disque.',
  },
  'recovery-words-other': {
    what: 'Ces douze mots sont ceux d’une autre feuille, ou d’un autre carnet.',
    next: 'Rien n’a changé. Prenez la dernière feuille imprimée pour ce carnet ; une copie plus ancienne s’ouvre avec la feuille d’alors.',
  },
  'same-passphrase': {
    what: 'La nouvelle intervenante doit avoir sa propre phrase de passe.',
    next: 'Rien n’a changé. Choisissez-en une que la personne qui part ne connaît pas.',
  },
  'takeover-unrecorded': {
    what: 'Les clés sont changées, mais le relais n’a pas pu s’inscrire en entier.',
    next: 'L’ancienne phrase n’ouvre plus rien. Les notes scellées à détruire peuvent être encore là. Libérez de la place ou vérifiez le disque, puis recommencez le relais avec la nouvelle phrase.',
  },
  'worker-slot-needed': {
    what: 'L’intervenante doit garder un accès à son carnet.',
    next: 'Rien n’a changé. Donnez une phrase de passe à l’intervenante, puis recommencez.',
  },
} as const
