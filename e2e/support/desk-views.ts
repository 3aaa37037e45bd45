/** The screens that lean on what was done before, and on files: imports, packages, the end of a file, a takeover. */
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { answerNextDialog } from '../electron.ts'
import { shell } from '../pages/shell.ts'
import { takeoverPage } from '../pages/takeover.ts'
import { callEngine } from './bridge.ts'
import { dayFromToday } from './desk.ts'
import { dutyViews } from './duty-views.ts'
import { importViews, undoing } from './import-views.ts'
import { handOver } from './review-package.ts'
import { reviewViews, type FileView } from './review-views.ts'
import { signers } from './views.ts'

const DECIDED = 'Le monsieur au béret'
const act = '0195b5a0-0000-7000-8000-000000000002'

/** Somebody whose file was closed that many days ago; answers the identifier. */
async function closed(page: Page, alias: string, daysAgo: number): Promise<string> {
  const { id } = await callEngine(page, 'people.save', { ...blankPerson, aliases: [alias] })
  const on = dayFromToday(-daysAgo)
  const closing = { personId: id, stage: 'closed', on, replaces: dayFromToday(0) }
  await callEngine(page, 'people.saveBondStage', closing)
  return id
}

const toRetention = async (page: Page) => {
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name: 'Conservation' }).click()
}

const retentionViews: readonly FileView[] = [
  {
    name: 'retention',
    show: async (launched, at) => {
      const { page } = launched
      await handOver(launched, page, at, await closed(page, DECIDED, 1400))
      await closed(page, 'La tricoteuse du jeudi', 200)
      await closed(page, 'Casquette à l’envers', 1450)
      const held = await closed(page, 'Le chauffeur à la retraite', 1500)
      await callEngine(page, 'retention.hold', {
        personId: held,
        until: dayFromToday(180),
        words: 'une plainte en cours',
      })
      await toRetention(page)
      await page.getByText('une plainte en cours').waitFor()
    },
  },
  {
    name: 'retention-hold',
    show: async ({ page }) => {
      await toRetention(page)
      const line = page.getByRole('listitem').filter({ hasText: 'Casquette à l’envers' }).first()
      await line.getByRole('button', { name: /^Autres actions/ }).click()
      await page.getByRole('menuitem', { name: 'Garder plus longtemps' }).click()
      await page.getByRole('dialog', { name: 'Garder plus longtemps' }).waitFor()
    },
  },
  {
    name: 'retention-decide',
    show: async ({ app, page }, { folder }) => {
      mkdirSync(join(folder, 'cle-usb'))
      const filePath = join(folder, 'cle-usb', 'carnet.filigrane-sauvegarde')
      await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath })
      await callEngine(page, 'backups.chooseFile', undefined)
      await callEngine(page, 'backups.make', { act })
      await toRetention(page)
      await page.getByRole('button', { name: new RegExp(`^Ouvrir.*${DECIDED}`, 'u') }).click()
      await page.getByText('s’ouvre encore').waitFor()
    },
  },
  {
    name: 'retention-decided',
    show: async ({ page }, { folder, passphrase }) => {
      renameSync(join(folder, 'cle-usb'), join(folder, 'cle-usb-partie'))
      const rows = await callEngine(page, 'retention.list', undefined)
      const personId = rows.find(({ alias }) => alias === DECIDED)?.id ?? ''
      const order = { personId, mode: 'destroy', reason: 'retention', decidedBy: 'La coordination' } as const
      const asked = { act: crypto.randomUUID(), ...order, hide: [], nobody: [], emptied: [], passphrase }
      await callEngine(page, 'erasures.decide', asked)
      await toRetention(page)
      await page.getByText('Décisions prises').waitFor()
    },
  },
]

const takeoverViews: readonly FileView[] = [
  {
    name: 'takeover-done',
    show: async ({ page }, { passphrase }) => {
      const takeover = takeoverPage(page)
      await takeover.toKeys(signers)
      await takeover.toSheet(passphrase)
      await takeover.button('Faire le relais').click()
      await takeover.done.waitFor({ timeout: 90_000 })
    },
  },
  {
    name: 'takeover-record',
    show: async ({ page }) => {
      await takeoverPage(page).security.open()
      await page.getByRole('button', { name: 'Procès-verbal' }).click()
      await page.getByRole('dialog', { name: 'Imprimer le procès-verbal' }).waitFor()
    },
  },
]

/** To be shown in this order, on one notebook, after all the others: the last change what opens it. */
export const deskViews: readonly FileView[] = [
  ...importViews,
  ...reviewViews,
  ...dutyViews,
  ...retentionViews,
  ...takeoverViews,
  undoing,
]
