import { app, dialog, shell, type BrowserWindow } from 'electron'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandsOf, Handlers } from '#shared/contract'
import type { UpdatePlace, VerifiedPackage } from '#shared/engine-protocol'
import { appImageOf, replaceAppImage } from './app-image.ts'
import { chosen } from './choosing.ts'
import type { Dialogs } from './dialogs.ts'
import type { PlaceKeeper } from './places.ts'
import type { Session } from './session.ts'

export type UpdateName = Extract<CommandsOf<'main'>, `updates.${string}` | `about.${string}`>
type Surroundings = {
  window: BrowserWindow
  dialogs: Dialogs
  places: PlaceKeeper
  session: Session
  room: string
  verified: VerifiedKeeper
}

export type VerifiedKeeper = ReturnType<typeof keepVerified>

/** The package that the engine verified: given once, and not after the session that asked for it. */
export function keepVerified() {
  let verified: VerifiedPackage | null = null
  return {
    put(found: VerifiedPackage) {
      verified = found
    },
    forget() {
      verified = null
    },
    take() {
      const taken = verified
      verified = null
      return taken
    },
  }
}

/** Where packages are copied and verified: in the profile, for this program alone. */
export const updateRoom = (profile: string): string => join(profile, 'updates')

/** At each start: the package installed last has no more use. An installer that is still ending keeps its own until the next start. */
export function emptyRoom(room: string): void {
  try {
    rmSync(room, { recursive: true, force: true })
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

/** What main does of an update: the file is chosen, and what the engine verified is handed over. */
export function createUpdateHandlers({
  window,
  dialogs,
  places,
  session,
  room,
  verified,
}: Surroundings): Pick<Handlers<'main'>, UpdateName> {
  const { text } = dialogs
  return {
    'about.read': () => ({ ok: true, value: { version: app.getVersion() } }),
    'updates.chooseFile': async () => {
      const { chooseUpdate: title, updateFiles: kind } = text()
      const file = await dialogs.file({ title, kind, endings: ['filigrane-maj'] })
      return chosen(file, (path) => {
        mkdirSync(room, { recursive: true, mode: 0o700 })
        places.chooseUpdate({ file: path, room, running: running() })
      })
    },
    'updates.install': async () => {
      const ready = verified.take()
      if (ready === null) return { ok: false, failure: 'update-not-ready' }
      // the vault is closed before anything may end this program from outside
      await session.lock('update')
      if (!(await install(ready))) {
        await dialog.showMessageBox(window, {
          type: 'error',
          message: text().updateNotOpened,
          detail: text().updateNotOpenedNext,
        })
        return { ok: false, failure: 'update-not-opened' }
      }
      window.close()
      return { ok: true, value: undefined }
    },
  }
}

/** What else runs on Linux was installed from a package. */
const appImage = (): string | undefined => appImageOf(process.env, process.execPath)

function running(): UpdatePlace['running'] {
  return { version: app.getVersion(), platform: process.platform, arch: process.arch, kind: kindHere() }
}

function kindHere(): VerifiedPackage['kind'] {
  if (process.platform === 'win32') return 'nsis'
  if (process.platform === 'darwin') return 'dmg'
  return appImage() === undefined ? 'deb' : 'AppImage'
}

/** False when the system refused. An AppImage has no installer: the new one takes the place of the file that runs. */
async function install({ path, kind }: VerifiedPackage): Promise<boolean> {
  const current = appImage()
  if (kind !== 'AppImage' || current === undefined) return (await shell.openPath(path)) === ''
  try {
    replaceAppImage(current, path)
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    return false
  }
}

const isRefusal = (error: unknown): boolean => error instanceof Error && 'syscall' in error
