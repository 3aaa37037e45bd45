import { blankResource, type ResourceFields } from '#core/caseload/resource'
import type { Theme } from './mix.ts'

type FictionalResource = { fields: ResourceFields; themes: readonly Theme[] }

const resource = (
  organization: string,
  service: string,
  sector: string,
  number: string,
  pivotContact: string,
  themes: readonly Theme[],
): FictionalResource => ({
  fields: {
    ...blankResource,
    organization,
    service,
    sector,
    phone: `819 555-${number}`,
    pivotContacts: [{ name: pivotContact, role: '', phone: `819 555-${number}` }],
    languages: ['fr'],
  },
  themes,
})

/** An invented directory in the manner of the Centre-du-Québec. Numbers are of the range kept for fiction (555-01xx). */
export const resources: readonly FictionalResource[] = [
  resource('La Halte des Méandres', 'Hébergement d’urgence', 'housing', '0101', 'Éveline, au quart de soir', [
    'homelessness',
  ]),
  resource('La Halte des Méandres', 'Centre de jour', 'community', '0102', 'Normand', [
    'homelessness',
    'social-exclusion',
  ]),
  resource('Logis-Rivière', 'Recherche de logement', 'housing', '0103', 'Sabrina', [
    'housing',
    'homelessness',
  ]),
  resource('Comité logement des Chutes', 'Droits des locataires', 'housing', '0104', 'Agathe', [
    'housing',
    'legal-support',
  ]),
  resource('Le Garde-manger des Plaines', 'Banque alimentaire', 'community', '0105', 'Rolande', [
    'food-insecurity',
    'economic-hardship',
  ]),
  resource('La Table du Faubourg', 'Repas communautaires', 'community', '0106', 'Gaston', [
    'food-insecurity',
    'social-exclusion',
  ]),
  resource('Carrefour budget du Boisé', 'Consultation budgétaire', 'community', '0107', 'Line', [
    'economic-hardship',
  ]),
  resource('Services sociaux de la Rive', 'Accueil psychosocial', 'health', '0108', 'Accueil, poste 2', [
    'mental-health',
    'suicidal-thoughts',
    'grief',
    'violence',
  ]),
  resource('Services sociaux de la Rive', 'Équipe de crise', 'health', '0109', 'Intervenante de garde', [
    'suicidal-thoughts',
    'mental-health',
  ]),
  resource('Clinique du Vieux-Quai', 'Sans rendez-vous', 'health', '0110', 'Infirmière de triage', [
    'physical-health',
    'sti',
  ]),
  resource('Le Point d’ancrage', 'Dépendances, réduction des méfaits', 'community', '0111', 'Karim', [
    'substance-use',
    'addictions',
  ]),
  resource('Maison L’Embarcadère', 'Hébergement pour femmes', 'community', '0112', 'Ligne de nuit', [
    'violence',
  ]),
  resource('Aide juridique du Confluent', '', 'justice', '0113', 'Secrétariat', [
    'legal-support',
    'immigration',
  ]),
  resource('Tremplin emploi des Érables', 'Recherche d’emploi', 'community', '0114', 'Jocelyn', [
    'employment',
    'school-dropout',
  ]),
  resource('Entre-Rives', 'Accueil des nouveaux arrivants', 'community', '0115', 'Amina', [
    'immigration',
    'literacy',
    'racism',
  ]),
  resource('L’Alphabétisée', 'Lecture et écriture', 'community', '0116', 'Thérèse', [
    'literacy',
    'school-dropout',
  ]),
]
