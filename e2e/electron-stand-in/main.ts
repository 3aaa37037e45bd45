/** Runs the app's entry, then tells it that Electron is ready. */
import { pathToFileURL } from 'node:url'
import { rawApp } from './app.ts'
import { launch } from './launch.ts'

// Electron lives until it is told to quit, whether or not a window was ever opened.
setInterval(() => {}, 2 ** 30)

// As in a packaged Electron, `ready` waits for the entry's top-level awaits: one that awaits `ready` would wait for ever.
const warning = setTimeout(() => {
  console.error(
    'stand-in: the entry still awaits something at its top level, and `ready` waits for the entry',
  )
}, 10_000)
await import(pathToFileURL(launch.entry).href)
clearTimeout(warning)
rawApp._setReady()
