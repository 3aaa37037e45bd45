import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { resourceName } from '../resource.ts'
import { query } from '../tables.ts'

export interface SearchHit {
  type: 'person' | 'contact' | 'resource'
  id: string
  personId: string | null
  title: string
  /** Plain text; the matched words lie between U+0002 and U+0003. */
  excerpt: string
  at: string | null
}

const maxWords = 10

/**
 * A user's text as a full-text query: each of its words begins a word of the record. Null when no word has two letters.
 * Only lower-case letters, digits and their marks go through, so nothing typed can be a quote or an operator (those are
 * upper case). Accents are left to the index, which knows which marks are accents in which script.
 */
export function toMatch(text: string): string | null {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const sought = words.filter((word) => lettersIn(word) > 0).slice(0, maxWords)
  if (!sought.some((word) => lettersIn(word) >= 2)) return null
  return sought.map((word) => `${word}*`).join(' ')
}

const lettersIn = (word: string): number => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Persons first, then resources, then contacts from the newest. Accents and case are ignored. */
export function search(reader: Reader, text: string, limit: number): SearchHit[] {
  const match = toMatch(text)
  if (match === null) return []
  const hits = [searchPeople, searchResources, searchContacts].flatMap((find) => find(reader, match, limit))
  return hits.slice(0, limit)
}

const excerpt = (index: 'personText' | 'contactText' | 'resourceText') =>
  sql<string>`replace(snippet(${sql.ref(index)}, char(2), char(3), '…', -1, 16), char(10), ' · ')`

function searchPeople(reader: Reader, match: string, limit: number): SearchHit[] {
  const found = sql<{ id: string; alias: string; excerpt: string }>`
    select person.id, person.alias, ${excerpt('personText')} as excerpt
    from personText join person on person.rowid = personText.docid
    where personText match ${match}
    order by person.foldedAliases limit ${limit}`
  return reader.all(found.compile(query)).map(({ id, alias, excerpt }) => ({
    type: 'person',
    id,
    personId: id,
    title: alias,
    excerpt,
    at: null,
  }))
}

function searchResources(reader: Reader, match: string, limit: number): SearchHit[] {
  const found = sql<{ id: string; organization: string; service: string; excerpt: string }>`
    select resource.id, resource.organization, resource.service, ${excerpt('resourceText')} as excerpt
    from resourceText join resource on resource.rowid = resourceText.docid
    where resourceText match ${match}
    order by resource.organization, resource.service limit ${limit}`
  return reader.all(found.compile(query)).map(({ id, excerpt, ...name }) => ({
    type: 'resource',
    id,
    personId: null,
    title: resourceName(name),
    excerpt,
    at: null,
  }))
}

/** The newest are chosen before any excerpt is cut: a short word may match most notes. */
function searchContacts(reader: Reader, match: string, limit: number): SearchHit[] {
  const found = sql<{
    id: string
    at: string
    personId: string | null
    alias: string | null
    excerpt: string
  }>`
    select contact.id, contact.at, person.id as personId, person.alias, ${excerpt('contactText')} as excerpt
    from contactText
    join contact on contact.rowid = contactText.docid
    left join contactPerson on contactPerson.contactId = contact.id and contactPerson.position = 0
    left join person on person.id = contactPerson.personId
    where contactText match ${match} and contactText.docid in (
      select contact.rowid
      from contactText join contact on contact.rowid = contactText.docid
      where contactText match ${match}
      order by contact.at desc, contact.id desc limit ${limit}
    )
    order by contact.at desc, contact.id desc`
  return reader.all(found.compile(query)).map(({ id, at, personId, alias, excerpt }) => ({
    type: 'contact',
    id,
    personId,
    title: alias ?? '',
    excerpt,
    at,
  }))
}
