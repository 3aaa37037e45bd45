import { PDFDocument } from 'pdf-lib'
import { v7 as newId } from 'uuid'
import type { Result } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { Places, VerifiedPackage } from '#shared/engine-protocol'
import type { Seen } from '#shared/seen'
import { createHandlers } from '../handlers/index.ts'
import { readSource } from '../import/source.ts'
import type { EnginePorts } from '../ports.ts'
import { createSession, type Session } from '../session.ts'
import { createMemoryVaults, memoryWords, type MemoryVaults } from './memory-vault.ts'

/** The two words this engine asks to retype: `randomBelow` below always answers the highest. */
export const lastWords: [string, string] = ['abriter', 'abroger']
/** The name a window would give to a long act. */
export const act = '0195b5a0-0000-7000-8000-000000000000'
export const passphrase = 'marguerite-tricote-un-soir'

export interface TestEngine {
  handlers: Handlers<'engine'>
  session: Session
  vaults: MemoryVaults
  /** The minute on the wall; a test moves it. */
  wall: { now: string }
  /** Where things are; a test chooses a folder for releases. */
  places: Places
  /** Pages printed so far, and whether the printer works. */
  printer: { pages: string[]; broken: boolean }
  events: string[]
  /** Packages that main may install. */
  installable: VerifiedPackage[]
  /** What was remembered of vaults, in order; the places tell it at the next call. */
  seen: Seen[]
  /** Milliseconds slept, in order. */
  sleeps: number[]
  /** Runs what was put off, in order, until nothing is left. */
  runLater(): void
}

/** The engine's handlers on a vault in memory, with a clock that stands still. */
export async function createTestEngine(instead: Partial<EnginePorts> = {}): Promise<TestEngine> {
  const vaults = await createMemoryVaults()
  const wall = { now: '2026-11-24T10:00' }
  const places: Places = {
    vault: '/vault',
    releases: null,
    registerFile: null,
    importFile: null,
    documents: null,
    newBackup: null,
    backup: null,
    restored: null,
    update: null,
    newCard: null,
    card: null,
    newPackage: null,
    reviewPackage: null,
    seen: {},
  }
  const printer: TestEngine['printer'] = { pages: [], broken: false }
  const events: string[] = []
  const installable: VerifiedPackage[] = []
  const seen: Seen[] = []
  const sleeps: number[] = []
  const put: { work: () => void }[] = []
  const ports: EnginePorts = {
    clock: { now: () => wall.now },
    newId,
    vaults,
    updateKeys: () => [],
    // the thread has its tests; here hundreds of small files are read
    readImport: ({ path, kind }) => readSource(path, kind),
    newRecoveryWords: () => memoryWords,
    randomBelow: (limit) => limit - 1,
    sleep: async (milliseconds) => void sleeps.push(milliseconds),
    later(work) {
      const entry = { work }
      put.push(entry)
      return () => void put.splice(put.indexOf(entry), put.includes(entry) ? 1 : 0)
    },
    places: () => places,
    emit: (name) => void events.push(name),
    // nothing steps aside where nothing else is asked
    whenAlone: async () => {},
    letInstall: (verified) => void installable.push(verified),
    remember({ id, ...far }) {
      seen.push({ id, ...far })
      places.seen = { ...places.seen, [id]: far }
    },
    print: async (html) => {
      printer.pages.push(html)
      return printer.broken ? null : blankPdf()
    },
    ...instead,
  }
  const session = createSession(ports)
  return {
    handlers: createHandlers(session, ports),
    session,
    vaults,
    wall,
    places,
    printer,
    events,
    installable,
    seen,
    sleeps,
    runLater() {
      for (let next = put.shift(); next; next = put.shift()) next.work()
    },
  }
}

/** One empty page, signed by its maker as Chromium signs. */
async function blankPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  document.setCreator('Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/150')
  return document.save()
}

/** The same with the vault made and open. */
export async function createOpenEngine(instead: Partial<EnginePorts> = {}): Promise<TestEngine> {
  const engine = await createTestEngine(instead)
  await engine.handlers['vault.proposeRecovery']()
  const created = await engine.handlers['vault.create']({ act, passphrase, retyped: lastWords })
  if (!created.ok) throw new Error(created.failure)
  return engine
}

/** The id a saving command answered. */
export async function savedId(reply: Saving | Promise<Saving>): Promise<string> {
  const saved = await reply
  if (!saved.ok) throw new Error(saved.failure)
  return saved.value.id
}
type Saving = Result<{ id: string }, string>
