// npm run proof -- <subject> …: the sources themselves, under the project's own Node, which reads TypeScript.
import { join } from 'node:path'
import { root, runAndExit } from './electron-binary.mjs'

const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const loader = join(root, '.dev', 'raw-modules.mjs')
runAndExit(node, ['--import', loader, join(root, 'src', 'proof', 'index.ts'), ...process.argv.slice(2)])
