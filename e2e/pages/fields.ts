import type { Locator, Page } from '@playwright/test'

/** The fields of a form or a dialog, each by its label and from the keyboard; `root` holds them. */
export function fields(root: Locator, page: Page) {
  const combo = (label: string) => root.getByRole('combobox', { name: label, exact: true })
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' })
  return {
    text: (label: string) => root.getByRole('textbox', { name: label, exact: true }),
    combo,
    suggestions,
    /** The button of a choice: its text is the present one. */
    choice: (label: string) => root.getByRole('button').and(page.getByLabel(label, { exact: true })),

    async choose(label: string, option: string) {
      await root
        .getByRole('button')
        .and(page.getByLabel(label, { exact: true }))
        .click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    /** One suggestion, found by its label: a chip more, or the choice of the field. */
    async pick(label: string, option: string) {
      await combo(label).fill(option)
      await suggestions.getByRole('option', { name: option }).first().click()
    },
    /** A chip of any text. */
    async add(label: string, text: string) {
      await combo(label).fill(text)
      await page.keyboard.press('Enter')
    },
    async number(label: string, value: number) {
      await root.getByRole('textbox', { name: label, exact: true }).fill(String(value))
      await page.keyboard.press('Tab')
    },
    day: (label: string, day: string) => typeDay(root, page, label, day),
    /** Ticks a box, or takes a choice of a scale. */
    async tick(role: 'checkbox' | 'radio', name: string | RegExp) {
      const box = root.getByRole(role, { name })
      await box.focus()
      await page.keyboard.press('Space')
    },
    async save() {
      await root.getByRole('button', { name: /^(Enregistrer|Ajouter)/ }).click()
    },
  }
}

/** The fields of the dialog of that title. */
export const dialogFields = (page: Page, title: string) => {
  const dialog = page.getByRole('dialog', { name: title, exact: true })
  return { dialog, ...fields(dialog, page) }
}

/** Types a day, `YYYY-MM-DD`, into a field made of segments, in the order they stand. */
export async function typeDay(root: Locator, page: Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  const field = root.getByRole('group', { name: label, exact: true })
  for (const [segment, value] of [
    ['year', year],
    ['month', month],
    ['day', date],
  ] as const) {
    await field.locator(`[data-type=${segment}]`).focus()
    await page.keyboard.type(value)
  }
}
