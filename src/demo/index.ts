import { app } from 'electron'
import { preparePrinting, prints } from '../main/printing.ts'
import { confine, registerScheme, silenceChromium } from '../main/security.ts'
import { runDemo } from './demo.ts'
import { parseOptions } from './options.ts'

/** `npm run demo`: an Electron program without a window, so that reports are printed as the app prints them. */
silenceChromium()
registerScheme()
app.on('web-contents-created', (_event, contents) => confine(contents))
// pages come and go while printing; the end is ours to say
app.on('window-all-closed', () => {})

const script = process.argv.findIndex((argument) => /[\\/]demo\.js$/u.test(argument))
const options = parseOptions(process.argv.slice(script + 1))
if ('refusal' in options) end(options.refusal)
else
  void app
    .whenReady()
    .then(async () => {
      await preparePrinting()
      const tell = (line: string) => void process.stdout.write(`${line}\n`)
      const told = await runDemo(options, { print: (html) => prints.print(html), tell })
      if (!told.ok) return end(told.failure)
      told.value.forEach(tell)
      return app.exit(0)
    })
    // a bug of a program that holds nothing real: all of it may be said
    .catch((bug: unknown) => end(bug instanceof Error && bug.stack !== undefined ? bug.stack : String(bug)))

function end(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  app.exit(1)
}
