/** Failures of what the worker and the coordinator do together: who may, the team meeting, sealed notes. */
export const teamFailures = {
  'agenda-empty': {
    what: 'Rien n’est à l’ordre du jour.',
    next: 'Rien n’a commencé. Mettez d’abord un dossier à l’ordre du jour.',
  },
  'already-on-agenda': {
    what: 'Ce dossier est déjà à l’ordre du jour.',
    next: 'Rien n’a été ajouté. Modifiez plutôt la question qui s’y trouve.',
  },
  'already-reviewed': {
    what: 'Ce dossier a déjà été revu en réunion.',
    next: 'Rien n’a changé. Pour en reparler, mettez-le de nouveau à l’ordre du jour.',
  },
  'already-signed': {
    what: 'Cette réunion est déjà signée par la coordonnatrice.',
    next: 'Rien n’a changé.',
  },
  'meeting-going-on': {
    what: 'Une réunion est déjà en cours.',
    next: 'Rien n’a changé. Reprenez-la, ou fermez-la d’abord.',
  },
  'no-meeting': {
    what: 'Aucune réunion n’est en cours.',
    next: 'Ce que vous avez écrit reste à l’écran. Commencez la réunion, puis enregistrez de nouveau.',
  },
  'coordinator-only': {
    what: 'Ce geste revient à la coordonnatrice, sous sa propre clé.',
    next: 'Rien n’a changé. Elle peut ouvrir le carnet avec sa phrase de passe et le faire elle-même.',
  },
  'worker-only': {
    what: 'Ce geste revient à l’intervenante.',
    next: 'Rien n’a changé. La clé de coordination lit et révise le carnet ; les fiches et les notes restent à celle qui les écrit.',
  },
  'sealed-copies-remain': {
    what: 'La note est enregistrée et scellée, mais d’anciennes copies du carnet n’ont pas pu être enlevées.',
    next: 'Son ancien texte s’y lit encore avec la clé du carnet, jusqu’à ce que ces copies soient recyclées. Vérifiez que le dossier du carnet peut être modifié, puis verrouillez et rouvrez.',
  },
  'sealed-note-unread': {
    what: 'Une note scellée, gardée avec quelqu’un d’autre, ne s’ouvre pas avec cette clé.',
    next: 'Rien n’a été effacé. Videz cette note, ou laissez l’intervenante effacer le dossier avec sa propre clé.',
  },
  'safety-notes-differ': {
    what: 'Une seule des deux notes de sécurité est scellée.',
    next: 'Rien n’a été fusionné. Scellez aussi l’autre, ou ouvrez la première pour la desceller, puis recommencez.',
  },
  'note-unreadable': {
    what: 'Cette note scellée ne s’ouvre pas.',
    next: 'Elle est intacte dans le carnet, mais elle n’a pas été scellée pour cette clé, ou elle est endommagée. Essayez avec une sauvegarde récente.',
  },
} as const
