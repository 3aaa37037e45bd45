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
