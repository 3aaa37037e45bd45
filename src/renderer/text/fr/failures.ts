import type { AnyFailure } from '#shared/contract'
import { dutyFailures } from './duty-failures.ts'
import { packageFailures } from './package-failures.ts'
import { securityFailures } from './security-failures.ts'
import { teamFailures } from './team-failures.ts'
import { updateFailures } from './update-failures.ts'

/** `what` happened, then `next`: what is safe and what to do. A code without its sentence does not compile. */
type FailureText = { what: string; next: string }

export const failures = {
  ...dutyFailures,
  ...teamFailures,
  ...packageFailures,
  ...securityFailures,
  ...updateFailures,
  'already-exists': {
    what: 'Un carnet existe déjà à cet endroit.',
    next: 'Il n’a pas été touché. Ouvrez-le, ou choisissez un autre dossier.',
  },
  'already-merged': {
    what: 'Une de ces fiches est déjà fusionnée avec une autre.',
    next: 'Rien n’a été fusionné. Revenez à la liste des personnes, puis recommencez avec la fiche qui reste.',
  },
  'already-published': {
    what: 'Cette période est déjà publiée.',
    next: 'Rien n’est sorti de nouveau. Elle se trouve dans l’onglet Publications.',
  },
  'already-tied': {
    what: 'Ces deux personnes ont déjà ce lien.',
    next: 'Rien n’a été ajouté. Corrigez le lien qui existe, ou choisissez-en un autre.',
  },
  'axis-not-valid': {
    what: 'Cet axe du mandat n’existait pas ce jour-là.',
    next: 'Votre texte reste à l’écran. Choisissez un axe valide à cette date, ou corrigez la date.',
  },
  'before-mandate': {
    what: 'Cette date précède le début du mandat.',
    next: 'Corrigez la date, ou le début du mandat dans les réglages.',
  },
  cancelled: {
    what: 'Choix annulé.',
    next: 'Rien n’a changé.',
  },
  'catalogue-fixed': {
    what: 'Le catalogue de cette année est déjà fixé.',
    next: 'Il ne peut plus changer, pour que les publications de l’année restent comparables et sûres. Vous pourrez en adopter un autre pour l’année suivante.',
  },
  'catalogue-invalid': {
    what: 'Cet ordre n’a pas toutes les catégories, une seule fois chacune, la résiduelle à la fin.',
    next: 'Rien n’a été adopté. Repartez de l’ordre proposé.',
  },
  'changed-since': {
    what: 'Impossible d’annuler : cette fiche a changé depuis.',
    next: 'Rien n’a été défait. Corrigez la fiche elle-même.',
  },
  'clock-moved-back': {
    what: 'L’horloge de l’ordinateur retarde : la dernière publication serait dans le futur.',
    next: 'Rien n’est sorti. Remettez l’ordinateur à l’heure, puis réessayez.',
  },
  'disk-full': {
    what: 'Le disque est plein.',
    next: 'Ce qui était enregistré est intact et ce que vous avez écrit reste à l’écran. Libérez de l’espace, puis réessayez.',
  },
  'disk-unreadable': {
    what: 'Le disque ne répond pas.',
    next: 'Le carnet n’a pas été touché. Rebranchez le disque ou redémarrez l’ordinateur, puis réessayez. Si cela revient, le disque lâche peut-être : restaurez une copie de sauvegarde ailleurs.',
  },
  'folder-not-empty': {
    what: 'Le dossier de cette publication contient déjà quelque chose.',
    next: 'Rien n’a été écrit. Choisissez un autre dossier ou videz celui-ci.',
  },
  'identifying-field-refused': {
    what: 'La fiche d’un enfant de moins de 14 ans ne peut pas porter son nom légal.',
    next: 'Le reste de la fiche est à l’écran. Effacez le nom, ou inscrivez qu’un parent y consent, ou pourquoi c’est manifestement pour le bien de l’enfant.',
  },
  'import-archive-suspicious': {
    what: 'Ce fichier est construit d’une façon qui pourrait nuire.',
    next: 'Il n’a pas été ouvert et rien n’a été importé. Ouvrez-le dans un tableur, puis enregistrez-le de nouveau en CSV.',
  },
  'import-changed': {
    what: 'Le fichier a changé depuis la vérification.',
    next: 'Rien n’a été importé. Vérifiez-le de nouveau.',
  },
  'import-empty': {
    what: 'Ce fichier ne contient aucune ligne.',
    next: 'Rien n’a été importé. La première ligne doit nommer les colonnes, et les suivantes les remplir.',
  },
  'import-encoding': {
    what: 'Le texte de ce fichier est dans un codage que Filigrane ne reconnaît pas.',
    next: 'Rien n’a été importé, pour ne pas abîmer les accents. Dans un tableur, enregistrez-le en « CSV UTF-8 ».',
  },
  'import-format': {
    what: 'Ce fichier n’est pas d’une sorte qui s’importe ici.',
    next: 'Rien n’a été importé. Choisissez un tableau CSV ou XLSX ; pour des ressources, un répertoire Open Referral convient aussi.',
  },
  'import-malformed': {
    what: 'Ce fichier est mal formé : un guillemet jamais fermé, ou une fin qui manque.',
    next: 'Rien n’a été importé. Ouvrez-le dans un tableur, corrigez-le et enregistrez-le de nouveau.',
  },
  'import-no-file': {
    what: 'Aucun fichier n’est choisi.',
    next: 'Rien n’a été importé. Choisissez d’abord un fichier.',
  },
  'import-refused': {
    what: 'Une des lignes ne peut pas être inscrite au carnet.',
    next: 'Rien n’a été importé : tout est comme avant. Vérifiez le fichier de nouveau.',
  },
  'import-too-deep': {
    what: 'Ce fichier emboîte ses données trop profondément.',
    next: 'Il n’a pas été lu et rien n’a été importé. Demandez un autre fichier à qui l’a produit.',
  },
  'import-too-large': {
    what: 'Ce fichier est trop gros.',
    next: 'Il n’a pas été lu et rien n’a été importé. La limite est de 50 Mo ; divisez-le en plusieurs fichiers.',
  },
  'import-too-many-columns': {
    what: 'Ce tableau a trop de colonnes.',
    next: 'Rien n’a été importé. La limite est de 500 ; gardez celles qui servent.',
  },
  'import-too-many-rows': {
    what: 'Ce tableau a trop de lignes.',
    next: 'Rien n’a été importé. La limite est de 20 000 lignes, pour que tout puisse s’annuler d’un coup ; divisez-le, par exemple une année par fichier.',
  },
  'import-unreadable': {
    what: 'Ce fichier ne peut pas être lu.',
    next: 'Rien n’a été importé. S’il a été déplacé ou si le disque est débranché, choisissez-le de nouveau.',
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
  'merge-too-long': {
    what: 'Les deux fiches réunies dépassent la place d’une seule.',
    next: 'Rien n’a été fusionné. Raccourcissez les forces ou la note de sécurité, ou retirez des surnoms, puis recommencez.',
  },
  'no-folder': {
    what: 'Le dossier n’est pas choisi, ou n’est plus là.',
    next: 'Rien n’est sorti. Choisissez où déposer les fichiers.',
  },
  'trial-only': {
    what: 'Ceci est un essai : rien n’en sort.',
    next: 'Aucun fichier n’a été écrit, pour que des chiffres fictifs ne passent jamais pour vrais. Dans votre carnet, le fichier serait créé ici.',
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
  'nothing-whole': {
    what: 'Aucun état de ce carnet n’est entier.',
    next: 'Rien n’y a été changé. Gardez le dossier tel quel et restaurez une copie de sauvegarde.',
  },
  'only-bond-stage': {
    what: 'C’est la seule étape du lien inscrite.',
    next: 'Elle reste. Corrigez-la plutôt, ou ajoutez d’abord celle qui la remplace.',
  },
  'period-open': {
    what: 'Cette période n’est pas terminée.',
    next: 'Elle pourra être publiée le lendemain de son dernier jour.',
  },
  'period-reversed': {
    what: 'La fin précède le début.',
    next: 'Inversez les deux dates.',
  },
  'period-too-long': {
    what: 'Cette période est trop longue pour l’écran.',
    next: 'Rien n’est perdu. Choisissez une période d’au plus un an.',
  },
  'printing-failed': {
    what: 'Le document PDF n’a pas pu être produit.',
    next: 'Rien n’est sorti et rien n’a changé au carnet. Réessayez.',
  },
  'read-only': {
    what: 'Le carnet est en lecture seule, parce qu’une partie est endommagée.',
    next: 'Tout ce qui est lisible le reste ; rien de nouveau n’est écrit par-dessus. Faites une copie du dossier et prévenez votre organisme.',
  },
  'reassessment-past': {
    what: 'La date de réévaluation du risque doit suivre celle de la publication.',
    next: 'Rien n’est sorti. Choisissez une date à venir.',
  },
  'recovery-words-invalid': {
    what: 'Ces douze mots ne forment pas une clé de secours.',
    next: 'Rien n’a changé. Vérifiez l’ordre et l’orthographe de chaque mot sur votre feuille.',
  },
  'recovery-words-mismatch': {
    what: 'Un des deux mots ne correspond pas.',
    next: 'Le carnet n’est pas encore créé. Relisez la feuille que vous venez d’imprimer ou de recopier.',
  },
  'resource-retired': {
    what: 'Cette ressource n’est plus offerte.',
    next: 'Votre texte reste à l’écran. Choisissez-en une autre, ou rouvrez-la dans le répertoire.',
  },
  'same-person': {
    what: 'Il faut deux personnes différentes.',
    next: 'Rien n’a changé. Choisissez une autre personne.',
  },
  'self-check-failed': {
    what: 'La vérification avant publication a échoué.',
    next: 'C’est une erreur de Filigrane, pas de vos notes. Rien n’est sorti et la période reste ouverte. Prévenez votre organisme.',
  },
  'step-not-allowed': {
    what: 'Cette étape, ou cette date, ne suit pas les autres.',
    next: 'Rien n’a changé. Les étapes d’un référencement se suivent, et leurs dates aussi.',
  },
  'still-referenced': {
    what: 'D’autres fiches en parlent encore.',
    next: 'Rien n’a été retiré. Retirez d’abord ces interventions, suivis ou référencements.',
  },
  'too-few-persons': {
    what: 'Trop peu de personnes ont été rencontrées dans chaque trimestre de cette année.',
    next: 'L’année ne peut rien dire sans risque. Les publications des trimestres, qui le disent par un « x », tiennent lieu de bilan.',
  },
  'transaction-too-large': {
    what: 'Ce fichier contient trop de texte pour une seule importation.',
    next: 'Rien n’a été importé : tout est comme avant. Une importation tient dans 64 Mo, pour que tout puisse s’annuler d’un coup ; divisez le fichier, par exemple une année par fichier.',
  },
  'unknown-link': {
    what: 'La fiche d’où vient ce suivi n’existe plus.',
    next: 'Votre texte reste à l’écran. Enlevez ce rattachement, puis enregistrez.',
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
    next: 'Rien n’a changé. Fermez l’autre fenêtre de Filigrane ou l’autre session de cet ordinateur, puis réessayez. Si rien d’autre n’est ouvert, redémarrez l’ordinateur.',
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
  'vault-whole': {
    what: 'Aucun dommage n’a été trouvé.',
    next: 'Le carnet a été relu en entier, et rien n’y a été changé. Ouvrez-le avec votre phrase de passe.',
  },
  'write-failed': {
    what: 'L’écriture sur le disque a échoué.',
    next: 'Ce qui était enregistré est intact et ce que vous avez écrit reste à l’écran. Vérifiez le disque, puis réessayez.',
  },
  'writing-stopped': {
    what: 'Le disque a refusé une écriture : plus rien ne s’enregistre.',
    next: 'Ce qui était enregistré est intact et ce que vous avez écrit reste à l’écran. Recopiez ce texte ailleurs, par exemple sur papier, verrouillez le carnet, puis rouvrez-le. Si cela revient, le disque lâche peut-être : restaurez une copie de sauvegarde sur un autre.',
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
