import type { IncidentNotice, PlainDocument, RegisterName } from '../../documents/names.ts'

/** The title of each document in its PDF, and the beginning of its file's name. */
export const documentNames = {
  notice: { title: 'Ce que je note, et pourquoi', file: 'avis-de-collecte' },
  assessment: { title: 'Évaluation des facteurs relatifs à la vie privée', file: 'efvp' },
  takeover: { title: 'Procès-verbal de relais', file: 'relais' },
  minutes: { title: 'Compte rendu de la réunion d’équipe', file: 'reunion-d-equipe' },
  accessLog: { title: 'Journal d’accès', file: 'journal-d-acces' },
  consents: { title: 'Registre des consentements', file: 'registre-des-consentements' },
  requests: { title: 'Registre des demandes', file: 'registre-des-demandes' },
  disclosures: {
    title: 'Registre des communications sans consentement',
    file: 'registre-des-communications',
  },
  confidentialityIncidents: {
    title: 'Registre des incidents de confidentialité',
    file: 'registre-des-incidents',
  },
  erasures: { title: 'Registre des effacements', file: 'registre-des-effacements' },
  commissionNotice: { title: 'Avis à la Commission d’accès à l’information', file: 'avis-a-la-commission' },
  personsNotice: { title: 'Ce qui est arrivé à des renseignements sur vous', file: 'avis-aux-personnes' },
  copy: { title: 'Votre dossier', file: 'dossier' },
} satisfies Record<
  PlainDocument | RegisterName | IncidentNotice | 'copy' | 'minutes' | 'takeover',
  { title: string; file: string }
>
