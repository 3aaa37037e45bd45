import type { Steps } from '#core/steps'
import type { Database } from '../adapters/sqljs.ts'

/**
 * A save that finds 16 segments of a level has FTS4 merge them into one of the next. What a rebuild or a large transaction makes lies so
 * low that a few hundred saves later one of them would rewrite the whole index: seconds, at a million notes. Four levels higher, no save comes to
 * it; an idle moment may, in slices.
 */
const levelsUp = 4

/** Names of the full-text indexes. */
function fullTextIndexes(database: Database): string[] {
  return database
    .rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts4%' ORDER BY name",
      [],
    )
    .map(({ name }) => String(name))
}

/** Builds the full-text indexes again from what is left, one a step: their segments keep deleted terms until a merge. */
export function* rebuildFullText(database: Database): Steps<void> {
  for (const name of fullTextIndexes(database)) {
    yield { done: 0, total: 0 }
    database.run(`INSERT INTO ${quoted(name)} (${quoted(name)}) VALUES ('rebuild')`, [])
    // at once: given up before the next one, what is built would lie in the way of the merges to come
    settle(database, name)
  }
}

/** Puts what the full-text indexes hold out of the way of the merges of ordinary saves. */
export function settleFullText(database: Database): void {
  for (const name of fullTextIndexes(database)) settle(database, name)
}

/** From so many segments of a level on they are merged, as FTS5 does by itself. */
const fewest = 4
/** Written a step, of some 4 KiB but where a word that is in most notes has its whole list in one. */
const blocksPerStep = 2

/**
 * Merges the segments that saves left, a few blocks a step: a save merges those of a level once there are 16, and a search looks in all of them
 * until then. What is found stays the same, so that no journal tells of it: a replay makes an index in more pieces.
 */
export function* mergeFullText(database: Database): Steps<void> {
  for (const name of fullTextIndexes(database)) while (mergesSome(database, name)) yield { done: 0, total: 0 }
}

/** A difference of one or none: there was nothing to merge (SQLite, *FTS3 and FTS4 Extensions*, « merge=X,Y »). */
function mergesSome(database: Database, name: string): boolean {
  const before = database.number('SELECT total_changes()')
  database.run(
    `INSERT INTO ${quoted(name)} (${quoted(name)}) VALUES ('merge=${blocksPerStep},${fewest}')`,
    [],
  )
  return database.number('SELECT total_changes()') - before > 1
}

function settle(database: Database, name: string): void {
  database.run(`UPDATE ${quoted(`${name}_segdir`)} SET level = level + ${levelsUp}`, [])
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
