/** `ipcMain`. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import { makeCodec } from './codec.ts'
import type { FromRenderer, ToRenderer } from './renderer/worlds.ts'
import { strict } from './strict.ts'

type Handler = Parameters<E.IpcMain['handle']>[1]

class IpcMain extends EventEmitter {
  readonly _handlers = new Map<string, Handler>()

  handle(channel: string, listener: Handler): void {
    if (this._handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this._handlers.set(channel, listener)
  }
  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args: unknown[]) => {
      this.removeHandler(channel)
      return listener(event, ...args) as unknown
    })
  }
  removeHandler(channel: string): void {
    this._handlers.delete(channel)
  }
}

const rawIpcMain = new IpcMain()
export const ipcMain = strict(rawIpcMain, 'ipcMain')
export const codec = makeCodec()

type Call = Extract<FromRenderer, { channel: string }>

/** @param event what the app's handler receives first */
export function receiveCall(call: Call, event: E.IpcMainEvent, answer: (reply: ToRenderer) => void): void {
  const args = codec.decode(call.args) as unknown[]
  if (call.type === 'send') rawIpcMain.emit(call.channel, event, ...args)
  else void invoke(call.channel, event, args, call.id).then(answer)
}

async function invoke(
  channel: string,
  event: E.IpcMainEvent,
  args: unknown[],
  id: number,
): Promise<ToRenderer> {
  try {
    const handler = rawIpcMain._handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const result: unknown = await handler(event, ...args)
    return { type: 'result', id, result: codec.encode(result) }
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { type: 'error', id, error: `Error invoking remote method '${channel}': ${reason}` }
  }
}
