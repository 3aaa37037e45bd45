// npm run demo: the built demonstration, with no display, on Electron where it is installed, else on its stand-in.
import { join } from 'node:path'
import { installedElectron, root, runAndExit, standIn } from './electron-binary.mjs'

const script = join(root, 'out', 'main', 'demo.js')
const args = process.argv.slice(2)
const electron = installedElectron()
if (electron === null) runAndExit(standIn, [script, ...args], { STANDIN_HEADLESS: '1' })
else runAndExit(electron, ['--ozone-platform=headless', script, ...args])
