// Types of every host, each with its own compiler settings: what does not belong to a host does not compile there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './electron-binary.mjs'

const projects = [
  'src/core',
  'src/shared',
  'src/engine',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/fiction',
  'src/demo',
  'src/proof',
  'src/bench',
  '.dev/tests.tsconfig.json',
  'e2e',
  '.',
]
const known = join(root, 'node_modules', '.cache', 'types')
let failed = false
for (const project of projects) {
  if (!existsSync(join(root, project))) throw new Error(`no such project: ${project}`)
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      '-p',
      project,
      // what did not change is not checked again: seconds instead of minutes
      '--incremental',
      '--tsBuildInfoFile',
      join(known, `${project.replaceAll('/', '-')}.tsbuildinfo`),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  failed ||= run.status !== 0
}
process.exit(failed ? 1 : 0)
