import type { Page } from '@playwright/test'

/** In the order of the rail. */
export const screenNames = [
  'Aujourd’hui',
  'Personnes',
  'Interventions',
  'Suivis',
  'Référencements',
  'Ressources',
  'Conflits d’usage',
  'Activités',
  'Réunion d’équipe',
  'Statistiques',
  'Registres',
  'Réglages',
] as const
export type ScreenName = (typeof screenNames)[number]

/** What surrounds every screen of an open vault. */
export function shell(page: Page) {
  const rail = page.getByRole('navigation', { name: 'Navigation' })
  const link = (name: ScreenName) => rail.getByRole('link', { name: new RegExp(`^${name}(,|$)`) })
  const palette = page.getByRole('dialog', { name: 'Chercher' })
  return {
    rail,
    link,
    title: page.getByRole('main').getByRole('heading', { level: 1 }),
    toast: page.getByRole('region', { name: /^Notifications/ }).getByRole('alertdialog'),
    search: page.getByRole('button', { name: 'Chercher', exact: true }),
    discreet: page.getByRole('button', { name: 'Discret', exact: true }),
    lock: page.getByRole('button', { name: 'Verrouiller', exact: true }),
    palette,
    results: palette.getByRole('listbox').getByRole('option'),

    async goTo(name: ScreenName) {
      await link(name).click()
      await page.locator(`[aria-current=page]`).and(link(name)).waitFor()
    },
    async find(text: string) {
      await page.keyboard.press('Control+K')
      await palette.getByRole('searchbox').fill(text)
    },
  }
}
