import type { Page } from '@playwright/test'
import { shell } from './shell.ts'

/** The file of a person. */
export function personPage(page: Page) {
  const main = page.getByRole('main')
  const section = (title: string) =>
    main.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  return {
    safety: main.getByRole('region', { name: 'Sécurité' }),
    bond: section('Le lien'),
    ties: section('Autour'),
    rights: section('Consentements et droits'),
    merged: section('Fiches fusionnées ici'),
    timeline: main.getByRole('region', { name: 'Chronologie' }),
    button: (name: string) => main.getByRole('button', { name, exact: true }),
    /** What is said after that word, beside the timeline. */
    fact: (name: string) =>
      main
        .locator('dl div')
        .filter({ has: page.getByText(name, { exact: true }) })
        .locator('dd'),

    /** From the list, by alias. */
    async open(alias: string) {
      await shell(page).goTo('Personnes')
      await main.getByRole('searchbox', { name: 'Filtrer par surnom' }).fill(alias)
      await main.getByRole('rowheader', { name: alias }).first().click()
      await main.getByRole('heading', { level: 1, name: alias, exact: true }).waitFor()
    },
  }
}
