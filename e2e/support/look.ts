/** How a window looks: its theme, its zoom. */
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
