// Installs what is missing, before anything else of the project can run: plain Node ≥ 20, no dependency.
// node .dev/setup.mjs [--browser] [--display] [--office]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wants = new Set(process.argv.slice(2))

requireNode(20, 19)
installPackages()
if (process.platform === 'linux') {
  const missing = []
  if (wants.has('--browser') && !['/usr/lib/chromium/chromium', '/usr/bin/chromium'].some(existsSync))
    missing.push('chromium')
  if (wants.has('--display') && !existsSync('/usr/bin/xvfb-run')) missing.push('xvfb', 'xauth')
  // a spreadsheet that opens the releases in a test: one minute, no display
  if (wants.has('--office') && !existsSync('/usr/bin/soffice')) missing.push('libreoffice-calc-nogui')
  if (missing.length > 0) installSystemPackages(missing)
}

function requireNode(major, minor) {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  stop(
    `Node ${major}.${minor} ou plus récent est nécessaire (ici : ${process.versions.node}). https://nodejs.org`,
  )
}

/** `npm ci` when the lockfile is not the one that was installed last. */
function installPackages() {
  const stamp = join(root, 'node_modules', '.filigrane-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Filigrane : installation des paquets (npm ci)…')
  const npm = process.env['npm_execpath']
  const run = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        stdio: 'inherit',
      })
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        stdio: 'inherit',
        shell: true,
      })
  if (run.status !== 0)
    stop('L’installation des paquets a échoué. Vérifiez l’accès au registre npm, puis recommencez.')
  writeFileSync(stamp, lock)
}

/** Debian packages, where we may install them; otherwise the exact command to type. */
function installSystemPackages(names) {
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  const isRoot = process.getuid?.() === 0
  const sudo = !isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  if (!existsSync('/usr/bin/apt-get') || (!isRoot && !sudo))
    stop(`Il manque : ${names.join(', ')}. Tapez :\n\n    sudo apt-get update && sudo ${command}\n`)
  console.log(`Filigrane : installation de ${names.join(', ')} (apt)…`)
  const prefix = sudo ? 'sudo -n ' : ''
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawnSync('sh', ['-c', `${prefix}apt-get update -qq && ${prefix}${command} -qq`], {
    stdio: 'inherit',
    env,
  })
  if (run.status !== 0)
    stop(`L’installation a échoué. Tapez :\n\n    sudo apt-get update && sudo ${command}\n`)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
