import * as z from 'zod'
import { resourceImportFields, type ImportField, type ImportTable } from './mapping.ts'
import { daysInWords, inExtension } from './text/fr/resource-note.ts'

/**
 * Open Referral HSDS 3, as its JSON gives it: a service or an organization with what belongs to it inside. Only what a
 * resource can hold is read. A field of the wrong type reads as absent: one bad field must not lose a service.
 */
const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => value.trim())
  .catch('')
  .default('')
const many = <S extends z.ZodType>(item: S) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((values) => values.flatMap((value) => item.safeParse(value).data ?? []))

const phone = z.object({ number: text, extension: text })
const contact = z.object({ name: text, title: text, phones: many(phone) })
const schedule = z.object({ description: text, byday: text, opens_at: text, closes_at: text })
const language = z.object({ name: text, code: text })
const address = z.object({ address_1: text, address_2: text, city: text, postal_code: text })
const place = z.object({
  name: text,
  phones: many(phone),
  contacts: many(contact),
  schedules: many(schedule),
  languages: many(language),
  addresses: many(address),
})
const atLocation = z.object({
  phones: many(phone),
  contacts: many(contact),
  schedules: many(schedule),
  location: place.optional().catch(undefined),
})
const attribute = z.object({
  taxonomy_term: z.object({ code: text, taxonomy: text }).optional().catch(undefined),
})
const owner = z.object({
  name: text,
  description: text,
  email: text,
  website: text,
  phones: many(phone),
  contacts: many(contact),
  locations: many(place),
})
const service = z.object({
  name: text,
  description: text,
  url: text,
  email: text,
  status: text,
  application_process: text,
  fees_description: text,
  eligibility_description: text,
  assured_date: text,
  phones: many(phone),
  contacts: many(contact),
  schedules: many(schedule),
  languages: many(language),
  attributes: many(attribute),
  service_at_locations: many(atLocation),
  organization: owner.optional().catch(undefined),
})
const organization = owner.extend({ services: many(service) })
type Service = z.infer<typeof service>
type Owner = z.infer<typeof owner>
type Cells = Partial<Record<ImportField, string>>

/** The tables of HSDS whose rows say something of a resource. */
export const hsdsTables = [
  'organization',
  'service',
  'phone',
  'contact',
  'schedule',
  'language',
  'location',
  'address',
  'service_at_location',
  'attribute',
  'taxonomy_term',
] as const
export type HsdsTable = (typeof hsdsTables)[number]
type Rows = Readonly<Record<string, unknown>>[]

/**
 * The table of resources of an HSDS document: one row per service, one for an organization without any. Accepts a service,
 * an organization, a list of either, a page of the API (`contents`), or tables by name. Null when it is nothing of the sort.
 */
export function hsdsFromJson(document: unknown): ImportTable | null {
  if (Array.isArray(document)) return tableOf(document.flatMap(rowsOf))
  if (!isRecord(document)) return null
  if (Array.isArray(document['contents'])) return hsdsFromJson(document['contents'])
  if (hsdsTables.some((name) => Array.isArray(document[name]))) {
    return hsdsFromTables((name) => (Array.isArray(document[name]) ? document[name].filter(isRecord) : []))
  }
  const rows = rowsOf(document)
  return rows.length > 0 ? tableOf(rows) : null
}

/** The same, from tables whose rows name each other by identifier. */
export function hsdsFromTables(table: (name: HsdsTable) => Rows): ImportTable {
  const linked = (name: HsdsTable, key: string) => Map.groupBy(table(name), (row) => row[key])
  const byId = (name: HsdsTable) => new Map(table(name).map((row) => [row['id'], row]))
  const phonesOf = {
    contact: linked('phone', 'contact_id'),
    service: linked('phone', 'service_id'),
    location: linked('phone', 'location_id'),
    organization: linked('phone', 'organization_id'),
  }
  const withPhones = (contacts: Rows | undefined) =>
    contacts?.map((row) => ({ ...row, phones: phonesOf.contact.get(row['id']) }))
  const [contactsOfService, contactsOfOrganization] = [
    linked('contact', 'service_id'),
    linked('contact', 'organization_id'),
  ]
  const [schedules, languages] = [linked('schedule', 'service_id'), linked('language', 'service_id')]
  const [addresses, schedulesThere] = [linked('address', 'location_id'), linked('schedule', 'location_id')]
  const [locations, terms] = [byId('location'), byId('taxonomy_term')]
  const [visits, attributes] = [linked('service_at_location', 'service_id'), linked('attribute', 'link_id')]

  const locationOf = (id: unknown) => {
    const location = locations.get(id)
    return (
      location && {
        ...location,
        phones: phonesOf.location.get(id),
        addresses: addresses.get(id),
        schedules: schedulesThere.get(id),
      }
    )
  }
  const organizations = new Map(
    table('organization').map((row) => [
      row['id'],
      {
        ...row,
        phones: phonesOf.organization.get(row['id']),
        contacts: withPhones(contactsOfOrganization.get(row['id'])),
      },
    ]),
  )
  const services = table('service').map((row) => ({
    ...row,
    organization: organizations.get(row['organization_id']),
    phones: phonesOf.service.get(row['id']),
    contacts: withPhones(contactsOfService.get(row['id'])),
    schedules: schedules.get(row['id']),
    languages: languages.get(row['id']),
    attributes: attributes
      .get(row['id'])
      ?.map((link) => ({ taxonomy_term: terms.get(link['taxonomy_term_id']) })),
    service_at_locations: visits
      .get(row['id'])
      ?.map((visit) => ({ location: locationOf(visit['location_id']) })),
  }))
  const served = new Set(table('service').map((row) => row['organization_id']))
  const alone = [...organizations].filter(([id]) => !served.has(id)).map(([, row]) => organization.parse(row))
  return tableOf([
    ...services.map((row) => cellsOfService(service.parse(row), undefined)),
    ...alone.map(cellsOfOwner),
  ])
}

/** One document: an organization (it has services, or nothing that only a service has), or a service. */
function rowsOf(document: unknown): Cells[] {
  if (!isRecord(document) || typeof document['name'] !== 'string') return []
  const isService = 'organization' in document || 'organization_id' in document || 'status' in document
  if (isService) return [cellsOfService(service.parse(document), undefined)]
  const { services, ...owner } = organization.parse(document)
  return services.length === 0
    ? [cellsOfOwner(owner)]
    : services.map((service) => cellsOfService(service, owner))
}

function cellsOfService(service: Service, around: Owner | undefined): Cells {
  const owner = service.organization ?? around
  const visits = service.service_at_locations
  const locations = visits.flatMap(({ location }) => location ?? [])
  const contacts = [
    ...service.contacts,
    ...visits.flatMap((each) => each.contacts),
    ...(owner?.contacts ?? []),
  ]
  const phones = [
    ...service.phones,
    ...visits.flatMap((each) => each.phones),
    ...contacts.flatMap((each) => each.phones),
    ...locations.flatMap((each) => each.phones),
    ...(owner?.phones ?? []),
  ]
  const schedules = [
    ...service.schedules,
    ...visits.flatMap((each) => each.schedules),
    ...locations.flatMap((each) => each.schedules),
  ]
  return {
    organization: owner?.name ?? '',
    service: service.name,
    phone: joined(phones.map(phoneInWords).slice(0, 2), ', '),
    pivotContact: joined(contacts.map(contactInWords), '; '),
    eligibility: service.eligibility_description,
    hours: joined(schedules.map(scheduleInWords), '\n'),
    languages: joined(
      service.languages.map(({ name, code }) => name || code),
      ', ',
    ),
    address: joined(locations.flatMap((each) => each.addresses).map(addressInWords), '; '),
    website: service.url || (owner?.website ?? ''),
    taxonomyCode: joined(
      service.attributes.map(({ taxonomy_term: term }) => term?.code ?? ''),
      ', ',
    ),
    lastCheckedOn: service.assured_date,
    status: service.status,
    note: joined(
      [
        service.description,
        service.application_process,
        service.fees_description,
        service.email || (owner?.email ?? ''),
      ],
      '\n\n',
    ),
  }
}

function cellsOfOwner(owner: Owner): Cells {
  return {
    organization: owner.name,
    phone: joined(
      [...owner.phones, ...owner.contacts.flatMap((each) => each.phones)].map(phoneInWords).slice(0, 2),
      ', ',
    ),
    pivotContact: joined(owner.contacts.map(contactInWords), '; '),
    address: joined(owner.locations.flatMap((each) => each.addresses).map(addressInWords), '; '),
    website: owner.website,
    note: joined([owner.description, owner.email], '\n\n'),
  }
}

/** The specification's own examples put the number between quotes. */
function phoneInWords({ number, extension }: z.infer<typeof phone>): string {
  const digits = number.replaceAll('"', '').trim()
  return digits === '' || extension === '' ? digits : `${digits} ${inExtension(extension)}`
}

/** As the cell of a resource’s pivot contacts is read: `Name (role), number`. */
function contactInWords({ name, title, phones }: z.infer<typeof contact>): string {
  const who = withoutSeparators(name || title)
  if (who === '') return ''
  const role = name === '' || title === '' ? '' : ` (${withoutSeparators(title)})`
  return joined([who + role, ...phones.map(phoneInWords).slice(0, 1)], ', ')
}

/** One cell holds several contacts: what parts them may not be in their words. */
const withoutSeparators = (words: string): string =>
  words.replaceAll(/\s*[;|\r\n]+\s*/gu, ', ').replaceAll(/[()]/g, '')

function scheduleInWords({ description, byday, opens_at, closes_at }: z.infer<typeof schedule>): string {
  if (description !== '') return description
  const hours = [opens_at, closes_at].filter((time) => time !== '').map((time) => time.slice(0, 5))
  return joined([daysInWords(byday), hours.join('–')], ' ')
}

const addressInWords = ({ address_1, address_2, city, postal_code }: z.infer<typeof address>): string =>
  joined([address_1, address_2, city, postal_code], ', ')

const joined = (texts: readonly string[], separator: string): string =>
  [...new Set(texts.filter((text) => text !== ''))].join(separator)

/** Its columns are the fields of a resource themselves: nothing to guess. */
function tableOf(rows: readonly Cells[]): ImportTable {
  return {
    headings: resourceImportFields,
    rows: rows.map((cells, at) => ({
      line: at + 1,
      cells: resourceImportFields.map((field) => cells[field] ?? ''),
    })),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
