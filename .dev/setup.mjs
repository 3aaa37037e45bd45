// Installs what is missing, before anything else of the project can run: plain Node ≥ 20, no dependency.
// node .dev/setup.mjs [--browser] [--display] [--readers]
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
  const needed = []
  const browsers = [process.env['STANDIN_CHROMIUM'] ?? '', '/usr/lib/chromium/chromium', '/usr/bin/chromium']
  if (wants.has('--browser') && !browsers.some(existsSync)) needed.push('chromium')
  if (wants.has('--display') && !existsSync('/usr/bin/xvfb-run')) needed.push('xvfb', 'xauth')
  if (needed.length > 0 && !installSystemPackages(needed))
    stop(`Il manque : ${needed.join(', ')}. Tapez :\n\n    ${commandFor(needed, 'sudo ')}\n`)
  if (wants.has('--readers')) installReaders()
}

/** Programs of others that open what Filigrane writes: without them, those few tests say that they are skipped. */
function installReaders() {
  const readers = []
  if (!existsSync('/usr/bin/soffice')) readers.push('libreoffice-calc-nogui')
  if (spawnSync('/usr/bin/python3', ['-c', 'import nacl'], { stdio: 'ignore' }).status !== 0)
    readers.push('python3-nacl')
  if (!existsSync('/usr/bin/minisign')) readers.push('minisign')
  if (readers.length > 0 && !installSystemPackages(readers))
    console.log(
      `Sans ${readers.join(', ')}, les essais qui s’en servent seront sautés. Pour les avoir :\n    ${commandFor(readers, 'sudo ')}`,
    )
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

/** The exact command that installs Debian packages. */
function commandFor(names, prefix) {
  return `${prefix}apt-get update -qq && ${prefix}apt-get install -y -qq --no-install-recommends ${names.join(' ')}`
}

/** Installs Debian packages where we may; false where we may not, or when it failed. */
function installSystemPackages(names) {
  const isRoot = process.getuid?.() === 0
  const sudo = !isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  if (!existsSync('/usr/bin/apt-get') || (!isRoot && !sudo)) return false
  console.log(`Filigrane : installation de ${names.join(', ')} (apt)…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawnSync('sh', ['-c', commandFor(names, sudo ? 'sudo -n ' : '')], { stdio: 'inherit', env })
  return run.status === 0
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
