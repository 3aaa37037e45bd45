/** `utilityProcess`: a Node process with Electron's message port. */
import type * as E from 'electron'
import { type ChildProcess, type Serializable, fork as forkNode } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { join } from 'node:path'
import { strict } from './strict.ts'

const HOST = join(import.meta.dirname, 'utility-host.ts')
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

class UtilityProcess extends EventEmitter {
  pid: number | undefined
  readonly stdout: ChildProcess['stdout']
  readonly stderr: ChildProcess['stderr']
  private readonly child: ChildProcess

  constructor(modulePath: string, args: string[], options: E.ForkOptions) {
    super()
    const { NODE_OPTIONS: _, ...env } = { ...(options.env ?? process.env) } as NodeJS.ProcessEnv
    const title = options.serviceName === undefined ? [] : [`--title=${options.serviceName}`]
    const child = forkNode(modulePath, args, {
      execArgv: ['--import', HOST, ...title, ...(options.execArgv ?? [])],
      env,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      serialization: 'advanced',
      stdio: ['ignore', ...outputs(options.stdio), 'ipc'],
    })
    this.child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    children.add(child)
    child.on('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (message) => this.emit('message', message))
    child.on('exit', (code, signal) => {
      children.delete(child)
      this.pid = undefined
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1))
    })
    // A process that could not be spawned, or a message to one that has just died: `exit` tells it.
    child.on('error', () => {})
  }

  postMessage(message: unknown, transfer: E.MessagePortMain[] = []): void {
    if (transfer.length > 0) throw new Error('stand-in: transferring ports is not implemented')
    // Cloned first, as Electron does: a Buffer arrives as a Uint8Array, a function throws here.
    if (this.child.connected) this.child.send(structuredClone(message) as Serializable)
  }
  kill(): boolean {
    return this.child.kill('SIGTERM')
  }
}

type Output = 'pipe' | 'ignore' | 'inherit'
function outputs(stdio: E.ForkOptions['stdio'] = 'inherit'): [Output, Output] {
  if (typeof stdio === 'string') return [stdio as Output, stdio as Output]
  const [, out = 'inherit', err = 'inherit'] = stdio
  return [out, err]
}

export const utilityProcess = strict(
  {
    fork: (modulePath: string, args: string[] = [], options: E.ForkOptions = {}) =>
      strict(new UtilityProcess(modulePath, args, options), 'UtilityProcess'),
  },
  'utilityProcess',
)
