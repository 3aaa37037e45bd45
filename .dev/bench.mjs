// npm run bench -- --size S|M|L: the sources themselves, under the project's own Node, which reads TypeScript.
import { join } from 'node:path'
import { root, runAndExit } from './electron-binary.mjs'

const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
runAndExit(node, [join(root, 'src', 'bench', 'index.ts'), ...process.argv.slice(2)])
