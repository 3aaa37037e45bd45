/** What is drawn of an element, told in words, where colours may be taken away. */
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    drawnOf: (element: Element, isDeep?: boolean) => string
    walked: Element[]
  }
}

/**
 * Puts `drawnOf` on the page: edges, outlines, grounds, colours and marks of an element, and of what is inside it if asked. Not
 * the weight of its letters, which tells nothing at arm's length; nor what has a colour and is not drawn.
 */
export const teachDrawn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isClear = (colour: string) => /^rgba\(.*, 0\)$/.test(colour)
    const line = (style: CSSStyleDeclaration, name: string) => {
      const told = ['style', 'width', 'color'].map((what) => style.getPropertyValue(`${name}-${what}`))
      return told.includes('none') || told.includes('0px') || told.some(isClear) ? '' : told.join(' ')
    }
    const ground = (element: Element): string => {
      const colour = getComputedStyle(element).backgroundColor
      return isClear(colour) && element.parentElement !== null ? ground(element.parentElement) : colour
    }
    const lines = ['outline', 'border-top', 'border-right', 'border-bottom', 'border-left']
    const one = (element: Element, pseudo?: string) => {
      const style = getComputedStyle(element, pseudo)
      if (pseudo !== undefined && style.content === 'none') return ''
      return [
        ...lines.map((name) => line(style, name)),
        line(style, 'outline') && style.outlineOffset,
        // an element’s own is in its ground
        pseudo === undefined || isClear(style.backgroundColor) ? '' : style.backgroundColor,
        style.boxShadow,
        style.color,
        style.textDecorationLine,
        style.content,
        style.opacity,
      ].join('/')
    }
    window.drawnOf = (element, isDeep = false) =>
      [element, ...(isDeep ? element.querySelectorAll('*') : [])]
        .map((part) => [ground(part), one(part), one(part, '::before'), one(part, '::after')].join('|'))
        .join('\n')
  })

/** By what a control says that it is chosen or pressed; in a list, a menu or a date, where the keyboard is. */
const STATES = ['data-selected', 'data-reached', 'data-late', 'aria-pressed', 'aria-current']
const PLACES = ['data-focused', 'data-active']
const STATEFUL = [
  ...STATES.map((name) => `[${name}]:not([${name}=false])`),
  ...PLACES.map((name) => `:is([role=option], [role^=menuitem], [role=spinbutton])[${name}]`),
].join()

/** How many states are on the page, and the elements whose state changes nothing that is drawn of them: it is taken away for a moment. */
export const statesNotDrawn = (page: Page): Promise<{ states: number; lost: string[] }> =>
  page.evaluate(
    ({ selector, names }) => {
      const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
      const lost = all.filter((element) => {
        const before = window.drawnOf(element, true)
        const had = names.flatMap((name) => element.getAttributeNode(name) ?? [])
        for (const { name } of had) element.removeAttribute(name)
        const after = window.drawnOf(element, true)
        for (const { name, value } of had) element.setAttribute(name, value)
        return before === after
      })
      return { states: all.length, lost: lost.map((element) => element.outerHTML.slice(0, 200)) }
    },
    { selector: STATEFUL, names: [...STATES, ...PLACES] },
  )

/**
 * Goes from stop to stop with Tab, at most so many times, and says which are drawn the same with and without the focus: the
 * stop, the label it is in with all that it holds, the frame around it.
 */
export async function stopsNotDrawn(page: Page, most: number): Promise<{ stops: number; lost: string[] }> {
  const lost: string[] = []
  const drawn = () =>
    page.evaluate(() => window.walked.map((part) => window.drawnOf(part, part.matches('label'))).join())
  let stops = 0
  for (; stops < most; stops++) {
    await page.keyboard.press('Tab')
    const isStop = await page.evaluate(() => {
      const stop = document.activeElement
      if (stop === null || stop === document.body) return false
      window.walked = [stop, stop.closest('label'), stop.closest('.input-frame')].filter(
        (part) => part !== null,
      )
      return true
    })
    if (!isStop) break
    const focused = await drawn()
    await page.keyboard.press('Tab')
    if ((await drawn()) === focused)
      lost.push(await page.evaluate(() => window.walked[0]?.outerHTML.slice(0, 200) ?? ''))
    await page.keyboard.press('Shift+Tab')
  }
  return { stops, lost }
}
