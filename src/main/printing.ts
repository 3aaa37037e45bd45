import { BrowserWindow, session } from 'electron'
import { createPrintQueue, unlessGivenUp } from './print-queue.ts'
import { closeSession, headersFor, SCHEME } from './security.ts'

const PARTITION = 'filigrane-print'
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The one page being printed; printing is rare and done one at a time. */
let page = ''

/** Prints a self-contained page (styles, fonts and pictures inline, no script) to a tagged PDF, letter size. */
export const prints = createPrintQueue(print)

/** Must run once, when the app is ready. */
export function preparePrinting(): Promise<void> {
  const own = session.fromPartition(PARTITION, { cache: false })
  own.protocol.handle(
    SCHEME,
    () => new Response(page, { headers: headersFor('text/html; charset=utf-8', POLICY) }),
  )
  return closeSession(own)
}

async function print(html: string, signal: AbortSignal): Promise<Uint8Array> {
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
    return new Uint8Array(await unlessGivenUp(load(window), signal))
  } finally {
    window.destroy()
    page = ''
  }
}

async function load(window: BrowserWindow): Promise<Uint8Array> {
  await window.loadURL(`${SCHEME}://print/`)
  return window.webContents.printToPDF({
    pageSize: 'Letter',
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}
