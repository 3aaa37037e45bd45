import type { BrowserWindow } from 'electron'
import type { EngineEvents } from './engine-process.ts'
import type { EventLog } from './event-log.ts'
import type { PlaceKeeper } from './places.ts'
import { isGivenUp } from './print-queue.ts'
import { prints } from './printing.ts'
import type { Profile } from './profile.ts'
import type { VerifiedKeeper } from './updates.ts'

type Surroundings = {
  window: BrowserWindow
  profile: Profile
  places: PlaceKeeper
  verified: VerifiedKeeper
  log: EventLog
  reportBug: (what: string, error: unknown) => void
}

/** What main does of what the engine tells or asks by itself. */
export function onEngine({
  window,
  profile,
  places,
  verified,
  log,
  reportBug,
}: Surroundings): Omit<EngineEvents, 'stopped'> {
  return {
    event({ name, payload }) {
      if (name === 'vault.healthChanged' && payload.state === 'damaged') places.noteDamage(true)
      window.webContents.send(name, payload)
    },
    bug: ({ command, error, frames }) => log(`engine-bug ${command} ${error}`, frames),
    updateReady: (update) => verified.put(update.package),
    seen: ({ seen: { id, ...far } }) => profile.remember({ seen: { ...profile.current().seen, [id]: far } }),
    print: (html) =>
      prints.print(html).catch((error: unknown) => {
        if (!isGivenUp(error)) reportBug('print', error)
        throw error
      }),
  }
}
