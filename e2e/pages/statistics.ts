import type { Page } from '@playwright/test'
import { typeDay } from './fields.ts'

/** Exact figures, the three steps of a release, the ledger. */
export function statisticsPage(page: Page) {
  const main = page.getByRole('main')
  const button = (name: string | RegExp) => main.getByRole('button', { name })
  const tab = (name: string) => main.getByRole('tab', { name: new RegExp(`^${name}`) })
  return {
    tab,
    button,
    /** The exact figure under that name. */
    figure: (name: string) =>
      main
        .locator('dl div')
        .filter({ has: page.getByText(name, { exact: true }) })
        .locator('dd'),
    row: (table: string, name: string) =>
      main
        .getByRole('table', { name: table, exact: true })
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) }),
    failure: main.getByRole('alert'),

    async chooseDates(from: string, to: string) {
      await button(/Période/).click()
      await page.getByRole('option', { name: 'Dates choisies' }).click()
      await typeDay(main, page, 'Du', from)
      await typeDay(main, page, 'Au', to)
    },
    /** Begins the release of a quarter, `2026-Q3`. */
    async prepare(period: string) {
      const [year, quarter] = period.split('-Q')
      await button(new RegExp(`^Préparer.*\\s${quarter}\\S+\\strimestre\\s${year}`)).click()
    },
    async sign(purpose: string, approver: string, passphrase: string) {
      await page.getByLabel('But de la publication').fill(purpose)
      await page.getByLabel('Approuvée par').fill(approver)
      await page.getByLabel('Votre phrase de passe, de nouveau').fill(passphrase)
      await button('Publier avec ma phrase de passe').click()
    },
  }
}
