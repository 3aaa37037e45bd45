import * as z from 'zod'
import { code, id, line, note } from './fields.ts'

/** An organization's service, community or health network. */
export const resourceFields = z.strictObject({
  organization: line.min(1),
  service: line,
  sector: code,
  phone: line,
  /** The human being there who answers. */
  pivotContact: line,
  note,
})
export const resource = resourceFields.extend({ id })
export type ResourceFields = z.infer<typeof resourceFields>
export type Resource = z.infer<typeof resource>

/** Organization, then service when it has one. */
export function resourceName({
  organization,
  service,
}: Pick<ResourceFields, 'organization' | 'service'>): string {
  return service === '' ? organization : `${organization} – ${service}`
}
