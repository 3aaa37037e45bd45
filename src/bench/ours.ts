import { migrations } from '#core/caseload/migrations'
import { createVault, type NewVault } from '#core/vault/create'
import { imageFrom } from '#core/vault/image'
import { defaultCostPolicy, defaultCosts } from '#core/vault/slots'
import { releaseVault } from '#core/vault/vault'
import { clock } from '../engine/adapters/clock.ts'
import { files } from '../engine/adapters/files.ts'
import { processes } from '../engine/adapters/processes.ts'
import { crypto } from '../engine/adapters/sodium.ts'
import { loadSqlEngine, type Database } from '../engine/adapters/sqljs.ts'
import { finish } from '#core/steps'
import { openStore, type OpenStore, type StorePorts } from '../engine/store.ts'
import { mergeFullText, settleFullText } from '../engine/store/full-text.ts'
import { migrate } from '../engine/store/migrate.ts'
import { warmUp } from '../engine/warm-up.ts'
import { insertion, rowsPerTransaction, type Engine } from './engine.ts'
import { caseloadOf } from './fiction.ts'

export const passphrase = 'un hibou sans plume'
/** The derivation is no part of what is measured. */
const cheap = { operations: 1, memory: 8 }
const settings = {
  cheap: { costs: cheap, policy: { floor: cheap, ceiling: cheap } },
  real: { costs: defaultCosts, policy: defaultCostPolicy },
}

/** A vault of `real` costs is one the program itself opens. */
export async function ourEngine(
  folder: string,
  contacts: number,
  derivation: keyof typeof settings = 'cheap',
): Promise<Engine> {
  const { costs, policy } = settings[derivation]
  const ports: StorePorts = { crypto, files, processes, clock, sql: await loadSqlEngine() }
  finish(warmUp(ports))
  const place = `${folder}/carnet`
  let store: OpenStore | null = null
  const opened = () => {
    if (!store) throw new Error('not unlocked')
    return store
  }

  return {
    build() {
      const image = imageFrom(ports.sql.emptyDatabase())
      const database = ports.sql.open(image)
      fill(database, contacts)
      const secrets: NewVault['secrets'] = [{ role: 'worker', secret: new TextEncoder().encode(passphrase) }]
      releaseVault(finish(createVault(ports, { folder: place, secrets, costs, policy, image })))
    },
    unlock() {
      const secret = { kind: 'passphrase', passphrase } as const
      const found = openStore(ports, { folder: place, secret, migrations, costs, policy })
      if (!found.ok) throw new Error(found.failure)
      store = found.value
      return store
    },
    checkpoint() {
      const done = opened().checkpoint()
      if (!done.ok) throw new Error(done.failure)
    },
    longestIdleStep() {
      const act = opened().checkpointSlowly()
      for (let longest = 0; ;) {
        const began = performance.now()
        const step = act.next()
        longest = Math.max(longest, performance.now() - began)
        if (step.state === 'running') continue
        if (!step.result.ok) throw new Error(step.result.failure)
        return longest
      }
    },
    longestSlice() {
      let longest = 0
      for (let state = 'running'; state === 'running';) {
        const began = performance.now()
        state = opened().verifyNext().state
        longest = Math.max(longest, performance.now() - began)
      }
      if (opened().health().state !== 'ok') throw new Error('the bench’s own vault is damaged')
      return longest
    },
    close() {
      opened().close()
    },
  }
}

function fill(database: Database, contacts: number): void {
  migrate(database, migrations)
  const commit = () => {
    database.script('COMMIT')
    // as idle moments do
    finish(mergeFullText(database))
  }
  database.script('BEGIN')
  let rows = 0
  for (const { table, row } of caseloadOf(contacts)) {
    database.run(insertion(table, row), Object.values(row))
    if (++rows % rowsPerTransaction > 0) continue
    commit()
    database.script('BEGIN')
  }
  commit()
  // transactions of so many rows are not how a caseload grows
  settleFullText(database)
  database.close()
}
