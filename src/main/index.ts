import { app, clipboard, ipcMain, Menu, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { join } from 'node:path'
import type { Language } from '#shared/language'
import type { VerifiedPackage } from '#shared/engine-protocol'
import { stackFrames } from '#shared/stack-frames'
import { guardClipboard } from './clipboard.ts'
import { logFile, openEventLog } from './event-log.ts'
import { createHandlers, type Speech } from './handlers.ts'
import { watchLockSignals } from './lock-signals.ts'
import { applicationMenu } from './menu.ts'
import { createPackageHandlers } from './package-handlers.ts'
import { openPlaces } from './places.ts'
import { preparePrinting, printToPdf } from './printing.ts'
import { openProfile, type Profile } from './profile.ts'
import { serve } from './router.ts'
import { confine, ORIGIN, registerScheme, silenceChromium } from './security.ts'
import { startSession } from './session.ts'
import { createSystemHandlers } from './system-handlers.ts'
import { keepingTrialsIn } from './trial.ts'
import { createUpdateHandlers, emptyRoom, updateRoom } from './updates.ts'
import { openWindow, placeOf, prepareSession } from './window.ts'

silenceChromium()
registerScheme()
app.on('web-contents-created', (_event, contents) => confine(contents))

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

async function start(): Promise<void> {
  const logs = app.getPath('logs')
  const log = openEventLog(logs)
  const profile = openProfile(join(app.getPath('userData'), 'settings.json'))
  const places = openPlaces(profile, app.getPath('documents'))
  const speech = speechOf(profile)
  const room = updateRoom(app.getPath('userData'))
  emptyRoom(room)
  let verified: VerifiedPackage | null = null
  await Promise.all([prepareSession(), preparePrinting()])

  const window = openWindow(profile.current().window)
  const copies = guardClipboard(clipboard)
  const engine = join(import.meta.dirname, 'engine.js')
  const session = startSession(
    engine,
    window,
    () => places.current(),
    () => {
      // what was verified does not outlive the session that asked for it
      verified = null
      return copies.clear()
    },
    {
      event({ name, payload }) {
        if (name === 'vault.healthChanged' && payload.state === 'damaged') places.noteDamage(true)
        window.webContents.send(name, payload)
      },
      bug: ({ command, error, frames }) => log(`engine-bug ${command} ${error}`, frames),
      updateReady: (update) => {
        verified = update.package
      },
      seen: ({ seen: { id, ...far } }) =>
        profile.remember({ seen: { ...profile.current().seen, [id]: far } }),
      print: (html) =>
        printToPdf(html).catch((error: unknown) => {
          log('main-bug print', stackFrames(error))
          throw error
        }),
    },
  )
  let lastHeard = performance.now()
  window.webContents.on('input-event', () => {
    lastHeard = performance.now()
  })
  serve(ipcMain, {
    isTrusted: (event) => isOwnPage(event, window),
    main: keepingTrialsIn(() => session.isTrial(), {
      ...createHandlers(window, places, session, speech),
      ...createPackageHandlers(window, places, speech),
      ...createSystemHandlers(window, speech, copies, logFile(logs)),
      ...createUpdateHandlers({
        window,
        places,
        session,
        speech,
        room,
        takePackage() {
          const taken = verified
          verified = null
          return taken
        },
      }),
    }),
    engine: async (name, input) => {
      lastHeard = performance.now()
      const reply = await session.call(name, input)
      if (name === 'vault.fallBack' && reply.ok) places.noteDamage(false)
      return reply
    },
    reportBug: (command, error) => log(`main-bug ${command}`, stackFrames(error)),
  })

  const unwatch = watchLockSignals(
    (reason) => void session.lock(reason),
    () => lastHeard,
  )
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  window.on('close', () => profile.remember({ window: placeOf(window) }))
  endWithWindow(window, async () => {
    unwatch()
    await session.end()
  })
}

/** Shows the menu in the language remembered, and in each one chosen after. Only macOS has a menu. */
function speechOf(profile: Profile): Speech {
  const showMenu = (language: Language): void =>
    Menu.setApplicationMenu(
      process.platform === 'darwin' ? Menu.buildFromTemplate(applicationMenu(language)) : null,
    )
  showMenu(profile.current().language)
  return {
    language: () => profile.current().language,
    choose(language) {
      profile.remember({ language })
      showMenu(language)
    },
  }
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    event.sender.id === window.webContents.id &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === ORIGIN
  )
}

/** Closing the window is quitting: the vault is checkpointed and closed first, so that the next opening is clean. */
function endWithWindow(window: BrowserWindow, finish: () => Promise<void>): void {
  let finished = false
  window.on('close', (event) => {
    if (finished) return
    event.preventDefault()
    window.hide()
    void finish().finally(() => {
      finished = true
      window.destroy()
      app.quit()
    })
  })
}
