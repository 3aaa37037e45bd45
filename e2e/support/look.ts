/** How a window looks: its theme, its zoom. */
import type { Page } from '@playwright/test'
import { type Launched, onStandIn, windowOf } from '../electron.ts'

export type Theme = 'light' | 'dark'

export const setTheme = ({ app }: Launched, theme: Theme): Promise<void> =>
  app.evaluate(({ nativeTheme }, theme) => {
    nativeTheme.themeSource = theme
  }, theme)

/** On the stand-in, zoom would leave media queries as they are: half the room is what twice the size leaves. */
export async function zoomTwice(launched: Launched): Promise<void> {
  const window = await windowOf(launched)
  if (!onStandIn) return window.evaluate(({ webContents }) => webContents.setZoomFactor(2))
  const { width, height } = await launched.page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  await launched.page.setViewportSize({ width: Math.floor(width / 2), height: Math.floor(height / 2) })
}

/**
 * Says the window in English for a picture, and back: the way to a screen is told in French words, and a change of language would
 * draw it anew, its overlays closed. So French is given the English words for a while; dates stay as they are. What translates
 * is found where React keeps it.
 */
export const sayInEnglish = (page: Page, isEnglish: boolean): Promise<void> =>
  page.evaluate((isEnglish) => {
    interface Translator {
      language: string
      getResourceBundle: (language: string, namespace: string) => object
      addResourceBundle: (language: string, namespace: string, texts: object) => unknown
      removeResourceBundle: (language: string, namespace: string) => unknown
      emit: (event: string, language: string) => void
    }
    interface Hook {
      memoizedState: { current?: { i18n?: Translator } | null } | null
      next: Hook | null
    }
    interface Fiber {
      memoizedState: Hook | null
      child: Fiber | null
    }
    const root = document.querySelector('#root')
    const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer$')) ?? ''
    let fiber = (root as unknown as Record<string, Fiber | undefined>)[key] ?? null
    for (; fiber !== null; fiber = fiber.child)
      for (let hook = fiber.memoizedState; hook?.next; hook = hook.next) {
        const i18n = hook.memoizedState?.current?.i18n
        if (i18n === undefined) continue
        if (isEnglish)
          i18n.addResourceBundle(i18n.language, 'translation', i18n.getResourceBundle('en', 'translation'))
        else i18n.removeResourceBundle(i18n.language, 'translation')
        i18n.emit('languageChanged', i18n.language)
        return
      }
    throw new Error('nothing translates this window')
  }, isEnglish)

const CALM_MILLISECONDS = 200

/** Waits until nothing on the page says any more that its content is coming, for a moment. A dry run is content already. */
export async function whenLoaded(page: Page): Promise<void> {
  await page.evaluate(
    (calm) =>
      new Promise<void>((resolve) => {
        let since = performance.now()
        const timer = setInterval(() => {
          if (document.querySelector('[aria-busy="true"]:not(.import)') !== null) since = performance.now()
          if (performance.now() - since < calm) return
          clearInterval(timer)
          resolve()
        }, 20)
      }),
    CALM_MILLISECONDS,
  )
}
