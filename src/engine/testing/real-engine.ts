import { migrations } from '#core/caseload/migrations'
import { newCaseload } from '../new-caseload.ts'
import { recoveryWordsFrom } from '../adapters/words.ts'
import type { EnginePorts, Vaults } from '../ports.ts'
import { rehearseRestore, restoreStore } from '../store/backups.ts'
import { cheapCosts, cheapPolicy, realPorts, temporaryFolder } from '../store/testing/real-ports.ts'
import { doorsOf, type StorePorts } from '../store.ts'
import { fallingBack, findingWhole } from '../store/fallback.ts'
import { creating, opening } from '../store/opening.ts'
import { answering, withoutCopies } from './memory-vault.ts'
import { act, createTestEngine, passphrase, type TestEngine } from './test-engine.ts'

export interface RealEngine extends TestEngine {
  /** A folder of its own, with everything in it, removed by `remove`. */
  folder: string
  remove(): void
  /** The words of the sheet of the vault, as it was created. */
  words: string
}

/** The engine's handlers on a vault on the disk, made and open; only the derivation is cheap. */
export async function createRealEngine(
  instead: Partial<EnginePorts> = {},
  changes: Partial<StorePorts> = {},
): Promise<RealEngine> {
  const storePorts = await realPorts(changes)
  const place = temporaryFolder()
  const costs = { costs: cheapCosts, policy: cheapPolicy }
  const vaults: Vaults = {
    create: (folder, keys) =>
      creating(storePorts, {
        folder,
        ...keys,
        ...costs,
        ...newCaseload,
      }),
    open: (folder, secret) => opening(storePorts, { folder, secret, migrations, ...costs }),
    findWhole: (folder, secret) => findingWhole(storePorts, { folder, secret, migrations, ...costs }),
    fallBack: (folder, secret) => fallingBack(storePorts, { folder, secret, migrations, ...costs }),
    tryOut: withoutCopies.tryOut,
    restore: (copy) => restoreStore(storePorts, { ...copy, migrations, ...costs }),
    rehearse: (copy, look) => rehearseRestore(storePorts, { ...copy, migrations, ...costs }, look),
    doors: (folder) => doorsOf(storePorts, folder),
    calibratedCosts: () => answering({ operations: 2, memory: 16 }),
  }
  let sheets = 0
  const engine = await createTestEngine({
    vaults,
    newRecoveryWords: () => recoveryWordsFrom(new Uint8Array(16).fill(++sheets)),
    sleep: async () => undefined,
    ...instead,
  })
  engine.places.vault = `${place.path}/carnet.filigrane`
  const words = await newSheet(engine)
  const made = await engine.handlers['vault.create']({ act, passphrase, retyped: lastTwo(words) })
  if (!made.ok) throw new Error(made.failure)
  return { ...engine, folder: place.path, remove: () => place.remove(), words: words.join(' ') }
}

/** Twelve new words; the two last are those to retype. */
export async function newSheet({ handlers }: TestEngine): Promise<string[]> {
  const proposed = await handlers['vault.proposeRecovery']()
  if (!proposed.ok) throw new Error('no words')
  return proposed.value.words
}

export function lastTwo(words: readonly string[]): [string, string] {
  return [words[10] ?? '', words[11] ?? '']
}
