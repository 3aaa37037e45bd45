// npm run check: scripts of package.json side by side. What each says is printed whole once it has ended; what failed comes last.
// node .dev/check.mjs SCRIPT…
import { spawn } from 'node:child_process'

const scripts = process.argv.slice(2)
// nothing would be checked, and nothing found wrong
if (scripts.length === 0) throw new Error('node .dev/check.mjs SCRIPT…')

const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`
const failed = []

await Promise.all(
  scripts.map(async (script) => {
    const { code, said } = await run(script)
    if (code === 0) console.log(`\n── ${script}: passed, ${seconds()}\n${said}`)
    else failed.push({ script, code, said })
  }),
)
for (const { script, code, said } of failed) console.error(`\n── ${script}: FAILED (${code})\n${said}`)
console.log(failed.length === 0 ? `\nAll passed, ${seconds()}` : `\nFailed: ${names(failed)}, ${seconds()}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Both streams in the order they came; `code` is also a signal’s name, or why it could not start. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--loglevel=error', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    const end = (code) => resolve({ code, said: Buffer.concat(chunks).toString() })
    child.on('error', ({ message }) => end(message))
    child.on('close', (code, signal) => end(code ?? signal))
  })
}

function names(tasks) {
  return tasks.map(({ script }) => script).join(', ')
}
