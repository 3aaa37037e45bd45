import { date } from '../../../statistics/text/fr/format.ts'
import type { RequestState, RightsRequest } from '../../request.ts'

export const requestText = {
  title: 'Registre des demandes',
  subtitle: 'Accès, rectification et portabilité, avec leur délai de 30 jours',
  law: 'P-39.1, art. 27 à 34',
  kinds: {
    access: 'Accès à son dossier',
    rectification: 'Rectification',
    portability: 'Portabilité',
  } satisfies Record<RightsRequest['kind'], string>,
  outcomes: {
    granted: 'acceptée',
    partly: 'acceptée en partie',
    refused: 'refusée',
    dropped: 'abandonnée par la personne',
  } satisfies Record<NonNullable<RightsRequest['outcome']>, string>,
  states: {
    open: 'en cours',
    'due-soon': 'délai bientôt fini',
    overdue: 'en retard : réputée refusée',
    answered: 'réponse donnée',
    'answered-late': 'réponse donnée en retard',
  } satisfies Record<RequestState, string>,
  nobody: 'Aucun dossier à ce nom',
  fields: {
    requester: 'Demande faite par',
    receivedOn: 'Reçue le',
    words: 'Ce qui est demandé',
    identityCheckedOn: 'Identité vérifiée le',
    dueOn: 'Réponse attendue au plus tard le',
    extension: 'Prolongation',
    answeredOn: 'Réponse donnée le',
    outcome: 'Issue',
    answer: 'Réponse et motifs',
    lateWords: 'Motif du retard',
  },
  herself: 'la personne',
  extension: (until: string, words: string) => `jusqu’au ${date(until)} : ${words}`,
}
