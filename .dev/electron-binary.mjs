// Which Electron opens the built app: the real binary where it can be had, else the stand-in over Chromium.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const standIn = join(root, 'e2e', 'electron-stand-in', 'electron')
const packageFolder = join(root, 'node_modules', 'electron')

/** Path of Electron's own binary when it is already on this machine, else null. */
export function installedElectron() {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Same, after trying to fetch it as the `electron` package does at its first run. */
export function fetchedElectron() {
  if (installedElectron() === null) {
    console.log('Filigrane : téléchargement d’Electron…')
    spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 300_000,
    })
  }
  return installedElectron()
}

/** Installs what the stand-in draws with, or says how to and ends. */
export function requireBrowser() {
  const setup = spawnSync(process.execPath, [join(root, '.dev', 'setup.mjs'), '--browser'], {
    stdio: 'inherit',
  })
  if (setup.status !== 0) process.exit(1)
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/** Runs a program in the foreground and ends with its exit code. */
export function runAndExit(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    // the system ends a program that takes all of its memory without a word
    if (signal !== null) console.error(`Filigrane : arrêté de l’extérieur (${signal}).`)
    process.exit(code ?? 1)
  })
}
