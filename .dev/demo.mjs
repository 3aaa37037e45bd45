// npm run demo: the built demonstration, with no display, on Electron where it is installed, else on its stand-in.
import { join } from 'node:path'
import {
  fetchedElectron,
  installedElectron,
  requireBrowser,
  root,
  runAndExit,
  standIn,
} from './electron-binary.mjs'

const script = join(root, 'out', 'main', 'demo.js')
const args = process.argv.slice(2)
// the stand-in runs on Linux only: elsewhere the real one is worth its download
const electron = process.platform === 'linux' ? installedElectron() : fetchedElectron()
if (electron !== null) runAndExit(electron, ['--ozone-platform=headless', script, ...args])
else {
  requireBrowser()
  runAndExit(standIn, [script, ...args], { STANDIN_HEADLESS: '1' })
}
