/** Why an update is refused, and what to do. */
export const updateFailures = {
  'not-an-update': {
    what: 'Ce fichier n’est pas une mise à jour de Filigrane.',
    next: 'Rien n’a changé. Choisissez un fichier dont le nom finit par « .filigrane-maj ».',
  },
  'update-altered': {
    what: 'Le contenu de cette mise à jour n’est pas celui qui a été signé.',
    next: 'Rien n’a été installé. Ne gardez pas ce fichier : demandez-le de nouveau à qui vous l’a remis.',
  },
  'update-downgrade': {
    what: 'Cette mise à jour est plus ancienne que votre version de Filigrane.',
    next: 'Rien n’a changé. Vous avez déjà mieux ; demandez la plus récente.',
  },
  'update-key-missing': {
    what: 'Cette version de Filigrane ne peut vérifier aucune mise à jour : elle a été construite sans clé.',
    next: 'Rien n’a changé. Installez la nouvelle version comme la première fois, remise en main propre par votre organisme.',
  },
  'update-loses-records': {
    what: 'Cette mise à jour ne saurait pas lire tout ce que votre carnet contient.',
    next: 'Rien n’a changé. Demandez une version plus récente.',
  },
  'update-missing': {
    what: 'La mise à jour n’est plus à cet endroit, ou ne se lit pas.',
    next: 'Rien n’a changé. Rebranchez la clé USB, ou copiez le fichier sur ce poste, puis choisissez-le de nouveau.',
  },
  'update-needs-backup': {
    what: 'Aucune copie de sauvegarde n’a été faite depuis la vérification de cette mise à jour.',
    next: 'Rien n’a été installé. Faites d’abord la copie, puis recommencez.',
  },
  'update-not-opened': {
    what: 'La mise à jour n’a pas pu être installée.',
    next: 'Rien n’a changé. Réessayez, ou installez la nouvelle version comme la première fois.',
  },
  'update-not-ready': {
    what: 'Cette mise à jour n’a pas été vérifiée depuis l’ouverture du carnet.',
    next: 'Rien n’a été installé. Choisissez de nouveau son fichier.',
  },
  'update-other-key': {
    what: 'Cette mise à jour est signée par quelqu’un que Filigrane ne connaît pas.',
    next: 'Rien n’a été installé. Prévenez votre organisme : ce fichier ne vient peut-être pas de lui.',
  },
  'update-other-platform': {
    what: 'Cette mise à jour est faite pour une autre sorte d’ordinateur, ou une autre sorte d’installation.',
    next: 'Rien n’a changé. Demandez celle de votre système.',
  },
  'update-same-version': {
    what: 'Vous avez déjà cette version de Filigrane.',
    next: 'Il n’y a rien à installer.',
  },
  'update-signature-bad': {
    what: 'La signature de cette mise à jour n’est pas bonne.',
    next: 'Rien n’a été installé. Ne gardez pas ce fichier et prévenez votre organisme : il a été modifié, ou s’est abîmé en route.',
  },
  'update-skips-version': {
    what: 'Votre version est trop ancienne pour passer d’un coup à celle-ci.',
    next: 'Rien n’a changé. Installez d’abord la version intermédiaire que votre organisme vous donnera.',
  },
  'update-truncated': {
    what: 'Il manque la fin de ce fichier : la copie s’est interrompue en route.',
    next: 'Rien n’a été installé. Copiez de nouveau le fichier, en entier.',
  },
  'update-unreadable': {
    what: 'Cette mise à jour est bien signée, mais trop nouvelle pour votre version.',
    next: 'Rien n’a changé. Installez d’abord la version intermédiaire que votre organisme vous donnera.',
  },
} as const
