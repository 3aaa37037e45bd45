import type { AnyFailure } from '#shared/contract'

/** `what` happened, then `next`: what is safe and what to do. A code without its sentence does not compile. */
type FailureText = { what: string; next: string }

export const failures = {
  'already-exists': {
    what: 'Un carnet existe déjà à cet endroit.',
    next: 'Il n’a pas été touché. Ouvrez-le, ou choisissez un autre dossier.',
  },
  'already-published': {
    what: 'Cette période est déjà publiée.',
    next: 'Rien n’est sorti de nouveau. La publication se trouve au registre, plus bas.',
  },
  cancelled: {
    what: 'Choix annulé.',
    next: 'Rien n’a changé.',
  },
  'changed-since': {
    what: 'Impossible d’annuler : cette fiche a changé depuis.',
    next: 'Rien n’a été défait. Corrigez la fiche elle-même.',
  },
  'disk-full': {
    what: 'Le disque est plein.',
    next: 'Ce qui était enregistré est intact et ce que vous avez écrit reste à l’écran. Libérez de l’espace, puis réessayez.',
  },
  'folder-not-empty': {
    what: 'Le dossier de cette publication contient déjà quelque chose.',
    next: 'Rien n’a été écrit. Choisissez un autre dossier ou videz celui-ci.',
  },
  'in-the-future': {
    what: 'Le moment indiqué n’est pas encore arrivé.',
    next: 'Corrigez la date ou l’heure. Pour plus tard, inscrivez un suivi.',
  },
  internal: {
    what: 'Une erreur de Filigrane a empêché cette action.',
    next: 'Ce qui était enregistré est intact. Réessayez ; si l’erreur revient, verrouillez et rouvrez le carnet.',
  },
  'invalid-input': {
    what: 'Cette demande n’a pas la forme attendue.',
    next: 'Rien n’a été enregistré. Vérifiez les champs, puis réessayez.',
  },
  'ledger-altered': {
    what: 'Le registre des publications a été modifié en dehors de Filigrane.',
    next: 'Par prudence, rien ne sera publié. Vos notes sont intactes. Prévenez votre organisme.',
  },
  'no-folder': {
    what: 'Aucun dossier n’est choisi.',
    next: 'Rien n’est sorti. Choisissez où déposer la publication.',
  },
  'no-permission': {
    what: 'Ce dossier refuse l’écriture ou la lecture.',
    next: 'Rien n’a changé. Choisissez un dossier qui vous appartient, ou demandez-en l’accès.',
  },
  'nobody-met': {
    what: 'Il manque quelqu’un.',
    next: 'Nommez au moins une personne, ou comptez une personne non identifiée. Votre note reste à l’écran.',
  },
  'not-a-vault': {
    what: 'Ce dossier n’est pas un carnet de Filigrane.',
    next: 'Il n’a pas été touché. Choisissez un dossier dont le nom finit par « .filigrane ».',
  },
  'not-found': {
    what: 'Cette fiche n’existe plus.',
    next: 'Elle a été retirée entre-temps. Le reste est intact.',
  },
  'nothing-to-publish': {
    what: 'Il n’y a rien à publier pour cette période.',
    next: 'Aucune intervention n’y est inscrite.',
  },
  'nothing-to-undo': {
    what: 'Il n’y a plus rien à annuler ni à rétablir.',
    next: 'Le carnet est comme vous le voyez.',
  },
  'period-open': {
    what: 'Cette période n’est pas terminée.',
    next: 'Elle pourra être publiée le lendemain de son dernier jour.',
  },
  'period-reversed': {
    what: 'La fin précède le début.',
    next: 'Inversez les deux dates.',
  },
  'printing-failed': {
    what: 'Le document PDF n’a pas pu être produit.',
    next: 'Rien n’est sorti et la période reste ouverte. Réessayez.',
  },
  'read-only': {
    what: 'Le carnet est en lecture seule, parce qu’une partie est endommagée.',
    next: 'Tout ce qui est lisible le reste ; rien de nouveau n’est écrit par-dessus. Faites une copie du dossier et prévenez votre organisme.',
  },
  'recovery-words-invalid': {
    what: 'Ces douze mots ne forment pas une clé de secours.',
    next: 'Rien n’a changé. Vérifiez l’ordre et l’orthographe de chaque mot sur votre feuille.',
  },
  'recovery-words-mismatch': {
    what: 'Un des deux mots ne correspond pas.',
    next: 'Le carnet n’est pas encore créé. Relisez la feuille que vous venez d’imprimer ou de recopier.',
  },
  'step-not-allowed': {
    what: 'Ce référencement ne peut pas passer à cette étape.',
    next: 'Rien n’a changé. Choisissez une étape qui suit celle-ci.',
  },
  'still-referenced': {
    what: 'D’autres fiches en parlent encore.',
    next: 'Rien n’a été retiré. Retirez d’abord ces interventions, suivis ou référencements.',
  },
  'unknown-person': {
    what: 'Une des personnes n’existe plus.',
    next: 'Votre texte reste à l’écran. Retirez-la ou choisissez-la de nouveau.',
  },
  'unknown-resource': {
    what: 'Cette ressource n’existe plus.',
    next: 'Choisissez-en une autre. Le reste est intact.',
  },
  'vault-damaged': {
    what: 'Ce carnet est endommagé et ne peut pas être ouvert.',
    next: 'Rien n’y a été écrit. Gardez le dossier tel quel et essayez une copie de sauvegarde.',
  },
  'vault-in-use': {
    what: 'Ce carnet est déjà ouvert ailleurs.',
    next: 'Rien n’a changé. Fermez l’autre fenêtre ou l’autre poste, puis réessayez.',
  },
  'vault-locked': {
    what: 'Le carnet est verrouillé.',
    next: 'Tout est enregistré. Ouvrez-le avec votre phrase de passe.',
  },
  'vault-missing': {
    what: 'Le carnet n’est plus à cet endroit.',
    next: 'S’il a été déplacé, ou si le disque est débranché, choisissez son nouvel emplacement.',
  },
  'vault-too-new': {
    what: 'Ce carnet vient d’une version plus récente de Filigrane.',
    next: 'Il n’a pas été touché. Mettez Filigrane à jour pour l’ouvrir.',
  },
  'write-failed': {
    what: 'L’écriture sur le disque a échoué.',
    next: 'Ce qui était enregistré est intact et ce que vous avez écrit reste à l’écran. Vérifiez le disque, puis réessayez.',
  },
  'wrong-passphrase': {
    what: 'Ce n’est pas la bonne phrase de passe.',
    next: 'Le carnet n’a pas été touché. Vérifiez la touche Maj, la langue du clavier et les accents, puis réessayez.',
  },
  'year-incomplete': {
    what: 'Les quatre trimestres de cette année ne sont pas tous publiés.',
    next: 'Publiez d’abord les trimestres qui manquent.',
  },
} as const satisfies Record<AnyFailure, FailureText>
