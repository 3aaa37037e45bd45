import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { migrations } from '#core/caseload/migrations'
import type { Result } from '#core/result'
import type { Steps } from '#core/steps'
import type { KdfCosts } from '#core/vault/ports'
import type { FromEngine, ToEngine } from '#shared/engine-protocol'
import { clock } from './adapters/clock.ts'
import { calibratedCosts } from '#core/vault/calibration'
import { files } from './adapters/files.ts'
import { keepHeapSmall } from './adapters/heap.ts'
import { processes } from './adapters/processes.ts'
import { crypto as promptCrypto, patientCrypto as crypto } from './adapters/sodium.ts'
import { loadSqlEngine } from './adapters/sqljs.ts'
import { recoveryWordsFrom } from './adapters/words.ts'
import { bugReport } from './bug-report.ts'
import { createHandlers } from './handlers/index.ts'
import { readInThread } from './import/reading.ts'
import { newCaseload } from './new-caseload.ts'
import type { EnginePorts, HostPorts } from './ports.ts'
import { serve } from './serve.ts'
import { doorsOf, type StorePorts } from './store.ts'
import { createSession } from './session.ts'
import { warmUp } from './warm-up.ts'
import { rehearseRestore, restoreStore } from './store/backups.ts'
import { fallingBack, findingWhole } from './store/fallback.ts'
import { actOf, stepsOf, type LongAct } from './store/long-act.ts'
import { creating, opening } from './store/opening.ts'
import { readPublicKeys } from './updates/minisign.ts'

/** Electron's `process.parentPort`; this process has no other door. */
interface ParentPort {
  postMessage(message: FromEngine): void
  on(event: 'message', listener: (event: { data: ToEngine }) => void): void
}
const { parentPort } = process as unknown as { parentPort: ParentPort }

process.on('uncaughtException', (error) => {
  parentPort.postMessage(bugReport('engine', error))
  process.exitCode = 1
  setImmediate(() => process.exit())
})

/** A file of the package, beside the code and as protected as it: who builds the program says whose updates it takes. */
const updateKeyFile = join(import.meta.dirname, '..', '..', 'resources', 'update-key.pub')

keepHeapSmall()
const storePorts: StorePorts = { crypto, files, processes, clock, sql: await loadSqlEngine() }

serve(
  {
    post: (message) => parentPort.postMessage(message),
    listen: (receive) => parentPort.on('message', ({ data }) => receive(data)),
  },
  (host) => {
    const ports = enginePorts(host)
    const session = createSession(ports)
    return {
      handlers: createHandlers(session, ports),
      giveUp: () => session.acts.cancelAll(),
      close: () => session.close(),
    }
  },
)
// once the lock screen was told that it may show itself; what it asks is answered between two steps
const warming = warmUp({ ...storePorts, crypto: promptCrypto })
const warmOn = () => {
  try {
    if (warming.next().done !== true) setImmediate(warmOn)
  } catch (error) {
    // the first opening is slower, that is all
    parentPort.postMessage(bugReport('warm-up', error))
  }
}
setImmediate(warmOn)

/** A declaration, not a constant: the ports are made while this module is still being read. */
function calibrated(): Steps<KdfCosts> {
  return calibratedCosts(crypto, () => performance.now())
}

/** An act that makes a slot, at what a second of this computer is worth. */
function atTodaysCosts<T, F extends string>(begin: (costs: KdfCosts) => LongAct<T, F>): LongAct<T, F> {
  const steps = function* (): Steps<Result<T, F>> {
    return yield* stepsOf(begin(yield* calibrated()))
  }
  return actOf(steps())
}

function enginePorts(host: HostPorts): EnginePorts {
  return {
    ...host,
    clock,
    newId,
    readImport: (order, signal) =>
      readInThread(join(import.meta.dirname, 'reading-thread.js'), order, signal),
    vaults: {
      create: (folder, keys) =>
        atTodaysCosts((costs) =>
          creating(storePorts, {
            folder,
            ...keys,
            ...newCaseload,
            costs,
          }),
        ),
      open: (folder, secret) =>
        secret.kind === 'recovery'
          ? atTodaysCosts((costs) => opening(storePorts, { folder, secret, migrations, costs }))
          : opening(storePorts, { folder, secret, migrations }),
      findWhole: (folder, secret) => findingWhole(storePorts, { folder, secret, migrations }),
      fallBack: (folder, secret) => fallingBack(storePorts, { folder, secret, migrations }),
      async tryOut() {
        // its persons are read when somebody asks for them: not at each start of the engine
        const { createTrial } = await import('./trial.ts')
        // at a cost that makes no one wait
        return createTrial({ ...storePorts, crypto: promptCrypto })
      },
      doors: (folder) => doorsOf(storePorts, folder),
      restore: (copy) => restoreStore(storePorts, { ...copy, migrations }),
      rehearse: (copy, look) => rehearseRestore(storePorts, { ...copy, migrations }, look),
      calibratedCosts: calibrated,
    },
    updateKeys: () => readPublicKeys(readFileSync(updateKeyFile, 'utf8')),
    newRecoveryWords: () => recoveryWordsFrom(randomBytes(16)),
    randomBelow: randomInt,
    sleep,
    later(work, milliseconds) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}
