/** Takes the pictures of `npm run screens`, on a fictional caseload. */
import type { Page } from '@playwright/test'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Launched, launchElectron } from './electron.ts'
import { lockPage } from './pages/lock.ts'
import { shell } from './pages/shell.ts'
import { closeDamaged } from './support/damage.ts'
import {
  type ClosedVault,
  type Desk,
  clearDesk,
  makeFictionalVault,
  newDesk,
  putVault,
} from './support/desk.ts'
import { deskOnSmallDisk, fillDisk } from './support/full-disk.ts'
import { type Theme, sayInEnglish, setTheme, zoomTwice, whenLoaded } from './support/look.ts'
import { deskViews } from './support/desk-views.ts'
import { newPublisher } from './support/updates.ts'
import { putAway, views } from './support/views.ts'

interface Look {
  /** Of the folder of its pictures. */
  name: string
  theme: Theme
  prepare?: (launched: Launched) => Promise<unknown>
  isEnglish?: boolean
}
const looks: readonly Look[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'discreet', theme: 'light', prepare: ({ page }) => page.keyboard.press('Control+Shift+L') },
  { name: 'zoom-200', theme: 'light', prepare: zoomTwice },
  { name: 'english', theme: 'light', isEnglish: true },
  { name: 'contrast', theme: 'light', prepare: ({ page }) => page.emulateMedia({ contrast: 'more' }) },
  {
    name: 'forced-colors',
    theme: 'light',
    prepare: ({ page }) => page.emulateMedia({ forcedColors: 'active' }),
  },
]

const {
  out,
  guide,
  look: only,
  view: wanted,
} = parseArgs({
  options: {
    out: { type: 'string' },
    guide: { type: 'boolean', default: false },
    look: { type: 'string', multiple: true },
    view: { type: 'string', multiple: true },
  },
}).values
if (out === undefined) {
  process.stderr.write('Il faut dire où déposer les images : npm run screens -- --out DOSSIER\n')
  process.exit(1)
}
const folder = resolve(out)
const fictional = mkdtempSync(join(tmpdir(), 'filigrane-screens-'))
/** Two derivations and a reading of everything, on a computer that may do something else. */
const derived = { timeout: 120_000 }
// what an organization hands out takes its updates: a build without a key says that it takes none
const entry = newPublisher(fictional).app
try {
  const vault = makeFictionalVault(fictional)
  for (const look of looks.filter(({ name }) => only?.includes(name) ?? true)) {
    mkdirSync(join(folder, look.name), { recursive: true })
    if (wanted === undefined) {
      await takeLockScreens(look, vault)
      await takeTroubles(look, vault)
    }
    const count = await takeScreens(look, vault)
    process.stdout.write(`${join(folder, look.name)} : ${count} écrans\n`)
  }
  if (guide) illustrateGuide()
} finally {
  rmSync(fictional, { recursive: true, force: true })
}

/** Gives the guide the pictures it names, in the light theme. */
function illustrateGuide(): void {
  const pages = resolve(import.meta.dirname, '..', 'docs', 'guide')
  for (const page of readdirSync(pages).filter((name) => name.endsWith('.md')))
    for (const [, name] of readFileSync(join(pages, page), 'utf8').matchAll(/\(images\/([^)]+)\)/gu))
      if (name !== undefined) copyFileSync(join(folder, 'light', name), join(pages, 'images', name))
}

/** With --view, only the views whose names begin so, and no lock screen. */
function isWanted(name: string): boolean {
  return wanted?.some((beginning) => name.startsWith(beginning)) ?? true
}

async function picture(look: Look, page: Page, name: string): Promise<void> {
  await whenLoaded(page)
  if (look.isEnglish) await sayInEnglish(page, true)
  await page.screenshot({ path: join(folder, look.name, `${name}.png`), animations: 'disabled' })
  if (look.isEnglish) await sayInEnglish(page, false)
}

async function takeScreens(look: Look, vault: ClosedVault): Promise<number> {
  return atDesk(vault, look, async (launched) => {
    const { page } = launched
    await lockPage(page).unlock(vault.passphrase)
    await shell(page).rail.waitFor()
    await page.getByText('Carnet vérifié').waitFor({ state: 'attached' })
    await look.prepare?.(launched)
    const shown = views.filter(({ name }) => isWanted(name))
    for (const { name, show } of shown) {
      await show(page)
      await picture(look, page, name)
      await putAway(page)
    }
    // each leans on the one before
    const last = deskViews.findLastIndex(({ name }) => isWanted(name))
    const files = mkdtempSync(join(fictional, 'files-'))
    for (const { name, show } of deskViews.slice(0, last + 1)) {
      await show(launched, { folder: files, passphrase: vault.passphrase })
      await picture(look, page, name)
      await putAway(page)
    }
    return shown.length + last + 1
  })
}

async function takeLockScreens(look: Look, vault: ClosedVault): Promise<void> {
  const prepare = look.name === 'discreet' ? undefined : look.prepare
  await atDesk(null, look, async (launched) => {
    await prepare?.(launched)
    const { page } = launched
    const lock = lockPage(page)
    await lock.passphrase.fill('corbeau violon tracteur')
    await lock.strength.filter({ hasText: ':' }).waitFor()
    await picture(look, page, 'lock-create')
    const words = await lock.choosePassphrase('corbeau violon tracteur brume')
    await picture(look, page, 'lock-words')
    await lock.retype(words.toReversed())
    await lock.failure.waitFor()
    await picture(look, page, 'lock-check')
  })
  await atDesk(vault, look, async (launched) => {
    await prepare?.(launched)
    const { page } = launched
    const lock = lockPage(page)
    await lock.passphrase.waitFor()
    await picture(look, page, 'lock-open')
    await lock.unlock('pas la bonne phrase')
    await lock.failure.waitFor()
    await picture(look, page, 'lock-wrong')
    await lock.forgot.click()
    await lock.again.waitFor()
    await picture(look, page, 'lock-recover')
    await lock.button('Restaurer une copie').click()
    await page.getByRole('heading', { name: 'Restaurer une copie de sauvegarde' }).waitFor()
    await picture(look, page, 'lock-restore')
    await lock.button('Retour').click()
    await lock.tryOut()
    await picture(look, page, 'trial')
  })
}

/** What is told of a damaged vault, before and after it went back to a whole state; of a full disk, where one can be mounted. */
async function takeTroubles(look: Look, vault: ClosedVault): Promise<void> {
  const desk = newDesk()
  putVault(vault, desk)
  await onDesk(desk, look, (launched) => closeDamaged(launched, desk, vault))
  await onDesk(desk, look, async (launched) => {
    const { page } = launched
    const lock = lockPage(page)
    await lock.unlock(vault.passphrase)
    await lock.fallBack.waitFor(derived)
    await look.prepare?.(launched)
    await picture(look, page, 'lock-damaged')
    await lock.fallBack.click()
    await shell(page).rail.waitFor(derived)
    await picture(look, page, 'fell-back')
  })
  clearDesk(desk)
  const small = deskOnSmallDisk(vault)
  if (small === null) return
  await onDesk(small.desk, look, async (launched) => {
    const { page } = launched
    await lockPage(page).unlock(vault.passphrase)
    await shell(page).rail.waitFor()
    await fillDisk(page, small.disk)
    await look.prepare?.(launched)
    await page.locator('.banner').waitFor()
    await picture(look, page, 'full-disk')
  })
  small.clear()
}

/** Runs the app on a new desk, with that vault or none. */
async function atDesk<T>(
  vault: ClosedVault | null,
  look: Look,
  work: (launched: Launched) => Promise<T>,
): Promise<T> {
  const desk = newDesk()
  if (vault !== null) putVault(vault, desk)
  try {
    return await onDesk(desk, look, work)
  } finally {
    clearDesk(desk)
  }
}

async function onDesk<T>(desk: Desk, { theme }: Look, work: (launched: Launched) => Promise<T>): Promise<T> {
  const launched = await launchElectron({ userData: desk.profile, entry })
  try {
    // main still starting would not survive an evaluation: see the specs' `start`
    await launched.page.getByRole('heading', { level: 1 }).waitFor()
    await setTheme(launched, theme)
    return await work(launched)
  } finally {
    await launched.close()
  }
}
