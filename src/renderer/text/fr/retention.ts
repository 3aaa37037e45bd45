/** Of the duties: how long a closed file is kept, then destroyed or made anonymous. */
export const retention = {
  closedFile: 'Dossier fermé',
  endsOn: 'conservé jusqu’au {{day}}',
  heldUntil: 'gardé plus longtemps, jusqu’au {{day}} : {{words}}',
  retentionStates: { kept: 'conservé', held: 'retenu', due: 'à décider' },
  dueTitle_one: '{{count}} dossier fermé attend une décision.',
  dueTitle_other: '{{count}} dossiers fermés attendent une décision.',
  dueText:
    'Leur conservation est terminée. Quelqu’un décide : détruire, rendre anonyme, ou garder plus longtemps avec une raison.',
  retentionEmpty: 'Aucun dossier fermé',
  retentionEmptyText: 'Quand un lien se ferme, son dossier vient ici avec son délai de conservation.',
  hold: 'Garder plus longtemps',
  holdUntil: 'Jusqu’au',
  holdWords: 'Pourquoi',
  holdHint: 'une poursuite, une plainte en cours…',
  held: 'Dossier retenu',
  decide: 'Décider du dossier',
  decideNow: { destroy: 'Détruire le dossier', anonymize: 'Rendre le dossier anonyme' },
  mode: 'Ce qu’il devient',
  modes: { destroy: 'Détruit', anonymize: 'Rendu anonyme' },
  modeNotes: {
    destroy: 'Tout ce qui est écrit sur cette personne disparaît.',
    anonymize: 'Ses rencontres restent à compter, sans personne et sans un mot ; tout le reste disparaît.',
  },
  because: 'Parce que',
  reasonsToErase: {
    retention: 'La conservation est terminée',
    request: 'La personne le demande',
  },
  obligationsTitle: 'Ce dossier ne peut pas encore être effacé.',
  obligations: {
    'file-open': 'Le dossier n’est pas fermé : fermez-le d’abord.',
    'keeping-runs': 'Sa conservation court encore : attendez, ou dites que la personne le demande.',
    'request-open': 'Une demande attend sa réponse : répondez-y.',
    'disclosure-open': 'Une communication sans consentement est à suivre : fermez-la.',
    'incident-open': 'Un incident de confidentialité la concerne : terminez-le.',
  },
  aloneCount_one: '{{count}} rencontre où elle était seule.',
  aloneCount_other: '{{count}} rencontres où elle était seule.',
  staying: 'Textes qui restent avec le dossier des autres',
  blankText: 'Vider ce texte',
  sealedText: 'Note scellée : Filigrane y cherchera cette personne et en retirera les mots, sans la montrer.',
  sealedUnread:
    'Note scellée que votre clé n’ouvre pas. Videz-la, ou laissez l’intervenante effacer ce dossier avec la sienne.',
  sealedCorrected_one: '{{count}} note scellée d’un autre dossier nomme cette personne : elle sera corrigée.',
  sealedCorrected_other:
    '{{count}} notes scellées d’autres dossiers nomment cette personne : elles seront corrigées.',
  unreadElsewhere_one: '{{count}} note scellée d’un autre dossier ne peut être relue avec votre clé.',
  unreadElsewhere_other: '{{count}} notes scellées d’autres dossiers ne peuvent être relues avec votre clé.',
  unreadElsewhereText:
    'Si l’une d’elles nomme cette personne, le nom y restera. Ouvert par l’intervenante, le carnet les relit toutes.',
  copiesToRemove: 'Sauvegardes qui seront supprimées',
  copiesOut: 'Sauvegardes hors de portée maintenant',
  decidedBy: 'Décidé par',
  irreversible: 'Rien ne pourra ramener ce dossier.',
  outOfReach:
    'Les sauvegardes connues et branchées sont supprimées aussi : faites-en une nouvelle. Restent hors de portée : une sauvegarde débranchée, une copie du carnet faite en dehors de Filigrane, une copie de dossier ou un registre imprimés ou remis. Détruisez-les à la main. Les publications restent : des nombres arrondis, où personne ne se reconnaît.',
  copiesLeft_one: '{{count}} sauvegarde contient encore quelqu’un qui a été effacé.',
  copiesLeft_other: '{{count}} sauvegardes contiennent encore quelqu’un qui a été effacé.',
  copiesLeftText: {
    here: 'Le disque refuse qu’on la supprime. Vérifiez que le dossier peut être modifié, puis réessayez.',
    away: 'Débranchée, déplacée ou déjà détruite. Branchez-la, puis réessayez ; détruite à la main, retirez-la de la liste dans Réglages.',
    changed:
      'Un autre fichier a pris sa place : Filigrane n’y touche pas. Retrouvez la copie et détruisez-la à la main.',
  },
  copiesStates: { here: 'refusée par le disque', away: 'hors de portée', changed: 'remplacée' },
  erased: 'Dossier effacé',
  erasures: 'Décisions prises',
  erasureModes: { destroy: 'Dossier détruit', anonymize: 'Dossier rendu anonyme' },
  unfinished: 'Un effacement n’est pas terminé.',
  unfinishedText:
    'La personne n’est plus au carnet, mais une génération antérieure la contient encore. Libérez de l’espace, puis réessayez.',
} as const
