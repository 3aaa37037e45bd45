import type { Role } from './roles.ts'

/**
 * What the access log knows of: a file read or changed, a sealed note opened, a list gone through, something printed or published, a file
 * put in a review package, a package opened, the notebook handed over.
 */
export const accessActs = [
  'opened',
  'fileRead',
  'fileChanged',
  'sealedNoteOpened',
  'listRead',
  'printed',
  // her own file, handed to a person
  'copied',
  'backedUp',
  'erased',
  'published',
  'packaged',
  'packageOpened',
  'takenOver',
] as const
export type AccessAct = (typeof accessActs)[number]

/** The lists that are told when somebody goes through them. */
export const accessLists = [
  'contacts-list',
  'people-list',
  'not-seen-list',
  'follow-ups-list',
  'incidents-list',
  'referrals-list',
  'consents-list',
  'requests-list',
  'disclosures-list',
  'incident-register',
  'retention-list',
  'meetings-list',
  'workload',
  'obligations',
  'search-run',
] as const
export type AccessList = (typeof accessLists)[number]

/** What was done, before it is known by whom and when. */
export interface Access {
  act: AccessAct
  personId: string | null
  recordId: string | null
  /** Which list, document or period; empty otherwise. */
  detail: string
}

export interface AccessEntry extends Access {
  sequence: number
  at: string
  role: Role
  /** Tells two keys of one role apart. */
  keyMark: string
  /** The hash of the entry before; empty for the first. */
  previous: string
  hash: string
}

/** SHA-256 in hexadecimal. */
export type Sha256 = (content: string) => string

/** The same act, by the same session, on the same file, is told once in that many minutes. */
export const coalescingMinutes = 30

export const access = (act: AccessAct, about: Partial<Omit<Access, 'act'>> = {}): Access => ({
  act,
  personId: null,
  recordId: null,
  detail: '',
  ...about,
})

/** Covers every field and the entry before: nothing of the chain changes without its end changing. */
export function hashOf(entry: AccessEntry, sha256: Sha256): string {
  const { sequence, at, role, keyMark, act, personId, recordId, detail, previous } = entry
  return sha256(JSON.stringify([sequence, at, role, keyMark, act, personId, recordId, detail, previous]))
}

/** False when an entry was altered, added in between or taken out. Entries cut off the end leave no trace here. */
export function isChainWhole(entries: Iterable<AccessEntry>, sha256: Sha256): boolean {
  let last = { sequence: 0, hash: '' }
  for (const entry of entries) {
    const follows = entry.sequence === last.sequence + 1 && entry.previous === last.hash
    if (!follows || entry.hash !== hashOf(entry, sha256)) return false
    last = entry
  }
  return true
}

/** Whether that many minutes went by between two local minutes; a clock moved back counts as a new beginning. */
export function isNewAgain(before: string, now: string): boolean {
  const minutes = (Date.parse(`${now}:00Z`) - Date.parse(`${before}:00Z`)) / 60_000
  return minutes < 0 || minutes >= coalescingMinutes
}
