import type { Page } from '@playwright/test'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { foundIndependently, python } from '../../src/engine/store/testing/independent-reader.ts'
import { fictionalDuties } from '../../src/engine/testing/duties.ts'
import { fictional as record } from '../../src/engine/testing/fictional.ts'
import { answerNextDialog, type Launched } from '../electron.ts'
import { dialogFields } from '../pages/fields.ts'
import { lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { personPage } from '../pages/person.ts'
import { securityPage } from '../pages/security.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday, putVault } from '../support/desk.ts'
import { filesHolding, needlesOf } from '../support/needles.ts'

const ALIAS = 'Zorglubine Philibertine'
const TWIN = 'Quenouillette des Aulnes'
/** Everything written about her alone, each word of its own place. */
const HERS = {
  alias: ALIAS,
  twin: TWIN,
  legalName: 'Cornebuse Lendormi-Fictive',
  strengths: 'canari ocarina 3kp, joue au parc',
  safety: 'canari hérisson 6tf, aboie fort',
  note: 'note canari zibeline 4kv sous la verrière',
  draft: 'brouillon canari okapi 9wd du matin',
  tie: 'canari passerelle 2bn, voisines',
  referral: 'canari lanterne 5hj, sans adresse',
  followUp: 'canari sarcelle 8zt à rappeler',
  consent: 'canari pivoine 7qx, par écrit',
  request: 'canari libellule 1mw, tout voir',
  disclosure: 'canari rouleau 4cd, sur le pont',
  question: 'que faire si canari marmotte 6yr refuse',
  decision: 'canari tilleul 9gv, on attend',
} as const
const SEALED = 'note scellée canari obsidienne 8lp'
/** Of somebody else, in a note they share: it stays. */
const KEPT = 'parapluie canari mandragore 3sd'

// opening the fictional notebook counts too
test.describe.configure({ timeout: 600_000 })

test('of an erased person nothing is left: profile, temporary files, notebook, backups, raw or opened with the keys', async ({
  desk,
  start,
  fictional,
}) => {
  putVault(fictional, desk)
  // what the app and its browser leave in the temporary folder is searched too
  const TMPDIR = join(desk.folder, 'temporaire')
  mkdirSync(TMPDIR)
  const launched = await start(desk, { TMPDIR })
  await lockPage(launched.page).unlock(fictional.passphrase)
  await shell(launched.page).rail.waitFor()
  let page = launched.page
  const onDisk = () => filesHolding([desk.folder], [...Object.values(HERS), SEALED])
  const inVault = (folder: string, texts: readonly string[]) =>
    foundIndependently(folder, 'worker', fictional.passphrase, texts.flatMap(needlesOf))

  await test.step('known, written about everywhere, looked up, copied', async () => {
    await writeAbout(page, fictional.passphrase)
    await personPage(page).open(ALIAS)
    await expect(page.getByText(HERS.note)).toBeVisible()
    await shell(page).find('zibeline')
    await expect(shell(page).results.filter({ hasText: ALIAS })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await shell(page).goTo('Aujourd’hui')
    await noteOfToday(page).note.fill(`${ALIAS} : ${HERS.draft}`)
    await expect(noteOfToday(page).kept).toBeVisible()
    await backUpAndTry(launched, page, join(desk.folder, 'poste.filigrane-sauvegarde'), fictional.passphrase)
  })

  await test.step('control: a copy of her file handed over is found where it was put', async () => {
    expect(onDisk()).toEqual([])
    await answerNextDialog(launched.app, 'showOpenDialog', { canceled: false, filePaths: [desk.releases] })
    await callEngine(page, 'documents.chooseFolder', undefined)
    const personId = await idOf(page)
    const { doubts } = await callEngine(page, 'copies.preview', { personId, hide: [], nobody: [] })
    await callEngine(page, 'copies.make', {
      personId,
      hide: [],
      nobody: doubts,
      passphrase: fictional.passphrase,
    })
    const handed = onDisk()
    expect(handed.map((file) => file.startsWith(desk.releases))).toEqual([true])
    for (const name of readdirSync(desk.releases)) rmSync(join(desk.releases, name))
  })

  page = await locking(launched, () => page.keyboard.press('Control+l'))
  cpSync(desk.vault, join(desk.folder, 'copie-du-dossier'), { recursive: true })
  await test.step('control: whoever has the key finds every word of it before', () => {
    if (python === null) {
      test.info().annotations.push({ type: 'not read with the keys', description: 'no PyNaCl here' })
      return
    }
    const found = inVault(desk.vault, Object.values(HERS))
    const isFound = (text: string) =>
      needlesOf(text).some((needle) => found.some((each) => each.equals(needle)))
    expect(Object.values(HERS).filter((text) => !isFound(text))).toEqual([])
  })
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).rail.waitFor()

  await test.step('erased', async () => {
    const personId = await idOf(page)
    const closing = { personId, stage: 'closed', on: dayFromToday(-1500), replaces: dayFromToday(0) }
    await callEngine(page, 'people.saveBondStage', closing)
    await shell(page).goTo('Registres')
    await page.getByRole('tab', { name: 'Conservation' }).click()
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: ALIAS }).first()
    await line.getByRole('button', { name: /^Ouvrir/ }).click()
    const erasure = dialogFields(page, 'Décider du dossier')
    await erasure.text('Décidé par').fill('La coordination')
    await erasure.dialog.getByLabel('Votre phrase de passe, de nouveau').fill(fictional.passphrase)
    await erasure.dialog.getByRole('button', { name: /^Détruire le dossier/ }).click()
    await expect(shell(page).toast).toContainText('Dossier effacé', { timeout: 60_000 })
  })

  await test.step('nothing is left, open, locked or closed', async () => {
    expect(existsSync(join(desk.folder, 'poste.filigrane-sauvegarde'))).toBe(false)
    expect(onDisk()).toEqual([])
    await shell(page).find('Zorglubine')
    await expect(page.getByText(/^Rien/).first()).toBeVisible()
    const locked = await locking(launched, () => page.keyboard.press('Control+l'))
    expect(await locked.content()).not.toContain('Zorglubine')
    expect(onDisk()).toEqual([])
    await launched.close()
    expect(onDisk()).toEqual([])
  })

  await test.step('nor for whoever has the key; what is somebody else’s stays, and a copy made outside the app', () => {
    if (python === null) return
    expect(inVault(desk.vault, Object.values(HERS))).toEqual([])
    expect(inVault(desk.vault, [KEPT])).not.toEqual([])
    expect(inVault(join(desk.folder, 'copie-du-dossier'), [ALIAS])).not.toEqual([])
  })
})

async function idOf(page: Page): Promise<string> {
  const { rows } = await callEngine(page, 'people.list', { text: ALIAS, limit: 5, offset: 0 })
  const [row] = rows
  if (!row) throw new Error('she is not in the caseload')
  return row.id
}

/** In every place of the caseload where one writes about somebody. */
async function writeAbout(page: Page, passphrase: string): Promise<void> {
  const on = dayFromToday(-3)
  const at = `${on}T14:00`
  const note = noteOfToday(page)
  await note.createPerson(ALIAS)
  await note.note.fill(HERS.note)
  await note.save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  const her = await idOf(page)
  const save = async (aliases: string[], fields = {}) =>
    (await callEngine(page, 'people.save', record.person({ aliases, ...fields }))).id
  await callEngine(page, 'people.save', {
    id: her,
    ...record.person({
      aliases: [ALIAS],
      legalName: HERS.legalName,
      strengths: HERS.strengths,
      safetyNote: HERS.safety,
    }),
  })
  const [twin, mona] = [await save([TWIN]), await save(['Mona aux mitaines'])]
  await callEngine(page, 'ties.save', { personId: twin, otherId: mona, kind: 'friend', note: HERS.tie })
  const contact = { at, unidentifiedCount: 0 }
  await callEngine(
    page,
    'contacts.save',
    record.contact({ ...contact, personIds: [her], note: SEALED, noteSealed: true }),
  )
  await callEngine(
    page,
    'contacts.save',
    record.contact({ ...contact, personIds: [twin, mona], note: `${TWIN} a rendu le ${KEPT}.` }),
  )
  const { id: resourceId } = await callEngine(page, 'resources.save', record.resource())
  await callEngine(
    page,
    'referrals.save',
    record.referral({ personId: her, resourceId, proposedOn: on, note: HERS.referral }),
  )
  await callEngine(
    page,
    'followUps.save',
    record.followUp({ personId: her, dueOn: on, title: HERS.followUp }),
  )
  await callEngine(page, 'incidents.save', record.incident({ at, personId: her, note: `${ALIAS} criait.` }))
  await callEngine(page, 'groupActivities.save', record.groupActivity({ at, note: `${ALIAS} aidait.` }))
  await callEngine(
    page,
    'consents.save',
    fictionalDuties.consent({ personId: her, givenOn: on, words: HERS.consent }),
  )
  await callEngine(
    page,
    'requests.save',
    fictionalDuties.request({
      personId: her,
      receivedOn: on,
      words: HERS.request,
      answeredOn: on,
      outcome: 'dropped',
    }),
  )
  await callEngine(
    page,
    'disclosures.save',
    fictionalDuties.disclosure({ personId: her, at, information: HERS.disclosure, closedOn: on }),
  )
  await callEngine(page, 'filters.save', { list: 'contacts', name: ALIAS, filter: { personId: her } })
  const { id: reviewId } = await callEngine(page, 'meetings.saveOnAgenda', {
    personId: her,
    question: HERS.question,
  })
  await callEngine(page, 'meetings.start', undefined)
  await callEngine(page, 'meetings.decide', {
    id: reviewId,
    decision: HERS.decision,
    actions: [{ title: `Appeler ${ALIAS}`, doer: 'worker', dueOn: dayFromToday(2) }],
  })
  await callEngine(page, 'meetings.close', undefined)
  await callEngine(page, 'people.merge', { keepId: her, duplicateId: twin })
  await callEngine(page, 'security.letCoordinatorIn', {
    act: crypto.randomUUID(),
    passphrase,
    newPassphrase: 'le lundi on relit ensemble',
  })
}

/** A copy of the notebook, then its restoration tried. */
async function backUpAndTry({ app }: Launched, page: Page, file: string, passphrase: string): Promise<void> {
  const security = securityPage(page)
  await security.open()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: file })
  await security.button('Faire une copie').click()
  await expect(security.toast).toContainText('Copie faite et relue')
  await security.act('poste.filigrane-sauvegarde', 'Essayer la restauration')
  await page.getByLabel('Phrase de passe de la copie', { exact: true }).fill(passphrase)
  await security.button('Essayer la restauration').click()
  const tried = security.dialog('La copie s’ouvre')
  await expect(tried).toContainText('Tout ce qu’elle contient est intact.', { timeout: 60_000 })
  await tried.getByRole('button', { name: 'Fermer' }).last().click()
}
