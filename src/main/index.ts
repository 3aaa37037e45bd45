import { app, clipboard, ipcMain } from 'electron'
import { join } from 'node:path'
import { stackFrames } from '#shared/stack-frames'
import { createChoosers } from './choosing.ts'
import { guardClipboard } from './clipboard.ts'
import { dialogsOver } from './dialogs.ts'
import { onEngine } from './engine-told.ts'
import { logFile, openEventLog } from './event-log.ts'
import { createHandlers } from './handlers.ts'
import { watchLockSignals } from './lock-signals.ts'
import { openPlaces } from './places.ts'
import { preparePrinting, prints } from './printing.ts'
import { openProfile } from './profile.ts'
import { serve } from './router.ts'
import { confine, registerScheme, silenceChromium } from './security.ts'
import { startSession } from './session.ts'
import { speechOf } from './speech.ts'
import { createSystemHandlers } from './system-handlers.ts'
import { keepingTrialsIn } from './trial.ts'
import { createUpdateHandlers, emptyRoom, keepVerified, updateRoom } from './updates.ts'
import {
  comeForward,
  endWithWindow,
  isOwnPage,
  openWindow,
  placeOf,
  prepareSession,
  watchUse,
} from './window.ts'

silenceChromium()
registerScheme()
app.on('web-contents-created', (_event, contents) => confine(contents))

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

async function start(): Promise<void> {
  const logs = app.getPath('logs')
  const log = openEventLog(logs)
  const reportBug = (what: string, error: unknown) => log(`main-bug ${what}`, stackFrames(error))
  const profile = openProfile(join(app.getPath('userData'), 'settings.json'), (error) =>
    reportBug('profile', error),
  )
  const places = openPlaces(profile, app.getPath('documents'))
  const speech = speechOf(profile)
  const room = updateRoom(app.getPath('userData'))
  emptyRoom(room)
  await Promise.all([prepareSession(), preparePrinting()])

  const window = openWindow(profile.current().window)
  const dialogs = dialogsOver(window, speech)
  const copies = guardClipboard(clipboard, process.platform === 'linux' ? clipboard.selection : undefined)
  const verified = keepVerified()
  const { heard, lastHeard } = watchUse(window)
  const session = startSession(
    join(import.meta.dirname, 'engine.js'),
    window,
    () => places.current(),
    () => {
      verified.forget()
      prints.giveUp()
      return copies.clear()
    },
    onEngine({ window, profile, places, verified, log, reportBug }),
  )
  serve(ipcMain, {
    isTrusted: (event) => isOwnPage(event, window),
    main: keepingTrialsIn(() => session.isTrial(), {
      ...createHandlers(window, dialogs, places, session, speech),
      ...createChoosers(dialogs, places),
      ...createSystemHandlers(dialogs, speech, copies, logFile(logs)),
      ...createUpdateHandlers({ window, dialogs, places, session, room, verified }),
    }),
    engine: async (name, input) => {
      heard()
      const reply = await session.call(name, input)
      if (name === 'vault.fallBack' && reply.ok) places.noteDamage(false)
      return reply
    },
    reportBug,
  })

  const unwatch = watchLockSignals((reason) => void session.lock(reason), lastHeard)
  app.on('second-instance', () => comeForward(window))
  window.on('close', () => profile.remember({ window: placeOf(window) }))
  endWithWindow(window, async () => {
    unwatch()
    await Promise.all([session.end(), copies.leave()])
  })
}
