/** What can be printed that names nobody, then the registers, which do. */
export const plainDocuments = ['notice', 'assessment'] as const
export type PlainDocument = (typeof plainDocuments)[number]

export const registers = [
  'consents',
  'requests',
  'disclosures',
  'confidentialityIncidents',
  'erasures',
  'accessLog',
] as const
export type RegisterName = (typeof registers)[number]

/** What tells of one incident of confidentiality, without saying whose information it was. */
export const incidentNotices = ['commissionNotice', 'personsNotice'] as const
export type IncidentNotice = (typeof incidentNotices)[number]
