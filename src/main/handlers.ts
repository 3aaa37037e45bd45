import { Notification, type BrowserWindow } from 'electron'
import { dirname } from 'node:path'
import type { Handlers } from '#shared/contract'
import { defaultVaultName, vaultEnding } from '#shared/native-text'
import type { ChoosingName } from './choosing.ts'
import type { Dialogs } from './dialogs.ts'
import type { PlaceKeeper } from './places.ts'
import type { Session } from './session.ts'
import type { Speech } from './speech.ts'
import type { SystemName } from './system-handlers.ts'
import type { UpdateName } from './updates.ts'

const cancelled = { ok: false, failure: 'cancelled' } as const

/** What main answers itself: which vault, the lock, the language. */
export function createHandlers(
  window: BrowserWindow,
  dialogs: Dialogs,
  places: PlaceKeeper,
  session: Session,
  speech: Speech,
): Omit<Handlers<'main'>, ChoosingName | SystemName | UpdateName> {
  const { text } = dialogs
  const besideVault = () => dirname(places.current().vault)
  return {
    'language.current': () => ({ ok: true, value: { language: speech.language() } }),
    'language.choose': ({ language }) => {
      speech.choose(language)
      return { ok: true, value: undefined }
    },
    'vault.locate': () => ({ ok: true, value: { ...places.vault(), lockReason: session.lockReason() } }),
    'vault.chooseExisting': async () => {
      const folder = await dialogs.folder({ title: text().chooseExistingVault, near: besideVault() })
      if (folder === null) return cancelled
      places.chooseVault(folder)
      return { ok: true, value: places.vault() }
    },
    'vault.chooseNew': async () => {
      const { chooseNewVault: title, create: button } = text()
      const asked = { title, button, near: besideVault(), name: defaultVaultName, ending: vaultEnding }
      const folder = await dialogs.newFolder(asked)
      if (folder === null) return cancelled
      places.chooseVault(folder)
      return { ok: true, value: places.vault() }
    },
    'vault.lock': async () => {
      await session.lock('user')
      return { ok: true, value: undefined }
    },
    'restore.adopt': () => {
      const { restored } = places.current()
      if (restored !== null) places.chooseVault(restored)
      return { ok: true, value: places.vault() }
    },
    'reminders.show': ({ count }) => {
      const notification = new Notification({
        title: 'Filigrane',
        body: text().followUpsDue(count),
        silent: true,
      })
      notification.on('click', () => window.show())
      notification.show()
      return { ok: true, value: undefined }
    },
  }
}
