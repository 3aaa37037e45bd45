// npm run screens -- --out DIR: a PNG of each screen, overlays included; light, dark, discreet, and at 200 %.
import { join } from 'node:path'
import { requireBrowser, root, runAndExit } from './electron-binary.mjs'

requireBrowser()
runAndExit(process.execPath, [join(root, 'e2e', 'screens.ts'), ...process.argv.slice(2)])
