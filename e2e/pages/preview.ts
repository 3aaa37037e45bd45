import type { Locator } from '@playwright/test'

/** What will be printed, in a dialog that asks where it goes. */
export function preview(dialog: Locator) {
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  return {
    /** Scrolls by itself. */
    frame: dialog.getByRole('region', { name: /^Aperçu\s: / }),
    count: dialog.getByRole('status').filter({ hasText: /^\d+ pages?$/ }),
    /** The first is 1. */
    page: (number: number) => dialog.getByRole('figure', { name: new RegExp(`^Page ${number} sur `) }),
    /** A page that is no more blank. */
    drawn: dialog.locator('figure[data-drawn]').first(),
    larger: button('Agrandir l’aperçu'),
    smaller: button('Réduire l’aperçu'),
    fullWidth: button('Pleine largeur'),
    save: button('Enregistrer le PDF'),
    chooseFolder: button('Choisir le dossier'),
    passphrase: dialog.getByLabel('Votre phrase de passe, de nouveau'),
  }
}

/** How many dots of ink a page drawn has: white paper has none. */
export const inkOf = (figure: Locator): Promise<number> =>
  figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let ink = 0
    for (let at = 0; at < drawn.length; at += 4)
      if ((drawn[at + 3] ?? 0) > 0 && (drawn[at] ?? 255) < 128) ink++
    return ink
  })
