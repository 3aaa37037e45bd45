/** What the command line says: which app, and Chromium's switches. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

export const ELECTRON_VERSION = '45.4.1'

// Electron's process.argv: the binary, then everything as it was typed.
process.argv.splice(0, 2, join(import.meta.dirname, 'electron'))
const typed = process.argv.slice(1)

interface Launch {
  /** The script to run. */
  entry: string
  /** What `app.getAppPath()` answers: the folder that holds package.json, or the script's own. */
  appPath: string
  name: string
  version: string
}

export const launch: Launch = findApp()

/** As Electron does: the first argument that is no switch is a folder with a package.json, or a script. */
function findApp(): Launch {
  const path = typed.find((arg) => !arg.startsWith('-'))
  if (path === undefined) throw new Error('usage: electron [switches] path/to/app')
  const given = resolve(path)
  const manifest = readManifest(given)
  const entry = createRequire(import.meta.url).resolve(manifest?.main ? join(given, manifest.main) : given)
  return {
    entry,
    appPath: manifest ? given : dirname(entry),
    name: manifest?.productName ?? manifest?.name ?? 'Electron',
    version: manifest?.version ?? ELECTRON_VERSION,
  }
}

interface Manifest {
  main?: string
  name?: string
  productName?: string
  version?: string
}

function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'package.json')
  if (!statSync(folder).isDirectory() || !existsSync(path)) return undefined
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}

/** The value of `--name=value` (empty for a bare `--name`), or undefined. The last one wins, as in Chromium. */
export function typedSwitch(name: string): string | undefined {
  const found = typed.findLast((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))
  return found?.slice(name.length + 3)
}

/** Tests and the demo draw no window. */
export const headless = process.env['STANDIN_HEADLESS'] === '1'
/** Playwright asks for a TCP port; nobody else gets one. */
export const debuggingPort = typedSwitch('remote-debugging-port')
/** Chromium's sandbox refuses to run as root; Playwright asks to do without it. */
export const sandboxed = process.getuid?.() !== 0 && typedSwitch('no-sandbox') === undefined
