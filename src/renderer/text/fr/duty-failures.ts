/** Failures of the duties of the law: consents, requests, registers, erasure. */
export const dutyFailures = {
  'copy-reveals-another': {
    what: 'Un mot de ce dossier pourrait désigner une autre personne.',
    next: 'Rien n’est sorti. Masquez chaque mot en doute, ou dites que ce n’est personne, puis réessayez.',
  },
  'identity-not-checked': {
    what: 'L’identité de la personne n’a pas été vérifiée.',
    next: 'Votre texte reste à l’écran. Inscrivez le jour de la vérification avant de dire que la demande est acceptée.',
  },
  'kept-five-years': {
    what: 'Cet incident doit rester au registre au moins cinq ans.',
    next: 'Il n’a pas été retiré. Corrigez-le si quelque chose y est faux.',
  },
  'late-reason-needed': {
    what: 'La réponse vient après le délai.',
    next: 'Votre texte reste à l’écran. Inscrivez le motif du retard.',
  },
  'no-notice-due': {
    what: 'Cet incident ne demande pas d’avis.',
    next: 'Rien n’est sorti. Si le risque de préjudice est sérieux, dites-le d’abord dans l’inscription.',
  },
  'not-purged': {
    what: 'La personne n’est plus au carnet, mais une génération antérieure la contient encore.',
    next: 'Réessayez depuis « Décisions prises ». Si cela ne suffit pas, libérez de l’espace sur le disque et vérifiez que le dossier du carnet peut être modifié.',
  },
  'notices-missing': {
    what: 'Un risque sérieux demande des avis avant de clore l’incident.',
    next: 'Votre texte reste à l’écran. Inscrivez la date des avis à la Commission et aux personnes, ou pourquoi elles ne sont pas avisées.',
  },
  'obligations-open': {
    what: 'Il reste quelque chose à régler pour cette personne.',
    next: 'Rien n’a été effacé. La liste ci-dessus dit quoi faire d’abord.',
  },
  'outcome-needed': {
    what: 'La date de la réponse et l’issue vont ensemble.',
    next: 'Votre texte reste à l’écran. Remplissez les deux, ou aucune.',
  },
  'reasons-needed': {
    what: 'Il manque les motifs.',
    next: 'Votre texte reste à l’écran. Écrivez pourquoi, en quelques mots.',
  },
  'text-may-name': {
    what: 'Un mot ailleurs au carnet pourrait désigner cette personne.',
    next: 'Rien n’a été effacé. Masquez chaque mot en doute, ou dites que ce n’est pas elle.',
  },
  'too-late-to-extend': {
    what: 'Le délai est déjà passé : il ne se prolonge plus.',
    next: 'Votre texte reste à l’écran. Répondez maintenant, avec le motif du retard.',
  },
  'consent-expired': {
    what: 'Son consentement à parler d’elle à cette ressource est échu.',
    next: 'Rien n’a été inscrit et votre texte reste à l’écran. Demandez-lui de nouveau, puis inscrivez son consentement.',
  },
  'consent-withdrawn': {
    what: 'La personne a retiré son consentement : cette ressource ne doit plus rien apprendre d’elle.',
    next: 'Rien n’a été inscrit et votre texte reste à l’écran. Si elle change d’idée, inscrivez son nouveau consentement ; si une vie est en danger, inscrivez une communication au registre.',
  },
  'parent-consent-needed': {
    what: 'Avant 14 ans, c’est un parent ou la personne tutrice qui consent.',
    next: 'Votre texte reste à l’écran. Dites qui a consenti, ou corrigez la tranche d’âge au dossier.',
  },
  'already-named': {
    what: 'Une autre valeur de cette liste porte déjà ce libellé.',
    next: 'Rien n’a changé. Choisissez un libellé qui les distingue, ou retirez d’abord l’autre valeur.',
  },
  'value-needed': {
    what: 'Filigrane a besoin de cette valeur.',
    next: 'Elle reste offerte. Vous pouvez en changer le libellé.',
  },
} as const
