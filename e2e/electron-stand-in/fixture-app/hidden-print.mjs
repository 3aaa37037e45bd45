// A script with one hidden window: prints a page to PDF, then leaves.
import { BrowserWindow, app } from 'electron'
import { writeFileSync } from 'node:fs'

async function print() {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<html lang=en><title>Report</title><h1>Report</h1><p>One line.</p>')
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true })
  writeFileSync(process.argv.at(-1), pdf)
  app.quit()
}

app.once('ready', () => void print())
