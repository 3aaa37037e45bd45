/**
 * Chromium keeps its own list of permissions: the app's handlers are asked about each of them once, ahead of any request,
 * and their answers are written in that list.
 */
import type * as E from 'electron'
import { browserSend, ignoreGone } from './browser.ts'
import type { SessionOfPartition } from './session.ts'

type Permission = Parameters<
  Extract<E.Session['setPermissionRequestHandler'], (h: never) => void>
>[0] extends ((contents: never, permission: infer P, ...rest: never[]) => void) | null
  ? P
  : never

/** Electron's names, and Chromium's for the same thing. */
const PERMISSIONS: [Permission, string][] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['background-sync', 'background-sync'],
  ['persistent-storage', 'persistent-storage'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
  ['display-capture', 'display-capture'],
  ['storage-access', 'storage-access'],
  ['idle-detection', 'idle-detection'],
]

/** Without any handler Chromium decides; Electron would grant everything. */
export async function applyPermissions(session: SessionOfPartition, contents: E.WebContents): Promise<void> {
  if (!session._permissionRequest && !session._permissionCheck) return
  await Promise.all(
    PERMISSIONS.map(async ([permission, name]) => {
      const granted = await isGranted(session, contents, permission)
      const setting = granted ? 'granted' : 'denied'
      await browserSend('Browser.setPermission', { permission: { name }, setting }).catch(ignoreGone)
    }),
  )
}

async function isGranted(
  session: SessionOfPartition,
  contents: E.WebContents,
  permission: Permission,
): Promise<boolean> {
  const { _permissionCheck: check, _permissionRequest: request } = session
  if (check && !check(contents, permission, contents.getURL(), { isMainFrame: true })) return false
  if (!request) return true
  return new Promise((resolve) =>
    request(contents, permission, resolve, { requestingUrl: contents.getURL(), isMainFrame: true }),
  )
}
