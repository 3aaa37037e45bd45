/** Starts Debian's Chromium, which draws the windows. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Cdp } from './cdp.ts'
import { debuggingPort, headless, sandboxed } from './launch.ts'

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,HttpsUpgrades,InterestFeedContentSuggestions',
  '--password-store=basic',
  '--use-mock-keychain',
  // hides the bar that warns of unusual flags
  '--test-type',
  '--disable-crash-reporter',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--force-color-profile=srgb',
  '--lang=fr-CA',
  // The network is always dead, whatever the app's own barriers do.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
]
/** The page of the window Chromium opens by itself, before the app's first load. */
export const BLANK_PAGE = 'data:text/html,'

export interface Chromium {
  cdp: Cdp
  child: ChildProcess
  /** Kills it, waits for its end and removes its profile. Synchronous: the process may be exiting. */
  end(): void
}

/** @param withWindow opens a first window at once: the only kind without tabs and address bar. */
export function startChromium(withWindow: boolean, onDevTools: (url: string) => void): Chromium {
  sweepProfiles()
  const profile = mkdtempSync(join(tmpdir(), `${PROFILE}${process.pid}-`))
  const child = spawn(
    executable(),
    [
      ...FLAGS,
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      ...(sandboxed ? [] : ['--no-sandbox']),
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
      ...(headless ? ['--headless=new'] : []),
      withWindow ? `--app=${BLANK_PAGE}` : '--no-startup-window',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, CHROME_DEVEL_SANDBOX: '', CHROME_WRAPPER: 'stand-in' },
    },
  )
  readErrors(child, onDevTools)
  return {
    cdp: new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable),
    child,
    end() {
      child.kill('SIGKILL')
      waitForEnd(child.pid)
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
}

function executable(): string {
  const chosen = process.env['STANDIN_CHROMIUM']
  if (chosen !== undefined) return chosen
  const found = ['/usr/lib/chromium/chromium', '/usr/bin/chromium'].find((path) => existsSync(path))
  if (found === undefined)
    throw new Error('stand-in: Chromium is missing: apt-get install chromium, or set STANDIN_CHROMIUM')
  return found
}

/** Chromium's chatter is dropped, but for the line Playwright waits for. STANDIN_VERBOSE=1 shows it all. */
function readErrors(child: ChildProcess, onDevTools: (url: string) => void): void {
  let rest = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const url = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (url !== undefined) onDevTools(url)
      if (url !== undefined || process.env['STANDIN_VERBOSE']) process.stderr.write(`${line}\n`)
    }
  })
}

/** Until it is dead, Chromium may still write to its profile. It stays a zombie as long as this process does not yield. */
function waitForEnd(pid: number | undefined): void {
  const nap = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 200 && processState(pid) !== 'Z'; tries++) Atomics.wait(nap, 0, 0, 5)
}

function processState(pid: number | undefined): string {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 'Z'
  } catch {
    return 'Z'
  }
}

const PROFILE = 'electron-stand-in-'

/** A stand-in killed outright leaves its profile behind: the next one removes it. */
function sweepProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PROFILE}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
