/** What was built names no way out and no way to run text: decision 0005. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { filesUnder } from '../support/folders.ts'

const OUT = join(import.meta.dirname, '../../out')
/** Written beside the product, never packaged. */
const isDemo = (file: string) => file === join(OUT, 'main', 'demo.js')

/** pdf.js, loaded for a preview: it knows how to ask for a file, so it is held to a list of its own. */
const isPdfReader = (file: string) => /\/pdf-[\w-]{8}\.js$/.test(file)

const files = filesUnder(OUT).filter((file) => /\.c?js$/.test(file) && !isDemo(file) && !isPdfReader(file))
const code = (folder: string) =>
  files.filter((file) => file.startsWith(join(OUT, folder))).map((file) => readFileSync(file, 'utf8'))

/** `imported` as in `import … from "module"`, `require("module")`, `import("module")`. */
const modulesIn = (text: string): string[] =>
  [
    ...text.matchAll(/^(?:import|export)\b[^;]*?["']([^"'\n]+)["'];?$/gmu),
    ...text.matchAll(/\b(?:require\w*|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/gu),
  ].map(([, name = '']) => name)

const outside = (folder: string): string[] =>
  [...new Set(code(folder).flatMap(modulesIn))].filter((name) => !name.startsWith('.')).sort()

test('main and engine import what they need of Node: no socket, no server, no process', () => {
  expect(outside('main')).toEqual([
    'electron',
    'node:buffer',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:module',
    'node:os',
    'node:path',
    'node:stream',
    'node:timers/promises',
    // collects early: the memory of a session
    'node:v8',
    'node:worker_threads',
    // pdf-lib's own comments and guards: absent from the package, never reached (see below)
    'pako',
    'sodium-native',
    'sql.js',
  ])
  expect(outside('preload')).toEqual(['electron'])
  expect(outside('renderer')).toEqual([])
})

test('main takes of Electron what was reviewed', () => {
  const taken = code('main')
    .flatMap((text) => [...text.matchAll(/^import \{([^}]*)\} from "electron";$/gmu)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim().replace(/ as .*$/, '')))
  expect([...new Set(taken)].sort()).toEqual([
    'BrowserWindow',
    'Menu',
    'Notification',
    'app',
    'clipboard',
    'dialog',
    'ipcMain',
    'powerMonitor',
    'protocol',
    // where the window may come back
    'screen',
    'session',
    // hands a verified update over to the system’s installer
    'shell',
    'utilityProcess',
  ])
})

/** How often each is found in the window's script; more than that wants a look. */
const SINKS: [name: string, pattern: RegExp, often: number][] = [
  ['eval', /(?<![\w.$])eval\(/gu, 0],
  ['Function', /\bnew Function\b/gu, 0],
  // React's own (never given `dangerouslySetInnerHTML`), react-aria's emptied live region, and the guide's reader of named
  // character references, which the policy would refuse: the guide has none
  ['innerHTML', /\.innerHTML\s*=(?!=)/gu, 6],
  ['outerHTML', /\.outerHTML\s*=/gu, 0],
  ['insertAdjacentHTML', /insertAdjacentHTML/gu, 0],
  ['document.write', /document\.write/gu, 0],
  // what React Query and react-aria call `fetch` are methods of theirs
  ['fetch', /(?<![\w.$#]|async )fetch\((?!e(?:,t(?:=`only`)?)?\)\{)/gu, 0],
  ['XMLHttpRequest', /XMLHttpRequest/gu, 0],
  ['WebSocket', /\bWebSocket\b/gu, 0],
  ['EventSource', /\bEventSource\b/gu, 0],
  ['sendBeacon', /sendBeacon/gu, 0],
  ['RTCPeerConnection', /RTCPeerConnection/gu, 0],
  ['Worker', /\bnew (?:Shared)?Worker\b|serviceWorker/gu, 0],
  // the router's memory of where a page was scrolled to, not switched on
  ['storage', /\b(?:local|session)Storage\b|indexedDB/gu, 1],
]

const countsIn = (texts: readonly string[]) =>
  SINKS.map(([name, pattern]) => [
    name,
    texts.reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0),
  ])

test('the window’s script runs no text and calls nobody', () => {
  expect(countsIn(code('renderer'))).toEqual(SINKS.map(([name, , often]) => [name, often]))
})

test('the reader of PDF files runs no text; what it could ask for, given an address, was counted', () => {
  const readers = filesUnder(OUT).filter(isPdfReader)
  expect(readers).toHaveLength(1)
  // files, parts of files, fonts and colour profiles by their address: it is given bytes, never one, and the policy
  // (`connect-src 'none'`, no `worker-src`) refuses the rest, as e2e/specs/print-preview.spec.ts sees
  const counted: Record<string, number> = { fetch: 5, XMLHttpRequest: 4, Worker: 1 }
  expect(countsIn(readers.map((file) => readFileSync(file, 'utf8')))).toEqual(
    SINKS.map(([name]) => [name, counted[name] ?? 0]),
  )
})

test('the order of the layers of style is said before any style', () => {
  const page = readFileSync(join(OUT, 'renderer', 'index.html'), 'utf8')
  const first = /<link rel="stylesheet"[^>]* href="\.\/(?<file>[^"]+)"/u.exec(page)?.groups?.['file'] ?? ''
  expect(readFileSync(join(OUT, 'renderer', first), 'utf8')).toMatch(/^@layer reset, ?base, ?ui, ?feature;/u)
})
