/** Runs first in a utility process: gives it `process.parentPort`, takes `process.send` away, as in Electron. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const toParent = process.send?.bind(process)

class ParentPort extends EventEmitter {
  private readonly waiting: unknown[] = []

  postMessage(message: unknown): void {
    // Cloned first, as Electron does: a Buffer arrives as a Uint8Array.
    toParent?.(structuredClone(message))
  }
  /** Messages wait until someone listens. */
  override on(name: string, listener: (event: { data: unknown; ports: never[] }) => void): this {
    super.on(name, listener)
    if (name === 'message') for (const data of this.waiting.splice(0)) this.emit(name, { data, ports: [] })
    return this
  }
  receive(data: unknown): void {
    if (this.listenerCount('message') === 0) this.waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }
}

const port = new ParentPort()
process.on('message', (data) => port.receive(data))
// Main is gone, however it went.
process.on('disconnect', () => process.exit(0))
delete process.send
Object.assign(process, { parentPort: port, type: 'utility' })

// Electron's V8 sandbox refuses external buffers: sodium_malloc throws there, so it must throw here.
const NO_MALLOC = `
module.exports.sodium_malloc = () => { throw new TypeError('sodium_malloc: no external buffers in Electron') }`

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    // The npm package of that name would download a binary.
    throw new Error('stand-in: electron is not implemented in a utility process')
  },
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith('/sodium-native/index.js')) return loaded
    return { ...loaded, source: readFileSync(new URL(url), 'utf8') + NO_MALLOC }
  },
})
