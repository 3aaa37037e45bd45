// npm start: builds, then opens the app.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fetchedElectron, hasDisplay, requireBrowser, root, runAndExit, standIn } from './electron-binary.mjs'

if (!hasDisplay()) {
  console.error('Aucun écran ici (ni DISPLAY ni WAYLAND_DISPLAY) : Filigrane ne peut pas ouvrir sa fenêtre.')
  console.error('Pour voir le chemin complet sans écran : npm run demo -- --out demo-output')
  process.exit(1)
}
const build = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
if (build.status !== 0) process.exit(build.status ?? 1)

const electron = fetchedElectron()
if (electron !== null) runAndExit(electron, [root])
else if (process.platform === 'linux') {
  requireBrowser()
  console.log(
    'Le programme d’Electron n’a pas pu être téléchargé : Filigrane s’ouvre sur son remplaçant de test, dans Chromium (aucun port réseau).',
  )
  runAndExit(standIn, [root])
} else {
  console.error(
    'Le programme d’Electron n’a pas pu être téléchargé. Vérifiez la connexion, puis recommencez : npm start',
  )
  process.exit(1)
}
