import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fictionalDuties } from '../../src/engine/testing/duties.ts'
import { fictional as record } from '../../src/engine/testing/fictional.ts'
import { answerNextDialog } from '../electron.ts'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { dialogFields, fields } from '../pages/fields.ts'
import { preview } from '../pages/preview.ts'
import { personPage } from '../pages/person.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'

const ALIAS = 'La dame aux gants'

test('a person hears the notice, consents, takes it back; a later referral is refused with its way out', async ({
  opened,
}) => {
  test.setTimeout(180_000)
  const { page } = opened
  const frame = shell(page)
  const file = personPage(page)
  await callEngine(page, 'people.save', { ...blankPerson, aliases: [ALIAS] })
  await file.open(ALIAS)

  await test.step('the notice', async () => {
    await file.button('Inscrire la lecture de l’avis').click()
    const read = dialogFields(page, 'Lecture de l’avis')
    await read.tick('checkbox', 'Une copie lui a été remise')
    await read.save()
    await expect(file.rights).toContainText('Avis de collecte lu et remis')
  })

  await test.step('a consent, then its withdrawal', async () => {
    await file.button('Nouveau consentement').click()
    const consent = dialogFields(page, 'Nouveau consentement')
    await consent.text('Pour quoi exactement').fill('son surnom et son besoin')
    await consent.save()
    await expect(file.rights).toContainText('valide')
    await file.rights.getByRole('button', { name: /^Autres actions.*Dire à une ressource/ }).click()
    await page.getByRole('menuitem', { name: 'La personne retire son consentement' }).click()
    const withdrawal = dialogFields(page, 'La personne retire son consentement')
    await withdrawal.dialog.getByRole('button', { name: 'Inscrire le retrait' }).click()
    await expect(file.rights).toContainText('retiré')
  })

  await test.step('the referral', async () => {
    await file.button('Référer').click()
    const referral = page.getByRole('dialog', { name: 'Référer vers une ressource' })
    await referral.getByRole('combobox', { name: 'Ressource' }).fill('a')
    await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first().click()
    await referral.getByRole('button', { name: /^Enregistrer/ }).click()
    await expect(referral.getByRole('alert')).toContainText('consent-withdrawn')
    await referral.getByRole('button', { name: 'Inscrire un consentement' }).click()
    const again = dialogFields(page, 'Nouveau consentement')
    await expect(again.dialog).toBeVisible()
    await again.dialog.getByRole('button', { name: 'Annuler' }).click()
    await expect(again.dialog).toHaveCount(0)
    await referral.getByRole('button', { name: 'Annuler' }).click()
    await expect(referral).toHaveCount(0)
  })
  await test.step('a withdrawal told late, of before a referral', async () => {
    const { id: personId } = await callEngine(page, 'people.save', { ...blankPerson, aliases: ['Le rameur'] })
    const { id: resourceId } = await callEngine(page, 'resources.save', record.resource())
    const given = fictionalDuties.consent({ personId, givenOn: dayFromToday(-10) })
    const { id } = await callEngine(page, 'consents.save', given)
    const referral = record.referral({ personId, resourceId, proposedOn: dayFromToday(-2) })
    await callEngine(page, 'referrals.save', referral)
    await callEngine(page, 'consents.withdraw', { id, on: dayFromToday(-5), words: '' })
  })
  await frame.goTo('Registres')
  const main = page.getByRole('main')
  await expect(main).toContainText(ALIAS)
  await expect(main).toContainText('1 référencement suit le retrait du consentement.')
  await expect(main).toContainText('inscrivez-la aux incidents de confidentialité')
})

test('a request, its clock, and the copy of the file without the others', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(240_000)
  const { page } = opened
  const frame = shell(page)
  const { id: otherId } = await callEngine(page, 'people.save', {
    ...blankPerson,
    aliases: ['Zéphirine Tilleul'],
  })
  const { id } = await callEngine(page, 'people.save', {
    ...blankPerson,
    aliases: [ALIAS],
    strengths: 'Dort chez zephirine tilleul. Tilleul le sait.',
  })
  await callEngine(page, 'ties.save', { personId: id, otherId, kind: 'friend', note: '' })
  const sealed = { at: `${dayFromToday(-1)}T10:00`, note: 'Pour elle seule.', noteSealed: true }
  await callEngine(page, 'contacts.save', record.contact({ personIds: [id], ...sealed }))

  await frame.goTo('Registres')
  await page.getByRole('tab', { name: /^Demandes/ }).click()
  await page.getByRole('button', { name: 'Nouvelle demande' }).first().click()
  const request = dialogFields(page, 'Nouvelle demande')
  await request.day('Reçue le', dayFromToday(-40))
  await request.pick('Dossier de', ALIAS)
  await request.save()
  await expect(page.getByRole('main')).toContainText('en retard de 10 jours')

  const line = page.getByRole('listitem').filter({ hasText: ALIAS })
  await line.getByRole('button', { name: /^Autres actions/ }).click()
  await page.getByRole('menuitem', { name: 'Copie de son dossier' }).click()
  const copy = page.getByRole('dialog', { name: 'Copie de son dossier' })
  await expect(copy).toContainText('1 mot pourrait être quelqu’un')
  // it exists, of that day: whether she is told of it is the worker’s to decide
  await expect(copy).toContainText(/Il existe 1 note scellée\.\s*hier/u)
  await expect(copy).not.toContainText('Pour elle seule.')
  await copy.getByRole('button', { name: /^Voir l’aperçu/ }).click()
  await expect(copy.getByRole('alert')).toContainText('copy-reveals-another')
  await copy.getByRole('button', { name: /^Masquer\s: Tilleul/ }).click()
  await expect(copy).not.toContainText('pourrait être quelqu’un')
  await copy.getByRole('button', { name: /^Voir l’aperçu/ }).click()
  await expect(preview(copy).page(1)).toContainText(ALIAS)
  await expect(preview(copy).page(1)).toContainText('[note scellée]')
  await expect(copy).not.toContainText(/tilleul/iu)
  await answerNextDialog(opened.app, 'showOpenDialog', { canceled: false, filePaths: [desk.releases] })
  await copy.getByRole('button', { name: 'Choisir le dossier' }).click()
  await copy.getByLabel('Votre phrase de passe, de nouveau').fill('pas la bonne')
  await copy.getByRole('button', { name: /^Écrire la copie/ }).click()
  await expect(copy.getByRole('alert')).toContainText('wrong-passphrase')
  await copy.getByLabel('Votre phrase de passe, de nouveau').fill(fictional.passphrase)
  await copy.getByRole('button', { name: /^Écrire la copie/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Document écrit' })).toBeVisible()
  const files = readdirSync(desk.releases).filter((name) => name.startsWith('dossier-'))
  expect(files).toHaveLength(2)
  expect(files.some((name) => name.endsWith('.pdf'))).toBe(true)
  // what the PDF says is the same, and is read where it is printed from
  const [data = ''] = files.filter((name) => name.endsWith('.json'))
  const text = readFileSync(join(desk.releases, data), 'utf8')
  expect(text).toContain('une autre personne')
  expect(text).not.toContain('Pour elle seule.')
  expect(text).not.toMatch(/z[ée]phirine|tilleul/iu)

  // the copy is the answer: what is left of the request to say is before her
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click()
  const answer = dialogFields(page, 'Modifier la demande')
  await answer.day('Identité vérifiée le', dayFromToday(0))
  await answer.text('Motif du retard').fill('reçue pendant un congé')
  await answer.save()
  await expect(page.getByRole('main')).toContainText('réponse donnée en retard')
})

test('facts, not judgements: said beside each text about somebody, until it is put away, and again when asked', async ({
  opened,
}) => {
  test.setTimeout(120_000)
  const { page } = opened
  const frame = shell(page)
  const hint = page.getByText(
    'Des faits, pas des jugements : la personne peut lire ce qui est écrit sur elle.',
  )
  const beside = async (name: string | RegExp, screen: Parameters<typeof frame.goTo>[0]) => {
    await frame.goTo(screen)
    await page.getByRole('main').getByRole('button', { name }).first().click()
    return page.getByRole('dialog').filter({ has: page.getByRole('textbox').first() })
  }
  await frame.goTo('Aujourd’hui')
  await expect(hint).toHaveCount(1)
  await expect((await beside('Nouvelle personne', 'Personnes')).filter({ has: hint })).toHaveCount(1)
  await page.keyboard.press('Escape')
  const incident = await beside(/^Nouveau conflit/, 'Conflits d’usage')
  await expect(incident.filter({ has: hint })).toHaveCount(1)
  await incident.getByRole('button', { name: 'Ne plus le rappeler' }).click()
  await expect(incident.filter({ has: hint })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await frame.goTo('Aujourd’hui')
  await page
    .getByRole('region', { name: 'Note éclair' })
    .getByRole('textbox', { name: 'Note', exact: true })
    .waitFor()
  await expect(hint).toHaveCount(0)

  await frame.goTo('Réglages')
  const settings = fields(page.getByRole('main'), page)
  await settings.tick('checkbox', /d’écrire des faits/)
  await settings.save()
  await expect(frame.toast).toContainText('Réglages enregistrés')
  await frame.goTo('Aujourd’hui')
  await expect(hint).toHaveCount(1)
})
