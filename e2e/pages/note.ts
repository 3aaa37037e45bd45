import type { Locator, Page } from '@playwright/test'

/** The note éclair, on today's screen or in its dialog; `root` is one of them. */
export function noteForm(root: Locator, page: Page) {
  const who = root.getByRole('combobox', { name: 'Avec qui' })
  const about = root.getByRole('combobox', { name: 'À propos de' })
  const note = root.getByRole('textbox', { name: 'Note', exact: true })
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' })
  return {
    who,
    about,
    note,
    suggestions,
    /** The draft is on the disk. */
    kept: root.getByRole('status').filter({ hasText: 'Brouillon gardé' }),
    when: root.getByRole('button', { name: /^Quand/ }),
    saveButton: root.getByRole('button', { name: /^Enregistrer/ }),
    chips: (label: string) => root.getByRole('button', { name: `Retirer ${label}`, exact: true }),

    /** Somebody new, by typing an alias nobody has. */
    async createPerson(alias: string) {
      await who.fill(alias)
      await suggestions.getByRole('option', { name: /^Créer «/ }).click()
      await root.getByRole('button', { name: `Retirer ${alias}`, exact: true }).waitFor()
    },
    async pickPerson(letters: string, alias: string) {
      await who.fill(letters)
      await suggestions.getByRole('option', { name: alias }).first().click()
    },
    async addUnidentified() {
      await who.fill('+1')
      await suggestions.getByRole('option', { name: '+ 1 non identifiée' }).click()
    },
    async addTheme(label: string) {
      await about.fill(label)
      await suggestions.getByRole('option', { name: label, exact: true }).click()
    },
    /** Takes a past day, `YYYY-MM-DD`, in the calendar behind « Quand ». */
    async chooseDay(day: string) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      await root.getByRole('button', { name: /^Quand/ }).click()
      const calendar = page.getByRole('dialog', { name: 'Quand' })
      const now = new Date()
      const back = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month
      for (let count = 0; count < back; count++)
        await calendar.getByRole('button', { name: 'Mois précédent' }).click()
      const name = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long' }).format(
        new Date(year, month - 1, date),
      )
      await calendar.getByRole('button', { name }).click()
      await page.keyboard.press('Escape')
    },
    async save() {
      await root.getByRole('button', { name: /^Enregistrer/ }).click()
    },
  }
}

/** The note of today's screen. */
export const noteOfToday = (page: Page) => noteForm(page.getByRole('region', { name: 'Note éclair' }), page)
/** The note over another screen. */
export const noteOverScreen = (page: Page) =>
  noteForm(page.getByRole('dialog', { name: 'Note éclair' }), page)
