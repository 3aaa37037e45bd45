import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { addDays } from '#core/caseload/calendar'
import { defaultListValues, defaultLists } from '#core/caseload/lists'
import { failed, ok, type Result } from '#core/result'
import { periodStates } from '#core/statistics/publication'
import lists from '../../resources/default-lists.json' with { type: 'json' }
import { files } from '../engine/adapters/files.ts'
import { processes } from '../engine/adapters/processes.ts'
import { crypto } from '../engine/adapters/sodium.ts'
import { loadSqlEngine } from '../engine/adapters/sqljs.ts'
import { recoveryWordsFrom } from '../engine/adapters/words.ts'
import { newCaseload } from '../engine/new-caseload.ts'
import { publish, type Published } from '../engine/release/publish.ts'
import { createStore, type NewStore, type OpenStore } from '../engine/store.ts'
import { firstDayOf } from '../fiction/calendar.ts'
import { inventCaseload, type Caseload } from '../fiction/caseload.ts'
import type { DemoOptions } from './options.ts'
import { recordCaseload } from '../fiction/record.ts'
import { demoText as text } from './text.fr.ts'

export const demoPassphrase = 'carnet-fictif-lanterne-rivière-tricot'

/** What a demonstration needs besides its options. Left out, the costs are the program's own. */
export type DemoHost = {
  print: (html: string) => Promise<Uint8Array>
  /** Hears how far it is, a line at a time: a large one lasts for minutes. */
  tell: (line: string) => void
  kdf?: Pick<NewStore, 'costs' | 'policy'>
}

/** Builds a vault, publishes its closed periods, answers the lines to print; or a French sentence saying why not. */
export async function runDemo(
  options: DemoOptions,
  { print, tell, kdf }: DemoHost,
): Promise<Result<string[], string>> {
  const folder = join(resolve(options.out), 'carnet.filigrane')
  if (existsSync(folder)) return failed(text.alreadyThere(folder))
  const releases = join(resolve(options.out), 'releases')
  if (existsSync(releases)) return failed(text.alreadyPublished(releases))
  const started = performance.now()
  const caseload = inventCaseload(options)
  if (!canWrite(() => mkdirSync(releases, { recursive: true }))) return failed(text.cannotWrite(releases))
  const truth = options.truth === null ? null : resolve(options.truth)
  if (truth !== null && !canWrite(() => writeTruth(truth, caseload))) return failed(text.cannotWrite(truth))

  // the morning after: whatever ended on the last day can be closed
  const now = `${addDays(options.until, 1)}T09:00`
  const created = createStore(
    { crypto, files, processes, clock: { now: () => now }, sql: await loadSqlEngine() },
    {
      ...kdf,
      folder,
      passphrase: demoPassphrase,
      recoveryWords: recoveryWordsFrom(randomBytes(16)),
      ...newCaseload,
    },
  )
  if (!created.ok) return failed(text.failed('carnet', created.failure))
  const store = created.value
  tell(text.invented(caseload.contacts.length))
  let told = 0
  recordCaseload(store, caseload, options.until, (share) => {
    if (share < 1 && share - told < 0.1) return
    told = share
    tell(text.recorded(share))
  })
  const built = performance.now()
  const published = await publishAll(store, options.leave, { releases, now, print, tell })
  const closed = store.close()
  if (!published.ok) return published
  if (!closed.ok) return failed(text.failed('carnet', closed.failure))

  return ok([
    text.heading,
    text.vault(folder),
    text.passphrase(demoPassphrase),
    text.span(firstDayOf(options.until, options.months), options.until),
    ...text.figures({
      contacts: caseload.contacts.length,
      persons: new Set(caseload.contacts.flatMap(({ personIds }) => personIds)).size,
      referrals: caseload.referrals.length,
      incidents: caseload.incidents.length,
      followUps: caseload.followUps.length,
      resources: caseload.resources.length,
    }),
    ...(published.value.length === 0 ? [text.noRelease] : []),
    ...published.value.map(({ period, folder: place, files: { length } }) =>
      text.release(period, place, length),
    ),
    ...(truth === null ? [] : [text.truth(truth)]),
    text.time(built - started, performance.now() - built),
  ])
}

/** False when the disk refuses: whatever its reason, the sentence is the same and no vault is begun. */
function canWrite(write: () => unknown): boolean {
  try {
    write()
    return true
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false
    throw error
  }
}

/** Every period that can be, quarters before their year, but the last quarters to be left. */
async function publishAll(
  store: OpenStore,
  leave: number,
  { tell, ...place }: { releases: string; now: string } & Pick<DemoHost, 'print' | 'tell'>,
): Promise<Result<(Published & { period: string })[], string>> {
  const done: (Published & { period: string })[] = []
  const closable = () =>
    periodStates(store, place.now.slice(0, 10)).filter(({ state }) => state === 'closable')
  const left = closable()
    .toReversed()
    .slice(0, leave)
    .map(({ period }) => period)
  const next = () => closable().find(({ period }) => !left.includes(period))
  for (let found = next(); found !== undefined; found = next()) {
    const { period } = found
    const order = { period, purpose: text.purpose, approver: text.approver }
    tell(text.publishing(period))
    const published = await publish(store, order, place)
    if (!published.ok) return failed(text.failed(period, published.failure))
    done.push({ period, ...published.value })
  }
  return ok(done)
}

/** The fictional rows as the schemas have them, so that anyone can attack the releases with the truth in hand. */
function writeTruth(path: string, caseload: Caseload): void {
  mkdirSync(dirname(path), { recursive: true })
  const truth = { ...caseload, lists: defaultListValues(defaultLists.parse(lists)) }
  writeFileSync(path, `${JSON.stringify(truth, null, 2)}\n`)
}
