/** What may be refused of review packages and of the keys they are sealed for. */
export const packageFailures = {
  'card-damaged': {
    what: 'Ce fichier de clé est abîmé.',
    next: 'Rien n’a été inscrit. Demandez-en un nouveau, enregistré depuis Filigrane.',
  },
  'card-too-new': {
    what: 'Cette clé vient d’une version plus récente de Filigrane.',
    next: 'Rien n’a été inscrit. Mettez Filigrane à jour, puis réessayez.',
  },
  'expiry-out-of-range': {
    what: 'Un dossier s’ouvre d’aujourd’hui à trente jours, pas plus.',
    next: 'Rien n’est sorti. Choisissez un jour plus proche.',
  },
  'file-missing': {
    what: 'Le fichier choisi n’est plus là, ou ne se lit pas.',
    next: 'Rien n’a changé. Rebranchez la clé USB où il se trouve, ou choisissez-le de nouveau.',
  },
  'key-differs': {
    what: 'Une autre clé est déjà inscrite sous ce nom.',
    next: 'Rien n’a été inscrit. Vérifiez de vive voix que la clé a bien changé, puis confirmez le remplacement ; ou donnez un autre nom.',
  },
  'not-a-card': {
    what: 'Ce fichier n’est pas une clé de révision.',
    next: 'Il n’a pas été touché. Choisissez un fichier dont le nom finit par « .filigrane-cle ».',
  },
  'not-a-package': {
    what: 'Ce fichier n’est pas un dossier de révision.',
    next: 'Il n’a pas été touché. Choisissez un fichier dont le nom finit par « .filigrane-revue ».',
  },
  'number-differs': {
    what: 'Le fichier n’est plus celui dont vous avez comparé le numéro.',
    next: 'Rien n’a été inscrit ni ouvert. Recommencez depuis le choix du fichier, et comparez de nouveau.',
  },
  'own-card': {
    what: 'C’est votre propre clé.',
    next: 'Rien n’a été inscrit. Choisissez le fichier que l’autre personne vous a remis.',
  },
  'package-already-opened': {
    what: 'Ce dossier a déjà été ouvert.',
    next: 'Il ne s’ouvre pas deux fois. Pour le relire, demandez-en un nouveau à qui l’a préparé.',
  },
  'package-clock-behind': {
    what: 'L’horloge de cet ordinateur retarde.',
    next: 'Le dossier n’a pas été ouvert. Votre carnet, ou le dossier lui-même, a vu une date plus tardive. Remettez l’ordinateur à l’heure, puis réessayez ; si elle est juste, demandez un nouveau dossier.',
  },
  'package-damaged': {
    what: 'Ce dossier est abîmé : il est coupé, ou un bout en a changé.',
    next: 'Rien n’a été ouvert. Demandez qu’on vous le remette de nouveau.',
  },
  'package-expired': {
    what: 'Ce dossier est échu.',
    next: 'Il ne s’ouvre plus. Demandez-en un nouveau si la révision est encore utile.',
  },
  'package-foreign': {
    what: 'Ce dossier n’est pas scellé pour ce carnet.',
    next: 'Personne ne peut l’ouvrir ici. Vérifiez avec qui l’a préparé la clé qui a servi : la vôtre a pu changer depuis.',
  },
  'package-forged': {
    what: 'La signature de ce dossier est fausse.',
    next: 'Rien n’a été ouvert. Il ne vient pas de qui il le prétend : prévenez la personne responsable de la protection des renseignements.',
  },
  'package-sender-unknown': {
    what: 'La clé qui a signé ce dossier n’est pas inscrite.',
    next: 'Rien n’a été ouvert. Comparez son numéro de vive voix, puis inscrivez-la.',
  },
  'package-too-large': {
    what: 'Ce dossier est trop gros.',
    next: 'Rien n’est sorti ni n’a été ouvert. Choisissez moins de fiches, ou seulement ce qui suit la dernière revue.',
  },
  'package-too-new': {
    what: 'Ce dossier vient d’une version plus récente de Filigrane.',
    next: 'Il n’a pas été touché. Mettez Filigrane à jour, puis réessayez.',
  },
} as const
