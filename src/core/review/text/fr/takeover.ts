import { date } from '../../../statistics/text/fr/format.ts'
import type { NoteFate } from '../../takeover.ts'

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** The printed record of a takeover. */
export const takeoverText = {
  title: 'Procès-verbal de relais',
  mark: 'aucun nom de personne suivie',
  subtitle: (day: string) => `Relais du ${day}`,
  lead: 'Le carnet passe d’une intervenante à une autre, en présence de l’organisme. Ce document dit ce qui a été fait, ce qui reste hors de portée et ce qui attend.',
  presentTitle: 'Présences',
  organization: 'Pour l’organisme',
  coordinator: 'Coordination',
  worker: 'Nouvelle intervenante',
  openedWith: 'Carnet ouvert avec',
  keys: { worker: 'la phrase de l’intervenante qui part', recovery: 'la feuille de secours' },
  doneTitle: 'Ce qui a été fait',
  done: [
    'Nouvelle phrase de passe, tapée par la nouvelle intervenante.',
    'Toutes les clés du carnet renouvelées : la phrase et la feuille d’avant n’y ouvrent plus rien.',
    'Générations antérieures du dossier du carnet supprimées.',
    'Nouvelle feuille de secours, deux mots retapés.',
    'Clé de révision du carnet abandonnée : la prochaine sera à comparer de nouveau.',
  ],
  letIn: 'Accès de la coordination rétabli, avec une phrase tapée par elle.',
  notLetIn: 'Aucun accès pour la coordination : à donner plus tard, au besoin.',
  removed: (count: number) =>
    count === 0
      ? 'Aucune copie de sauvegarde à portée.'
      : `${counted(count, 'copie de sauvegarde effacée', 'copies de sauvegarde effacées')}.`,
  notesTitle: 'Notes scellées',
  notes: (count: number, fate: NoteFate) =>
    count === 0
      ? 'Il n’y en avait aucune.'
      : fate === 'destroy'
        ? `${counted(count, 'note scellée détruite sans être lue', 'notes scellées détruites sans être lues')}, par décision de l’organisme.`
        : `${counted(count, 'note scellée passe à la nouvelle intervenante sans être lue', 'notes scellées passent à la nouvelle intervenante sans être lues')}. Chaque ouverture s’inscrira au journal d’accès.`,
  outOfReachTitle: 'Hors de portée',
  outOfReach: (known: number) =>
    `Une copie faite avant s’ouvre encore avec les secrets d’avant. À retrouver et à détruire : ${
      known === 0
        ? 'toute copie'
        : `${known === 1 ? 'celle qui est nommée ici' : 'celles qui sont nommées ici'}, et toute autre`
    } dont Filigrane ne sait rien (clé USB, copie du dossier, portable de la personne qui part), les documents imprimés, les dossiers de révision remis.`,
  copy: (name: string, folder: string, day: string) => `« ${name} » dans « ${folder} », du ${date(day)}`,
  openTitle: (today: string) => `Ce qui attend, au ${date(today)}`,
  open: {
    requests: 'Demandes sans réponse',
    late: (count: number) => `dont ${count} en retard`,
    disclosures: 'Communications à suivre',
    incidents: 'Incidents de confidentialité ouverts',
    followUps: 'Suivis à faire',
    referrals: 'Référencements en cours',
    agenda: 'Dossiers à l’ordre du jour',
  },
  signatures: 'Signatures',
}
