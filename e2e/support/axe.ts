import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { whenLoaded } from './look.ts'

/** The theme changes colours and nothing else: all the rules once, those about colours in the other theme. */
type Rules = 'all' | 'colours'

/**
 * What axe holds against the page as it stands, one line each. Legacy mode: axe runs in the app's own page, as the
 * debugger's script, under the app's policy; it needs no second page.
 */
export async function violationsOf(page: Page, rules: Rules = 'all'): Promise<string[]> {
  await whenLoaded(page)
  // Colours in the middle of a transition are nobody's colours, and something may come or go while axe looks: an act may end.
  await page.evaluate(() => {
    const root = document.documentElement
    if (root.dataset['still']) return
    root.dataset['still'] = 'true'
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets.push(still)
  })
  // What was just said aloud may name an element gone since; React Aria takes it away after some seconds.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]')
  if (rules === 'colours') axe.withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}
