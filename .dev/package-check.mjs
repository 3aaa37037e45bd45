// npm run package:check: packs the built app around a placeholder for Electron, then looks at what would reach a laptop.
import { extractAll } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { root } from './electron-binary.mjs'
import { expectedFiles, MOST_BYTES } from './package-files.mjs'

const work = mkdtempSync(join(tmpdir(), 'filigrane-package-'))
try {
  const resources = await pack()
  const app = join(work, 'app')
  extractAll(join(resources, 'app.asar'), app)
  cpSync(join(resources, 'app.asar.unpacked'), app, { recursive: true })
  checkFiles(app)
  runStory(app)
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 3 })
}

/** Electron's fuses lie in its binary after this text: version, count, then one character each. A placeholder has them too. */
function placeholder() {
  const dist = join(work, 'electron')
  mkdirSync(join(dist, 'resources'), { recursive: true })
  const binary = join(dist, 'electron')
  const wire = Buffer.from([1, 9])
  // all the wrong way round, so that each has to be flipped
  writeFileSync(
    binary,
    Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), wire, Buffer.from('101100110')]),
  )
  chmodSync(binary, 0o755)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(dist, name), '')
  return dist
}

/** @returns the packed app's folder of resources */
async function pack() {
  const output = join(work, 'dist')
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: { directories: { output }, electronDist: placeholder(), npmRebuild: false },
  })
  const folder = join(output, 'linux-unpacked')
  const fuses = await getCurrentFuseWire(join(folder, 'filigrane'))
  const on = (option) => fuses[option] === 49
  const got = Object.fromEntries(
    Object.entries(FuseV1Options)
      .filter(([name]) => Number.isNaN(Number(name)))
      .map(([name, option]) => [name, on(option)]),
  )
  const wanted = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  }
  for (const [name, value] of Object.entries(wanted))
    if (got[name] !== value) fail(`fuse ${name}: ${String(got[name])}`)
  return join(folder, 'resources')
}

function checkFiles(app) {
  const files = readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const names = files
    // the bundler names a file by what is in it
    .map((file) =>
      relative(app, file)
        .split(sep)
        .join('/')
        .replace(/-[\w-]{8}(?=\.(?:js|css|woff2|wasm)$)/, '-*'),
    )
    .sort()
  const unexpected = names.filter((name) => !expectedFiles.some((pattern) => pattern.test(name)))
  const missing = expectedFiles.filter((pattern) => !names.some((name) => pattern.test(name)))
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(
    `${files.length} fichiers, ${(bytes / 2 ** 20).toFixed(1)} Mio (au plus ${MOST_BYTES / 2 ** 20})`,
  )
  if (unexpected.length > 0) fail(`not expected in the package:\n${unexpected.join('\n')}`)
  if (missing.length > 0) fail(`missing from the package:\n${missing.join('\n')}`)
  if (bytes > MOST_BYTES) fail('the package is over its budget')
}

/** From the extracted files alone: nothing above them could lend a module. */
function runStory(app) {
  if (!existsSync(join(app, 'package.json'))) fail('no package.json')
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const run = spawnSync(
    process.execPath,
    [playwright, 'test', '--config', 'e2e/playwright.config.ts', '--project=app', 'story.spec'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, FILIGRANE_APP: app } },
  )
  if (run.status !== 0) fail('the story fails from the packed files')
}

function fail(message) {
  throw new Error(`package:check: ${message}`)
}
