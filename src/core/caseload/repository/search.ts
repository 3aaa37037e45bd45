import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../database.ts'
import { fold } from '../folding.ts'
import { resourceName } from '../resource.ts'
import { query } from '../tables.ts'
import { nearAliases } from './near-aliases.ts'

export interface SearchHit {
  type:
    | 'person'
    | 'contact'
    | 'resource'
    | 'referral'
    | 'followUp'
    | 'incident'
    | 'groupActivity'
    | 'staffSupport'
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
  const sought = wordsOf(text)
    .filter((word) => lettersIn(word) > 0)
    .slice(0, maxWords)
  if (!sought.some((word) => lettersIn(word) >= 2)) return null
  return sought.map((word) => `${word}*`).join(' ')
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const lettersIn = (word: string): number => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/**
 * Persons first (an alias that begins with the text, another word of it, a slip of the finger away), then resources, then
 * what happened, from the newest. Accents and case are ignored.
 */
export function search(reader: Reader, text: string, limit: number): SearchHit[] {
  const match = toMatch(text)
  if (match === null) return []
  const persons = searchPeople(reader, match, text, limit)
  const groups = [
    [...persons, ...searchNear(reader, text, persons)],
    searchResources(reader, match, limit),
    ...Object.values(events).map((find) => find(reader, match, limit)),
  ]
  return shared(groups, limit)
}

/** Every kind gets its share before any takes more: a short word may match most notes. */
function shared(groups: readonly SearchHit[][], limit: number): SearchHit[] {
  const filled = groups.filter((group) => group.length > 0)
  const share = Math.floor(limit / Math.max(1, filled.length))
  let left = limit - filled.reduce((sum, { length }) => sum + Math.min(length, share), 0)
  return filled.flatMap((group) => {
    const more = Math.max(0, Math.min(group.length - share, left))
    left -= more
    return group.slice(0, share + more)
  })
}

type TextIndex =
  `${'person' | 'contact' | 'resource' | 'referral' | 'followUp' | 'incident' | 'groupActivity' | 'staffSupport'}Text`

const excerpt = (index: TextIndex): RawBuilder<string> =>
  sql<string>`replace(snippet(${sql.ref(index)}, char(2), char(3), '…', -1, 16), char(10), ' · ')`

function searchPeople(reader: Reader, match: string, text: string, limit: number): SearchHit[] {
  const found = sql<{ id: string; alias: string; excerpt: string }>`
    select person.id, person.alias, ${excerpt('personText')} as excerpt
    from personText join person on person.rowid = personText.docid
    where personText match ${match} and person.mergedInto is null
    order by instr(char(10) || person.foldedAliases, char(10) || ${fold(text.trim())}) = 0, person.foldedAliases
    limit ${limit}`
  return reader.all(found.compile(query)).map(({ id, alias, excerpt }) => ({
    type: 'person',
    id,
    personId: id,
    title: alias,
    excerpt,
    at: null,
  }))
}

/** The alias meant is the excerpt, with nothing marked: the letters typed are not in it. */
function searchNear(reader: Reader, text: string, known: readonly SearchHit[]): SearchHit[] {
  return nearAliases(reader, text)
    .filter(({ id }) => !known.some((hit) => hit.id === id))
    .map(({ id, alias, found }) => ({
      type: 'person',
      id,
      personId: id,
      title: alias,
      excerpt: found,
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

type Find = (reader: Reader, match: string, limit: number) => SearchHit[]
type EventRow = Omit<SearchHit, 'type' | 'title'> & { title: string | null }

/**
 * Records of one table, from the newest. They are chosen before any excerpt is cut, for a short word may match most notes;
 * `parts` is what the table says of each, and the joins it takes.
 */
function finder(
  table: Exclude<SearchHit['type'], 'person' | 'resource'>,
  parts: {
    at: RawBuilder<unknown>
    title: RawBuilder<unknown>
    personId: RawBuilder<unknown>
    joins: RawBuilder<unknown>
  },
): Find {
  const index: TextIndex = `${table}Text`
  const name = sql.table(table)
  const [docid, rowid, id] = [sql.ref(`${index}.docid`), sql.ref(`${table}.rowid`), sql.ref(`${table}.id`)]
  return (reader, match, limit) => {
    const found = sql<EventRow>`
      select ${id}, ${parts.at} as at, ${parts.personId} as personId, ${parts.title} as title, ${excerpt(index)} as excerpt
      from ${sql.table(index)} join ${name} on ${rowid} = ${docid} ${parts.joins}
      where ${sql.ref(index)} match ${match} and ${docid} in (
        select ${rowid} from ${sql.table(index)} join ${name} on ${rowid} = ${docid}
        where ${sql.ref(index)} match ${match}
        order by ${parts.at} desc, ${id} desc limit ${limit}
      )
      order by ${parts.at} desc, ${id} desc`
    return reader
      .all(found.compile(query))
      .map(({ title, ...hit }) => ({ type: table, title: title ?? '', ...hit }))
  }
}

const nobody = sql`null`
const ownPerson = (table: string) => sql`left join person on person.id = ${sql.ref(`${table}.personId`)}`

const events = {
  followUp: finder('followUp', {
    at: sql`followUp.dueOn`,
    title: sql`followUp.title`,
    personId: sql`followUp.personId`,
    joins: sql``,
  }),
  referral: finder('referral', {
    at: sql`referral.proposedOn`,
    title: sql`person.alias`,
    personId: sql`referral.personId`,
    joins: ownPerson('referral'),
  }),
  incident: finder('incident', {
    at: sql`incident.at`,
    title: sql`person.alias`,
    personId: sql`incident.personId`,
    joins: ownPerson('incident'),
  }),
  groupActivity: finder('groupActivity', {
    at: sql`groupActivity.at`,
    title: sql`groupActivity.title`,
    personId: nobody,
    joins: sql``,
  }),
  staffSupport: finder('staffSupport', {
    at: sql`staffSupport.at`,
    title: sql`''`,
    personId: nobody,
    joins: sql``,
  }),
  contact: finder('contact', {
    at: sql`contact.at`,
    title: sql`person.alias`,
    personId: sql`person.id`,
    joins: sql`
      left join contactPerson on contactPerson.contactId = contact.id and contactPerson.position = 0
      left join person on person.id = contactPerson.personId`,
  }),
}
