import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { ProofOptions, Subject } from '../subject.ts'
import { quickStates, vaultKinds } from './kinds.ts'
import { violationText } from './text.fr.ts'
import type { Verdict } from './verdict.ts'

/** The vault's promise: every acknowledged note, or a refusal that says why; never a wrong one, never a silent loss. */
export const vault: Subject = { name: 'vault', kinds: kindsOnAllCores() }

/** Every kind runs in a process of its own, as many at once as there are cores; their reports come in the order of the table. */
function kindsOnAllCores(): Subject['kinds'] {
  let verdicts: Map<string, Promise<Verdict>> | null = null
  return Object.keys(vaultKinds).map((name) => ({
    name,
    async run(options) {
      verdicts ??= begin(options)
      const verdict = await verdicts.get(name)
      if (!verdict) return { states: 0, violations: 0 }
      for (const violation of verdict.shown)
        process.stderr.write(violationText(violation, options.seed, options.states ?? quickStates))
      return { states: verdict.states, violations: verdict.violations }
    },
  }))
}

function begin({ seed, states, only }: ProofOptions): Map<string, Promise<Verdict>> {
  const names = Object.keys(vaultKinds).filter((name) => only === null || name === only)
  let free = availableParallelism()
  const waiting: (() => void)[] = []
  const turn = () => {
    if (free-- > 0) return Promise.resolve()
    return new Promise<void>((resolve) => void waiting.push(resolve))
  }
  const prove = async (name: string) => {
    await turn()
    try {
      return await proveElsewhere(name, seed, states ?? quickStates)
    } finally {
      free++
      waiting.shift()?.()
    }
  }
  return new Map(names.map((name) => [name, prove(name)]))
}

async function proveElsewhere(kind: string, seed: number, states: number): Promise<Verdict> {
  const script = new URL('./one-kind.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, kind, String(seed), String(states)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the process proving ${kind} ended with ${code}`)
  return JSON.parse(output) as Verdict
}
