import * as z from 'zod'
import { addMonths } from './calendar.ts'
import { code, day, id, languages, line, note, paragraph } from './fields.ts'

/** The human being there who answers. */
export const pivotContact = z.strictObject({ name: line.min(1), role: line, phone: line })
export type PivotContact = z.infer<typeof pivotContact>

/** An organization's service, community or health network. */
export const resourceFields = z.strictObject({
  organization: line.min(1),
  service: line,
  sector: code,
  phone: line,
  eligibility: paragraph,
  hours: paragraph,
  languages,
  website: line,
  address: line,
  /** The first is the one a referral shows. */
  pivotContacts: z.array(pivotContact).max(20),
  /** The day somebody last verified all this. */
  lastCheckedOn: day.nullable(),
  /** A code of a taxonomy the organization has a licence for; none is shipped. */
  taxonomyCode: line,
  note,
})
/** After `retiredOn` it takes no new referral; those it has stay. */
export const resource = resourceFields.extend({ id, retiredOn: day.nullable() })
export type ResourceFields = z.infer<typeof resourceFields>
export type Resource = z.infer<typeof resource>

export const blankResource: ResourceFields = {
  organization: '',
  service: '',
  sector: 'community',
  phone: '',
  eligibility: '',
  hours: '',
  languages: [],
  website: '',
  address: '',
  pivotContacts: [],
  lastCheckedOn: null,
  taxonomyCode: '',
  note: '',
}

/** Organization, then service when it has one. */
export function resourceName({
  organization,
  service,
}: Pick<ResourceFields, 'organization' | 'service'>): string {
  return service === '' ? organization : `${organization} – ${service}`
}

const staleAfterMonths = 6

/** Never verified, or more than six months ago. */
export const isStale = ({ lastCheckedOn }: Pick<Resource, 'lastCheckedOn'>, today: string): boolean =>
  lastCheckedOn === null || addMonths(lastCheckedOn, staleAfterMonths) < today

/** Retired that day or before. */
export const isRetired = ({ retiredOn }: Pick<Resource, 'retiredOn'>, today: string): boolean =>
  retiredOn !== null && retiredOn <= today
