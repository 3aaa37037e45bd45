import type { ReferralState } from '../../../caseload/referral.ts'
import { date } from '../../../statistics/text/fr/format.ts'

/** The copy of her own file that a person receives. */
export const copyText = {
  title: 'Votre dossier',
  subtitle: (day: string) => `Copie remise à votre demande · ${date(day)}`,
  law: 'P-39.1, art. 27',
  lead: 'Voici tout ce qui est écrit sur vous dans le carnet. Ce qui concernerait une autre personne est remplacé par des crochets.',
  rights:
    'Vous pouvez faire corriger ce qui est faux, incomplet ou ambigu, et retirer un consentement. Si cette copie ne vous convient pas, vous pouvez vous adresser à la Commission d’accès à l’information du Québec dans les 30 jours.',
  handedOn: 'Copie remise le',
  handedBy: 'Par (nom et signature)',
  holder: (name: string, responsible: string, contact: string) =>
    [name, responsible, contact].filter((part) => part !== '').join(' · '),
  maskedCount: (count: number) =>
    count === 0 ? '' : count === 1 ? '1 passage est masqué.' : `${count} passages sont masqués.`,
  sealed: (count: number) =>
    count === 1
      ? 'Il existe aussi 1 note scellée, que seule l’intervenante peut lire ; elle vous dira ce qu’il en est.'
      : `Il existe aussi ${count} notes scellées, que seule l’intervenante peut lire ; elle vous dira ce qu’il en est.`,
  sealedNote: '[note scellée]',
  sections: {
    person: 'Ce qui est su de vous',
    bond: 'Le lien',
    contacts: 'Rencontres',
    referrals: 'Référencements',
    followUps: 'Suivis',
    incidents: 'Conflits d’usage',
    ties: 'Liens avec d’autres personnes',
    consents: 'Consentements et avis',
    requests: 'Vos demandes',
    disclosures: 'Ce qui a été dit sans votre consentement',
  },
  person: {
    aliases: 'Surnoms',
    legalName: 'Nom légal',
    ageBand: 'Âge',
    gender: 'Genre',
    populations: 'Groupes',
    languages: 'Langues',
    engagedOn: 'Date d’engagement',
    howMet: 'Rencontre',
    strengths: 'Forces',
    safetyNote: 'Sécurité',
  },
  estimated: (label: string) => `${label} (estimé)`,
  minutes: (count: number) => `${count} min`,
  others: (count: number) =>
    count === 0 ? '' : count === 1 ? 'avec une autre personne' : `avec ${count} autres personnes`,
  crisis: (label: string) => `crise : ${label.toLowerCase()}`,
  aid: (item: string, quantity: number) => `${item} × ${quantity}`,
  intensity: (level: number) => `intensité ${level} sur 4`,
  done: (day: string) => `fait le ${date(day)}`,
  toDo: 'à faire',
  until: (day: string) => `jusqu’au ${date(day)}`,
  withdrawn: (day: string) => `retiré le ${date(day)}`,
  toldBack: (day: string, note: string) => `Retour le ${date(day)}${note === '' ? '' : ` : ${note}`}`,
  read: (day: string, handed: boolean) => `Avis de collecte lu${handed ? ' et remis' : ''} le ${date(day)}`,
  places: {
    howMet: 'Rencontre',
    strengths: 'Forces',
    safetyNote: 'Sécurité',
    contact: 'Intervention',
    referral: 'Référencement',
    followUp: 'Suivi',
    incident: 'Conflit d’usage',
    tie: 'Lien',
    notice: 'Avis de collecte',
    consent: 'Consentement',
    request: 'Demande',
    disclosure: 'Communication sans consentement',
  },
  referralStates: {
    proposed: 'proposé',
    accepted: 'accepté par la personne',
    'resource-reached': 'ressource jointe',
    accompanied: 'accompagné',
    'service-obtained': 'service obtenu',
    'waiting-list': 'sur liste d’attente',
    'person-declined': 'la personne a décliné',
    'resource-declined': 'la ressource a refusé',
    'no-answer': 'sans réponse',
    abandoned: 'abandonné',
  } satisfies Record<ReferralState, string>,
}
