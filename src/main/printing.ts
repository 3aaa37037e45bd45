import { BrowserWindow, session } from 'electron'
import { closeSession, headersFor, SCHEME } from './security.ts'

const PARTITION = 'filigrane-print'
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The one page being printed; printing is rare and done one at a time. */
let page = ''
let queue: Promise<unknown> = Promise.resolve()

/** Must run once, when the app is ready. */
export function preparePrinting(): Promise<void> {
  const own = session.fromPartition(PARTITION, { cache: false })
  own.protocol.handle(
    SCHEME,
    () => new Response(page, { headers: headersFor('text/html; charset=utf-8', POLICY) }),
  )
  return closeSession(own)
}

/**
 * Prints a self-contained page (styles, fonts and pictures inline, no script) to a tagged PDF, letter size.
 * Rejects when Chromium cannot print.
 */
export function printToPdf(html: string): Promise<Uint8Array> {
  const printed = queue.then(() => print(html))
  queue = printed.catch(() => undefined)
  return printed
}

async function print(html: string): Promise<Uint8Array> {
  page = html
  const window = new BrowserWindow({
    show: false,
    title: 'Filigrane',
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  })
  try {
    await window.loadURL(`${SCHEME}://print/`)
    const pdf = await window.webContents.printToPDF({
      pageSize: 'Letter',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return new Uint8Array(pdf)
  } finally {
    window.destroy()
    page = ''
  }
}
