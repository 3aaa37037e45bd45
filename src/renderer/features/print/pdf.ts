import { getDocument } from 'pdfjs-dist'
// beside it, not in a worker: the policy of this window lets none start, and a few pages are read in no time
import 'pdfjs-dist/build/pdf.worker.mjs'

/** A PDF whose pages can be drawn. */
export interface OpenPdf {
  /** How many; the first is 1. */
  pages: number
  /** What is written on a page, in the order in which it is read. */
  text(page: number): Promise<string>
  /** Draws a page as wide as that many pixels of the screen. Given up by `cancel`; `done` then rejects. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): { done: Promise<void>; cancel(): void }
  close(): void
}

/** Rejects when it is no PDF. Nothing in it runs, and nothing is fetched for it. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    // taken from whoever gives it
    data: bytes.slice(),
    enableXfa: false,
    disableAutoFetch: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
  })
  const document = await task.promise
  return {
    pages: document.numPages,
    async text(number) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    },
    draw(number, canvas, width) {
      let cancel = () => {}
      let isWanted = true
      const draw = async () => {
        const page = await document.getPage(number)
        if (!isWanted) return
        const scale = width / page.getViewport({ scale: 1 }).width
        const viewport = page.getViewport({ scale })
        canvas.width = Math.round(viewport.width)
        canvas.height = Math.round(viewport.height)
        const drawing = page.render({ canvas, viewport })
        cancel = () => drawing.cancel()
        await drawing.promise
      }
      return {
        done: draw(),
        cancel() {
          isWanted = false
          cancel()
        },
      }
    },
    close: () => void task.destroy(),
  }
}
