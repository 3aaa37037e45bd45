// npm run electronegativity: Doyensec's checker over what was written and what was built, its findings held to a list that was looked
// at. It is fetched for the occasion: decision 0005 says why it is no dependency.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative, sep } from 'node:path'
import { parse } from 'csv-parse/sync'
import { root } from './electron-binary.mjs'

const PACKAGE = '@doyensec/electronegativity@1.10.3'

/** `check file`, each with why it is no fault. */
const LOOKED_AT = {
  'CSP_GLOBAL_CHECK N/A':
    'the policy is a header of our own scheme, which it does not look for (main/security.ts)',
  'AUXCLICK_JS_CHECK src/main/printing.ts':
    'every new window is refused, for every page (main/security.ts, confine)',
  'AUXCLICK_JS_CHECK src/main/window.ts': 'the same',
  'AUXCLICK_JS_CHECK out/main/index.js': 'the same',
  'AUXCLICK_JS_CHECK out/main/chunks/printing.js': 'the same',
  'PRELOAD_JS_CHECK src/main/window.ts': 'read: src/preload/index.ts, twenty lines',
  'PRELOAD_JS_CHECK out/main/index.js': 'the same',
}

const work = mkdtempSync(join(tmpdir(), 'filigrane-electronegativity-'))
try {
  const isLookedFor = (path) => !/\.test\.ts$|main[\\/]demo\.js$/.test(path)
  for (const folder of ['src/main', 'src/preload', 'out'])
    cpSync(join(root, folder), join(work, 'app', folder), { recursive: true, filter: isLookedFor })
  cpSync(join(root, 'package.json'), join(work, 'app', 'package.json'))
  const found = findings()
  const other = found.filter((finding) => !(finding in LOOKED_AT))
  const gone = Object.keys(LOOKED_AT).filter((finding) => !found.includes(finding))
  console.log(`${found.length} findings, ${other.length} of them new`)
  for (const finding of other) console.error(`to be looked at: ${finding}`)
  for (const finding of gone) console.error(`no longer found, to be taken off the list: ${finding}`)
  if (other.length + gone.length > 0) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}

function findings() {
  const csv = join(work, 'findings.csv')
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron
  // on the computer's own Node: without a network it crashes on the project's newer one
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
  const run = spawnSync(
    'npx',
    ['--yes', '--package', PACKAGE, 'electronegativity', '-i', join(work, 'app'), '-o', csv, '-e', version],
    {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      // as the registry was on the day the list was made, 405 packages deep, none of which runs anything when it is installed
      env: { ...process.env, PATH: path, npm_config_before: '2026-11-29', npm_config_ignore_scripts: 'true' },
      timeout: 300_000,
    },
  )
  if (run.status !== 0) throw new Error('electronegativity did not end well')
  return parse(readFileSync(csv), { columns: true, trim: true, relax_quotes: true }).map(
    ({ issue, filename }) =>
      `${issue} ${filename === 'N/A' ? filename : relative(join(work, 'app'), filename).split(sep).join('/')}`,
  )
}
