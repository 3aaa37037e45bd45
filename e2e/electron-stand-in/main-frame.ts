/** `webContents.mainFrame`: one object per page, also an event's `senderFrame`. */
import type { Page } from './page.ts'
import { strict } from './strict.ts'

export interface MainFrame {
  readonly url: string
  readonly origin: string
  readonly top: MainFrame | null
  isDestroyed(): boolean
}

export function newMainFrame(page: Page): MainFrame {
  const frame: MainFrame = strict(
    {
      get url() {
        return page.frame.url
      },
      get origin() {
        return page.frame.origin
      },
      get top() {
        return frame
      },
      parent: null,
      frames: [],
      name: '',
      routingId: 1,
      processId: 1,
      get detached() {
        return page.isClosed
      },
      isDestroyed: () => page.isClosed,
    },
    'WebFrameMain',
  )
  return frame
}
