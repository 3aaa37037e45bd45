import { sql } from 'kysely'
import { query } from '../../caseload/tables.ts'
import type { Reader, Transaction } from '../../database.ts'

/** Keys are in base64. */
interface Keys {
  boxKey: string
  signKey: string
}
export interface IdentityRow extends Keys {
  /** The seed of both pairs, sealed like a note. */
  sealedSeed: string
  /** Local minute. */
  madeAt: string
}
export interface Correspondent extends Keys {
  id: string
  /** As whoever registered the key calls its holder. */
  name: string
  registeredAt: string
}
export interface MadePackage {
  id: string
  recipient: string
  files: number
  madeAt: string
  expiresOn: string
}
/** One that left with somebody’s file in it. */
export type PackageLeft = Pick<MadePackage, 'recipient' | 'madeAt' | 'expiresOn'>
export interface OpenedPackageRow {
  id: string
  sender: string
  signKey: string
  files: number
  createdAt: string
  expiresOn: string
  openedAt: string
  /** Null until the reader said she was done. */
  finishedAt: string | null
}

/** Written outside the history: an undo would forget a key that was compared, or a package that was opened. */
const tables = query.withTables<{
  reviewIdentity: IdentityRow & { slot: number }
  correspondent: Correspondent
  madePackage: MadePackage
  openedPackage: OpenedPackageRow
}>()

export function readIdentity(reader: Reader): IdentityRow | undefined {
  return reader.all(tables.selectFrom('reviewIdentity').selectAll().compile())[0]
}

export function writeIdentity(tx: Transaction, row: IdentityRow): void {
  tx.run(
    tables
      .insertInto('reviewIdentity')
      .values({ slot: 1, ...row })
      .compile(),
  )
}

/** The next package, or card, is of new keys. */
export function dropIdentity(tx: Transaction): void {
  tx.run(tables.deleteFrom('reviewIdentity').compile())
}

/** By name. */
export function correspondents(reader: Reader): Correspondent[] {
  return reader.all(tables.selectFrom('correspondent').selectAll().orderBy('name').compile())
}

/** Takes the place of whoever had that name or that key. */
export function register(tx: Transaction, row: Correspondent): void {
  tx.run(
    tables
      .deleteFrom('correspondent')
      .where((or) => or.or([or('name', '=', row.name), or('signKey', '=', row.signKey)]))
      .compile(),
  )
  tx.run(tables.insertInto('correspondent').values(row).compile())
}

export function forgetCorrespondent(tx: Transaction, id: string): void {
  tx.run(tables.deleteFrom('correspondent').where('id', '=', id).compile())
}

/** The latest first. */
export function madePackages(reader: Reader): MadePackage[] {
  return reader.all(
    tables
      .selectFrom('madePackage')
      .selectAll()
      .orderBy('madeAt', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .compile(),
  )
}

/** Those that hold the file of one of these persons and still open that day, as the access log tells; the last to expire at the end. */
export function packagesWith(reader: Reader, personIds: readonly string[], today: string): PackageLeft[] {
  const left = sql<PackageLeft>`
    select recipient, madeAt, expiresOn from madePackage
    where expiresOn >= ${today}
      and id in (select recordId from accessEntry where act = 'packaged' and personId in (${sql.join(personIds)}))
    order by expiresOn, id`
  return reader.all(left.compile(query))
}

export function rememberMade(tx: Transaction, row: MadePackage): void {
  tx.run(tables.insertInto('madePackage').values(row).compile())
}

/** Its file could not be written. */
export function forgetMade(tx: Transaction, id: string): void {
  tx.run(tables.deleteFrom('madePackage').where('id', '=', id).compile())
}

/** The latest first. */
export function openedPackages(reader: Reader): Omit<OpenedPackageRow, 'signKey'>[] {
  return reader.all(
    tables
      .selectFrom('openedPackage')
      .select(['id', 'sender', 'files', 'createdAt', 'expiresOn', 'openedAt', 'finishedAt'])
      .orderBy('openedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .compile(),
  )
}

export function openedPackage(reader: Reader, id: string): OpenedPackageRow | undefined {
  return reader.all(tables.selectFrom('openedPackage').selectAll().where('id', '=', id).compile())[0]
}

/** When the newest package of a sender among those opened was made; null when none was. */
export function newestOpened(reader: Reader, signKey: string): string | null {
  const newest = tables
    .selectFrom('openedPackage')
    .select((select) => select.fn.max('createdAt').as('createdAt'))
    .where('signKey', '=', signKey)
  return reader.all(newest.compile())[0]?.createdAt ?? null
}

export function rememberOpened(tx: Transaction, row: OpenedPackageRow): void {
  tx.run(
    tables
      .insertInto('openedPackage')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .compile(),
  )
}

export function finishOpened(tx: Transaction, id: string, now: string): void {
  tx.run(
    tables
      .updateTable('openedPackage')
      .set({ finishedAt: now })
      .where('id', '=', id)
      .where('finishedAt', 'is', null)
      .compile(),
  )
}

/** The last day of use that the access log tells, no later than that day; null when it tells none. */
export function latestUse(reader: Reader, until: string): string | null {
  const latest = sql<{ day: string | null }>`
    select max(substr(at, 1, 10)) as day from accessEntry where substr(at, 1, 10) <= ${until}`
  return reader.all(latest.compile(query))[0]?.day ?? null
}
