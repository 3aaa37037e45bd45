/**
 * One engine, in a process of its own: `node one-round.ts ours|peer|floor build|prepare|measure FOLDER CONTACTS FIRST`. Its measures go
 * out as JSON. FIRST is the number of contacts already saved by earlier rounds. `prepare` leaves a vault that the program opens, a few
 * saves before a checkpoint; its passphrase goes out.
 */
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { ContactFields } from '#core/caseload/contact'
import { createHistory } from '#core/caseload/history'
import { saveContact } from '#core/caseload/repository/contacts'
import { search } from '#core/caseload/repository/search'
import type { Store } from '#core/database'
import { failed } from '#core/result'
import { explore } from '#core/statistics/measures/explore'
import { keepHeapSmall } from '../engine/adapters/heap.ts'
import { readFirstScreen } from '../engine/warm-up.ts'
import type { Engine } from './engine.ts'
import { newContact, now, searched, year } from './fiction.ts'
import { ourEngine, passphrase } from './ours.ts'
import { peerEngine } from './peer.ts'
import { savesPerCheckpoint, savesPerRound, type Measures } from './measures.ts'

/** What a passphrase takes to become a key, at the least: V8 meanwhile compiles what the warm-up ran. */
const derivationMilliseconds = 1000

// both engines run in a process like the program's
keepHeapSmall()
const [name, act, folder = '', size, first] = process.argv.slice(2)
const contacts = Number(size)
if (name === 'floor') process.stdout.write(JSON.stringify(floor(folder)))
else if (act === 'prepare') await prepare()
else {
  const engine = name === 'ours' ? await ourEngine(folder, contacts) : peerEngine(folder, contacts)
  if (act === 'build') engine.build()
  else {
    await sleep(derivationMilliseconds)
    process.stdout.write(JSON.stringify(measure(engine, Number(first))))
  }
}

function measure(engine: Engine, first: number): Measures {
  const began = performance.now()
  const store = engine.unlock()
  readFirstScreen(store, now)
  const unlock = performance.now() - began
  const save = savingIn(store)
  const searches = Array.from({ length: 5 }, () => timed(() => search(store, searched, 40)))
  const yearly = best(3, () => explore(store, ...year))
  const saveSome = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, k) => {
      const fields = newContact(contacts, first + from + k)
      return timed(() => save(first + from + k, fields))
    })
  const [firstSave = Number.NaN] = saveSome(0, 1)
  const firstCheckpoint = timed(() => engine.checkpoint())
  const beforeCheckpoint = saveSome(1, savesPerCheckpoint + 1)
  const checkpoint = timed(() => engine.checkpoint())
  const saves = [...beforeCheckpoint, ...saveSome(savesPerCheckpoint + 1, savesPerRound)]
  const longestIdleStep = engine.longestIdleStep()
  const peakMemory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  const longestSlice = engine.longestSlice()
  const yearlyFromRecords = timeFromRecords(store)
  engine.close()
  return {
    unlock,
    search: Math.min(...searches),
    firstSearch: searches[0] ?? Number.NaN,
    yearly,
    yearlyFromRecords,
    firstSave,
    firstCheckpoint,
    saves,
    checkpoint,
    peakMemory,
    longestIdleStep,
    longestSlice,
  }
}

/** Saves the k-th new contact, as the program does. */
function savingIn(store: Store): (k: number, fields: ContactFields) => void {
  const history = createHistory(store)
  return (k, fields) => {
    const context = { now, newId: () => `saved-${k}` }
    const done = history.perform('contacts.save', (writer) => saveContact(writer, fields, context))
    if (!done.ok) throw new Error(done.failure)
  }
}

/** The program checkpoints by itself at its thousandth save. Not closed: its saves stay in the journal. */
async function prepare(): Promise<void> {
  const engine = await ourEngine(folder, contacts, 'real')
  engine.build()
  const save = savingIn(engine.unlock())
  for (let k = 0; k < 990; k++) save(k, newContact(contacts, k))
  process.stdout.write(passphrase)
  process.exit()
}

/** The same report when no day has its line: in a transaction that is taken back. */
function timeFromRecords(store: Store): number {
  let fastest = Number.NaN
  store.transact((tx) => {
    tx.run(CompiledQuery.raw('UPDATE contactDay SET facts = NULL'))
    fastest = best(3, () => explore(tx, ...year))
    return failed('taken-back')
  })
  return fastest
}

/** What no durable save can beat here: 1 KiB in a file that has its length already, and fdatasync. */
function floor(folder: string): Pick<Measures, 'saves'> {
  const path = `${folder}/floor`
  const file = openSync(path, 'w')
  const piece = Buffer.alloc(1024, 7)
  writeSync(file, Buffer.alloc(savesPerRound * piece.length))
  fdatasyncSync(file)
  const saves = Array.from({ length: savesPerRound }, (_, k) =>
    timed(() => {
      writeSync(file, piece, 0, piece.length, k * piece.length)
      fdatasyncSync(file)
    }),
  )
  closeSync(file)
  rmSync(path)
  return { saves }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function best(times: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: times }, () => timed(work)))
}
