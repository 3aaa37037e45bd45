// npm run test:electron: the same specs on Electron's own binary.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fetchedElectron, hasDisplay, root, runAndExit } from './electron-binary.mjs'

const electron = fetchedElectron()
if (electron === null) {
  console.error(
    'Le programme d’Electron n’est pas sur cette machine et n’a pas pu être téléchargé : ces essais demandent le vrai.',
  )
  process.exit(1)
}
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
const args = [
  playwright,
  'test',
  '--config',
  'e2e/playwright.config.ts',
  '--project',
  'app',
  ...process.argv.slice(2),
]
if (hasDisplay()) runAndExit(process.execPath, args, { FILIGRANE_ELECTRON: electron })
else {
  const setup = spawnSync(process.execPath, [join(root, '.dev', 'setup.mjs'), '--display'], {
    stdio: 'inherit',
  })
  if (setup.status !== 0) process.exit(1)
  runAndExit('xvfb-run', ['-a', process.execPath, ...args], { FILIGRANE_ELECTRON: electron })
}
