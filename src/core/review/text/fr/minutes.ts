import type { Doer } from '../../team-meeting.ts'
import type { Role } from '../../roles.ts'

/** The printed minutes of a team meeting. */
export const minutesText = {
  title: 'Compte rendu de la réunion d’équipe',
  mark: 'sans aucun nom',
  heldOn: (day: string) => `Réunion du ${day}`,
  counts: (files: number, actions: number) =>
    `${files === 1 ? '1 dossier revu' : `${files} dossiers revus`}, ${actions === 0 ? 'aucun suivi décidé' : actions === 1 ? '1 suivi décidé' : `${actions} suivis décidés`}.`,
  masked:
    'Les noms connus du carnet sont remplacés par « ••• ». Relisez avant de remettre ce document : un texte libre peut désigner quelqu’un autrement.',
  heading: (number: number) => `Dossier ${number}`,
  question: 'Question',
  noQuestion: 'Revue du dossier',
  decision: 'Décision',
  noDecision: 'Vu en réunion, rien de plus à décider.',
  actions: 'Qui fait quoi',
  what: 'À faire',
  who: 'Qui',
  when: 'Pour le',
  doers: {
    worker: 'l’intervenante',
    coordinator: 'la coordonnatrice',
    both: 'les deux',
  } satisfies Record<Doer, string>,
  signatures: 'Signatures',
  closedBy: {
    worker: 'Close sous la clé de l’intervenante',
    coordinator: 'Close sous la clé de la coordonnatrice',
    recovery: 'Close sous la feuille de secours',
  } satisfies Record<Role, string>,
  coSigned: (moment: string) => `Cosignée sous la clé de la coordonnatrice, ${moment}`,
  notCoSigned: 'Pas encore cosignée par la coordonnatrice',
}
