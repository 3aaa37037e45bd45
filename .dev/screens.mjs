// npm run screens -- --out DIR [--guide] [--look dark] [--view duties]: a PNG of each screen, overlays included; light, dark, discreet, at 200 %,
// in English, with more contrast and with the system's own colours; or of these looks, of the screens whose names begin so.
// With --guide, the pictures of docs/guide are replaced by the new ones.
import { join } from 'node:path'
import { requireBrowser, root, runAndExit } from './electron-binary.mjs'

requireBrowser()
runAndExit(process.execPath, [join(root, 'e2e', 'screens.ts'), ...process.argv.slice(2)])
