import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#shared/contract'
import { commandNames, eventNames } from '#shared/names'

const commands = new Set<string>(commandNames)
const events = new Set<string>(eventNames)

/** All that the window can reach: a list of names. Inputs are parsed on the other side. */
const bridge: Bridge = {
  call(name, input) {
    if (!commands.has(name)) return Promise.reject(new Error(`unknown command ${name}`))
    return ipcRenderer.invoke(name, input)
  },
  listen(name, listener) {
    if (!events.has(name)) throw new Error(`unknown event ${name}`)
    const forward = (_event: unknown, payload: unknown): void => listener(payload)
    ipcRenderer.on(name, forward)
    return () => void ipcRenderer.off(name, forward)
  },
}

contextBridge.exposeInMainWorld('filigrane', bridge)
