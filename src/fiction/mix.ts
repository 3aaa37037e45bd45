/** How often things happen in the fictional caseload: skewed, with rare themes, after published orders of magnitude. */

export const kinds = {
  listening: 34,
  information: 16,
  support: 14,
  referral: 11,
  aid: 9,
  accompaniment: 8,
  awareness: 3,
  mediation: 3,
  'incivility-management': 3,
  'crisis-management': 3,
  animation: 2,
}

export const themes = {
  homelessness: 14,
  'mental-health': 14,
  housing: 12,
  'food-insecurity': 9,
  'economic-hardship': 9,
  'substance-use': 9,
  'social-exclusion': 8,
  addictions: 5,
  employment: 4,
  'physical-health': 4,
  'legal-support': 3,
  literacy: 3,
  immigration: 3,
  grief: 2.5,
  violence: 2.5,
  'school-dropout': 2,
  'suicidal-thoughts': 1.5,
  sti: 0.8,
  racism: 0.7,
}
export type Theme = keyof typeof themes

/** What comes with a theme, when a second one is said. */
export const companions: Partial<Record<Theme, readonly Theme[]>> = {
  homelessness: ['housing', 'mental-health', 'substance-use'],
  housing: ['economic-hardship', 'legal-support'],
  'mental-health': ['social-exclusion', 'grief', 'suicidal-thoughts'],
  'food-insecurity': ['economic-hardship'],
  'substance-use': ['addictions', 'homelessness'],
  immigration: ['literacy', 'employment', 'racism'],
  violence: ['housing', 'legal-support'],
}

/** The pilot ended the day before: see the default lists. */
export const mandateBegan = '2024-04-01'

export const initiatives = { person: 6, worker: 4, staff: 2, organization: 0.5 }

export const activityKinds = { animation: 5, workshop: 3, discussion: 4, awareness: 2, outing: 1, kiosk: 1 }
export const staffSupportKinds = { informed: 4, sensitized: 2, accompanied: 3, debriefed: 3 }
export const tieKinds = { friend: 5, family: 3, pairing: 2, 'natural-helper': 2, 'organization-helper': 1 }
/** Of follow-ups about a person. */
export const repetitions = { none: 12, weekly: 1, 'every-two-weeks': 1, monthly: 1 }

/** Why a referral ended or waits there. */
export const referralReasons: Readonly<Record<string, readonly string[]>> = {
  'person-declined': ['changed-mind', 'distance', 'mistrust'],
  'resource-declined': ['not-eligible', 'full'],
  'waiting-list': ['full'],
  'no-answer': ['lost-touch'],
  abandoned: ['wait-too-long', 'solved-otherwise', 'lost-touch'],
}

export const crises = {
  eviction: 4,
  intoxication: 4,
  grief: 2,
  violence: 2,
  'suicidal-crisis': 2,
  overdose: 1,
  abortion: 0.3,
}
export const aid = {
  'cereal-bars': 6,
  socks: 4,
  'hygiene-products': 3,
  'warm-clothes': 2.5,
  blankets: 1,
  'sleeping-bags': 0.8,
}
/** Where something happens between people. */
export const scenes = {
  hall: 6,
  newspapers: 5,
  computers: 5,
  'reading-room': 4,
  'outside-library': 3,
  downtown: 3,
  'teen-section': 1,
  'organization-office': 0.7,
}
/** Where two people speak. */
export const places = { ...scenes, telephone: 1 }
/** What takes two voices and no more. */
export const spokenKinds: readonly string[] = [
  'listening',
  'information',
  'support',
  'referral',
  'crisis-management',
]
/** Where a group gathers: on no telephone, and hardly at the newspapers. */
export const gatheringPlaces = {
  'reading-room': 5,
  'teen-section': 4,
  hall: 3,
  'outside-library': 2,
  'organization-office': 2,
}
/** Where a syringe is found. */
export const needlePlaces = { 'outside-library': 6, downtown: 3, hall: 1 }
export const genders = { man: 52, woman: 36, unknown: 8, 'non-binary': 4 }
export const ageBands = {
  '35-49': 26,
  '50-64': 22,
  '25-34': 20,
  '18-24': 13,
  '65-plus': 8,
  '14-17': 6,
  unknown: 4,
  'under-14': 1,
}
export const isYoung = (ageBand: string): boolean => ageBand === '14-17' || ageBand === 'under-14'

export const durations = { 5: 12, 10: 22, 15: 24, 20: 16, 30: 14, 45: 7, 60: 4, 90: 1 }

/** Where a referral ends, once time has passed. */
export const outcomes = {
  'service-obtained': 9,
  'waiting-list': 4,
  'person-declined': 2,
  'no-answer': 2,
  abandoned: 1.5,
  'resource-declined': 1,
}

export const incidentKinds = {
  'between-users': 8,
  'inappropriate-behaviour': 6,
  intoxication: 5,
  'with-staff': 4,
  threats: 2,
  harassment: 1.5,
  'found-needle': 1,
  'emergency-services': 1,
  assault: 0.5,
}
/** Incidents per hundred contacts, at the beginning; they are twenty times rarer at the end. */
export const incidentsPerHundred = 38
export const incidentsGone = 0.95
/** Weights of intensities 1 to 4, at the beginning and at the end. */
export const intensities = {
  first: { 1: 30, 2: 38, 3: 23, 4: 9 },
  last: { 1: 62, 2: 30, 3: 7, 4: 1 },
}
