/** What a window may ask for. The stand-in draws only hardened pages: anything weaker would be a lie. */
import type * as E from 'electron'

const REQUIRED: Partial<Record<keyof E.WebPreferences, boolean>> = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
}
/** Understood, or without effect on what a test can see. */
const ACCEPTED = new Set<string>([
  'preload',
  'session',
  'partition',
  'devTools',
  'spellcheck',
  'backgroundThrottling',
  'navigateOnDragDrop',
  'disableDialogs',
  'safeDialogs',
  'autoplayPolicy',
  'webgl',
  'javascript',
  'images',
  'enableWebSQL',
  'disableHtmlFullscreenWindowResize',
  'v8CacheOptions',
  'zoomFactor',
  'textAreasAreResizable',
  'defaultEncoding',
])

export function checkPreferences(preferences: E.WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    const required = REQUIRED[name as keyof E.WebPreferences]
    if (required !== undefined && value !== undefined && value !== required)
      throw new Error(`stand-in: webPreferences.${name} must be ${required}`)
    if (required === undefined && !ACCEPTED.has(name))
      throw new Error(`stand-in: webPreferences.${name} is not implemented`)
  }
}
