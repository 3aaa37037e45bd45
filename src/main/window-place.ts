import type { Rectangle } from 'electron'
import type { WindowPlace } from '#shared/window-place'

export const smallest = { width: 480, height: 480 }
const usual = { width: 1280, height: 820 }
/** How much of the title bar must be on a screen for a hand to bring the window back. */
const reach = { width: 120, height: 40 }

/**
 * Size, and place if it can still be seen: the second screen of the office may not be at the library. Left to the system otherwise,
 * as on the first day.
 */
export function placeOnScreen(
  left: WindowPlace | null,
  screens: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number } {
  if (left === null) return usual
  const { x, y } = left
  const sizeIn = (area: Pick<Rectangle, 'width' | 'height'>) => ({
    width: Math.max(smallest.width, Math.min(left.width, area.width)),
    height: Math.max(smallest.height, Math.min(left.height, area.height)),
  })
  // as large as it will be there: a window wider than the screen could end before it
  const screen = screens.find(
    (area) =>
      Math.min(x + sizeIn(area).width, area.x + area.width) - Math.max(x, area.x) >= reach.width &&
      y >= area.y - 1 &&
      y <= area.y + area.height - reach.height,
  )
  return screen === undefined ? sizeIn(screens[0] ?? usual) : { x, y, ...sizeIn(screen) }
}
