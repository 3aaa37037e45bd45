import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../database.ts'
import { excerptOf } from '../excerpt.ts'
import { byName, fold } from '../folding.ts'
import { resourceName } from '../resource.ts'
import { query } from '../tables.ts'
import { maxWords, nearAliases } from './near-aliases.ts'

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

/**
 * A user's text as a full-text query: each of its words begins a word of the record. Null when no word has two letters.
 * Only lower-case letters, digits and their marks go through, so nothing typed can be a quote or an operator (those are
 * upper case). Accents are left to the index, which knows which marks are accents in which script; it knows no ligature.
 */
export function toMatch(text: string): string | null {
  const sought = soughtIn(text)
  if (!sought.some((word) => lettersIn(word) >= 2)) return null
  return sought.map(beginnings).join(' AND ')
}

/** « soeur » is « sœur », and back. */
function beginnings(word: string): string {
  const opened = word.replaceAll('œ', 'oe').replaceAll('æ', 'ae')
  const closed = opened.replaceAll('oe', 'œ').replaceAll('ae', 'æ')
  return opened === closed ? `${word}*` : `(${opened}* OR ${closed}*)`
}

function soughtIn(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return (words ?? []).filter((word) => lettersIn(word) > 0).slice(0, maxWords)
}

const lettersIn = (word: string): number => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/**
 * Persons first (an alias that begins with the text, another word of it, a slip of the finger away), then resources, then
 * what happened, from the newest. Accents and case are ignored.
 */
export function search(reader: Reader, text: string, limit: number): SearchHit[] {
  const match = toMatch(text)
  if (match === null) return []
  const sought: Sought = { text, match, words: soughtIn(text).map(fold), limit }
  const persons = searchPeople(reader, sought)
  const others = [
    [...persons, ...searchNear(reader, text, persons)],
    searchResources(reader, sought),
    ...Object.values(events).map((find) => find(reader, sought)),
  ]
  const contacts = searchContacts(reader, { ...sought, limit: roomBeside(others, limit) })
  return shared([...others, contacts], limit).map(({ cutExcerpt, ...hit }) => ({
    ...hit,
    excerpt: cutExcerpt(),
  }))
}

/** Most of what is found has no room in the list: its excerpt is not cut. */
type Found = Omit<SearchHit, 'excerpt'> & { cutExcerpt: () => string }

/** Every kind gets its share before any takes more: a short word may match most notes. */
function shared(groups: readonly Found[][], limit: number): Found[] {
  const filled = groups.filter((group) => group.length > 0)
  const { share, over } = dealt(filled, filled.length, limit)
  let left = over
  return filled.flatMap((group) => {
    const more = Math.max(0, Math.min(group.length - share, left))
    left -= more
    return group.slice(0, share + more)
  })
}

/** How many one more kind may have at the most: contacts are many, and those that will not show are not read. */
function roomBeside(others: readonly Found[][], limit: number): number {
  const filled = others.filter((group) => group.length > 0)
  return dealt(filled, filled.length + 1, limit).over
}

/** What each of so many kinds has a right to, and what is over once these have taken theirs. */
function dealt(groups: readonly Found[][], kinds: number, limit: number): { share: number; over: number } {
  const share = Math.floor(limit / Math.max(1, kinds))
  return { share, over: limit - groups.reduce((sum, { length }) => sum + Math.min(length, share), 0) }
}

type TextIndex =
  `${'person' | 'contact' | 'resource' | 'referral' | 'followUp' | 'incident' | 'groupActivity' | 'staffSupport'}Text`

interface Sought {
  text: string
  match: string
  /** Folded. */
  words: readonly string[]
  limit: number
}

/** The texts of a record, as one JSON array. */
const textsOf = (table: string, columns: readonly string[]): RawBuilder<string> =>
  sql<string>`json_array(${sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))})`

const cutting =
  (texts: string, { words }: Sought) =>
  (): string => {
    const present: (string | null)[] = JSON.parse(texts)
    return excerptOf(
      present.map((text) => text ?? ''),
      words,
    )
  }

const personTexts = textsOf('person', ['aliases', 'legalName', 'howMet', 'strengths', 'safetyNote'])

function searchPeople(reader: Reader, sought: Sought): Found[] {
  const found = sql<{ id: string; alias: string; texts: string }>`
    select person.id, person.alias, ${personTexts} as texts
    from personText join person on person.rowid = personText.docid
    where personText match ${sought.match} and person.mergedInto is null
    order by instr(char(10) || person.foldedAliases, char(10) || ${fold(sought.text.trim())}) = 0, person.foldedAliases
    limit ${sought.limit}`
  return reader.all(found.compile(query)).map(({ id, alias, texts }) => ({
    type: 'person',
    id,
    personId: id,
    title: alias,
    cutExcerpt: cutting(texts, sought),
    at: null,
  }))
}

/** The alias meant is the excerpt, with nothing marked: the letters typed are not in it. */
function searchNear(reader: Reader, text: string, known: readonly Found[]): Found[] {
  return nearAliases(reader, text)
    .filter(({ id }) => !known.some((hit) => hit.id === id))
    .map(({ id, alias, found }) => ({
      type: 'person',
      id,
      personId: id,
      title: alias,
      cutExcerpt: () => found,
      at: null,
    }))
}

const resourceTexts = textsOf('resource', [
  'organization',
  'service',
  'pivotContacts',
  'eligibility',
  'address',
  'note',
])

function searchResources(reader: Reader, sought: Sought): Found[] {
  const found = sql<{ id: string; organization: string; service: string; texts: string }>`
    select resource.id, resource.organization, resource.service, ${resourceTexts} as texts
    from resourceText join resource on resource.rowid = resourceText.docid
    where resourceText match ${sought.match}`
  const named = byName(reader.all(found.compile(query)), resourceName)
  return named.slice(0, sought.limit).map(({ id, texts, ...name }) => ({
    type: 'resource',
    id,
    personId: null,
    title: resourceName(name),
    cutExcerpt: cutting(texts, sought),
    at: null,
  }))
}

type Find = (reader: Reader, sought: Sought) => Found[]
type EventRow = Omit<SearchHit, 'type' | 'title' | 'excerpt'> & { title: string | null; texts: string }

/** From so many on, going through an index from the newest meets `limit` of them sooner than sorting them all would. */
const many = 1000

/**
 * Records of one table, from the newest. They are chosen before anything else of them is read, for a short word may match most notes;
 * `parts` is what the table says of each, and the joins it takes. `byTime` is the index in the order of `at` and `id`.
 */
function finder(
  table: Exclude<SearchHit['type'], 'person' | 'resource'>,
  parts: {
    at: RawBuilder<unknown>
    title: RawBuilder<unknown>
    personId: RawBuilder<unknown>
    texts: readonly string[]
    joins: RawBuilder<unknown>
    byTime?: string
  },
): Find {
  const index: TextIndex = `${table}Text`
  const name = sql.table(table)
  const [rowid, id] = [sql.ref(`${table}.rowid`), sql.ref(`${table}.id`)]
  const newestFirst = sql`order by ${parts.at} desc, ${id} desc`
  const isFound = sql`in (select docid from found)`
  const sorted = (limit: number) =>
    sql`select ${rowid} from ${name} where ${rowid} ${isFound} ${newestFirst} limit ${limit}`
  // a limit of none: a condition would be asked of each row, once it is read
  const when = (isSo: RawBuilder<unknown>, limit: number) =>
    sql`iif((select count(*) from found) ${isSo} ${many}, ${limit}, 0)`
  const newest = ({ limit }: Sought) =>
    parts.byTime === undefined
      ? sorted(limit)
      : sql`
        select * from (
          select ${rowid} from ${name} indexed by ${sql.ref(parts.byTime)}
          where +${rowid} ${isFound} ${newestFirst} limit ${when(sql`>`, limit)}
        )
        union all
        select * from (
          select ${rowid} from ${name}
          where ${rowid} ${isFound} ${newestFirst} limit ${when(sql`<=`, limit)}
        )`
  return (reader, sought) => {
    const found = sql<EventRow>`
      with found as materialized (
        select docid from ${sql.table(index)} where ${sql.ref(index)} match ${sought.match}
      )
      select ${id}, ${parts.at} as at, ${parts.personId} as personId, ${parts.title} as title,
        ${textsOf(table, parts.texts)} as texts
      from ${name} ${parts.joins}
      where ${rowid} in (${newest(sought)})
      ${newestFirst}`
    return reader.all(found.compile(query)).map(({ title, texts, ...hit }) => ({
      type: table,
      title: title ?? '',
      ...hit,
      cutExcerpt: cutting(texts, sought),
    }))
  }
}

const nobody = sql`null`
const ownPerson = (table: string) => sql`left join person on person.id = ${sql.ref(`${table}.personId`)}`

const events = {
  followUp: finder('followUp', {
    texts: ['title'],
    at: sql`followUp.dueOn`,
    title: sql`followUp.title`,
    personId: sql`followUp.personId`,
    joins: sql``,
  }),
  referral: finder('referral', {
    texts: ['note', 'toldBackNote'],
    at: sql`referral.proposedOn`,
    title: sql`person.alias`,
    personId: sql`referral.personId`,
    joins: ownPerson('referral'),
  }),
  incident: finder('incident', {
    texts: ['note'],
    byTime: 'incidentByTime',
    at: sql`incident.at`,
    title: sql`person.alias`,
    personId: sql`incident.personId`,
    joins: ownPerson('incident'),
  }),
  groupActivity: finder('groupActivity', {
    texts: ['title', 'note'],
    byTime: 'groupActivityByTime',
    at: sql`groupActivity.at`,
    title: sql`groupActivity.title`,
    personId: nobody,
    joins: sql``,
  }),
  staffSupport: finder('staffSupport', {
    texts: ['note'],
    byTime: 'staffSupportByTime',
    at: sql`staffSupport.at`,
    title: sql`''`,
    personId: nobody,
    joins: sql``,
  }),
}

const searchContacts = finder('contact', {
  texts: ['note'],
  byTime: 'contactByTime',
  at: sql`contact.at`,
  title: sql`person.alias`,
  personId: sql`person.id`,
  joins: sql`
    left join contactPerson on contactPerson.contactId = contact.id and contactPerson.position = 0
    left join person on person.id = contactPerson.personId`,
})
