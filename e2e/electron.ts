/** Starts an Electron app under Playwright, on the stand-in or, with FILIGRANE_ELECTRON, on a real binary. */
import { type ElectronApplication, type JSHandle, type Page, _electron, chromium } from '@playwright/test'
import type { BrowserWindow, Dialog } from 'electron'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const STAND_IN = join(import.meta.dirname, 'electron-stand-in/electron')
/** The project as built or, with FILIGRANE_APP, the files of a package. */
export const BUILT = process.env['FILIGRANE_APP'] ?? ROOT
const realBinary = process.env['FILIGRANE_ELECTRON']

/** False on the real binary: what only the stand-in can tell must not be asserted there. */
export const onStandIn = realBinary === undefined

export interface Launched {
  app: ElectronApplication
  /** The first window. Dead once its renderer has crashed: see `reconnect`. */
  page: Page
  userData: string
  /** A live page for the first window, after its renderer crashed and was loaded again. */
  reconnect(): Promise<Page>
  /** Quits the app. Removes the profile, if it was made here. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** The app's folder or script. By default the built Filigrane. */
  entry?: string
  /** What follows the entry on the command line. */
  args?: readonly string[]
  /** An existing profile, which then outlives the app. By default a new one. */
  userData?: string
  env?: Readonly<Record<string, string>>
}

export async function launchElectron(options: LaunchOptions = {}): Promise<Launched> {
  const { entry = BUILT, args = [], env = {} } = options
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'filigrane-e2e-'))
  const app = await _electron.launch({
    executablePath: realBinary ?? STAND_IN,
    args: [`--user-data-dir=${userData}`, entry, ...args],
    cwd: ROOT,
    env: { ...inheritedEnv(), STANDIN_HEADLESS: '1', ...env },
    // The app's own theme decides, not Playwright's default of light.
    colorScheme: null,
  })
  const page = await app.firstWindow()
  const connections: (() => Promise<void>)[] = []
  return {
    app,
    page,
    userData,
    async reconnect() {
      const { page: live, disconnect } = await connectAgain(app)
      connections.push(disconnect)
      return live
    },
    async close() {
      for (const disconnect of connections) await disconnect()
      await app.close()
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Main's own object for the first window. Playwright's `browserWindow` says nothing of its type. */
export const windowOf = ({ app, page }: Launched): Promise<JSHandle<BrowserWindow>> => app.browserWindow(page)

type DialogAnswers = {
  [Name in 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox']: Awaited<ReturnType<Dialog[Name]>>
}

/** Answers the next dialog of that kind in the person's place, once; no dialog is drawn. */
export function answerNextDialog<Name extends keyof DialogAnswers>(
  app: ElectronApplication,
  name: Name,
  answer: DialogAnswers[Name],
): Promise<void> {
  return app.evaluate(
    ({ dialog }, given) => {
      const original = dialog[given.name]
      const once = () => {
        Object.assign(dialog, { [given.name]: original })
        return Promise.resolve(given.answer)
      }
      Object.assign(dialog, { [given.name]: once })
    },
    { name, answer },
  )
}

function inheritedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => !!pair[1]))
}

/** Playwright's Page stays dead after a crash: only a second client sees the window alive. */
async function connectAgain(app: ElectronApplication) {
  const folder = await app.evaluate(({ app }) => app.getPath('sessionData'))
  const [port, path] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`)
  const page = browser.contexts().flatMap((context) => context.pages())[0]
  if (!page) throw new Error('no window is open')
  // Over CDP, `close` only disconnects.
  return { page, disconnect: () => browser.close() }
}
