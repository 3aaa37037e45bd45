/** Every `import` or `require` of `electron` in the main process gets the stand-in. */
import { registerHooks } from 'node:module'

const url = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
})
// Loaded now: the inspector's console, thus Playwright's `electronApp.evaluate`, may ask for it at once.
await import('./electron.ts')
