import type { Page } from '@playwright/test'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { dialogFields } from '../pages/fields.ts'
import { personPage } from '../pages/person.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'
import { asCoordinator, letCoordinatorIn } from '../support/two-roles.ts'

const ALIAS = 'La dame aux gants'
const openTab = async (page: Page, name: RegExp) => {
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name }).click()
}

test('the worker writes a consent, the coordinator reads it; both keep the registers, each under her key', async ({
  opened,
  fictional,
}) => {
  test.setTimeout(300_000)
  let page = opened.page
  await letCoordinatorIn(page, fictional.passphrase)
  await callEngine(page, 'people.save', { ...blankPerson, aliases: [ALIAS] })

  await test.step('a consent, then a request five days from its end', async () => {
    await personPage(page).open(ALIAS)
    await personPage(page).button('Nouveau consentement').click()
    const consent = dialogFields(page, 'Nouveau consentement')
    await consent.text('Pour quoi exactement').fill('son surnom et son besoin')
    await consent.save()
    await openTab(page, /^Demandes/)
    await page.getByRole('button', { name: 'Nouvelle demande' }).first().click()
    const request = dialogFields(page, 'Nouvelle demande')
    await request.day('Reçue le', dayFromToday(-31))
    await request.pick('Dossier de', ALIAS)
    await request.save()
    const link = shell(page).link('Registres')
    await expect(link).toHaveAccessibleName(/demandes? en retard/)
    await shell(page).goTo('Aujourd’hui')
    const due = page.getByRole('main').locator('section').filter({ hasText: 'Demandes en attente' })
    await expect(due.getByRole('listitem').filter({ hasText: ALIAS })).toContainText('en retard 1 j')
  })

  page = await asCoordinator(opened, page)
  const main = page.getByRole('main')
  await test.step('the coordinator reads the consent and may not write one', async () => {
    await openTab(page, /^Consentements/)
    await expect(main).toContainText(ALIAS)
    await expect(page.getByRole('button', { name: 'Nouveau consentement' })).toHaveCount(0)
  })
  await test.step('she answers the request: late, it takes its reason', async () => {
    await openTab(page, /^Demandes/)
    await main
      .getByRole('listitem')
      .filter({ hasText: ALIAS })
      .getByRole('button', { name: /^Autres actions/ })
      .click()
    await page.getByRole('menuitem', { name: 'Modifier' }).click()
    const request = dialogFields(page, 'Modifier la demande')
    // the clock is over: it is not lengthened any more
    await request.day('Délai prolongé jusqu’au', dayFromToday(20))
    await request.text('Accordé par qui, et pourquoi').fill('la Commission, dossier volumineux')
    await request.save()
    await expect(request.dialog.getByRole('alert')).toContainText('too-late-to-extend')
    await expect(request.dialog.getByRole('alert')).toContainText(
      'Répondez maintenant, avec le motif du retard.',
    )
    await request.dialog.getByRole('button', { name: 'Annuler' }).click()
    await main
      .getByRole('listitem')
      .filter({ hasText: ALIAS })
      .getByRole('button', { name: /^Ouvrir/ })
      .click()
    await request.day('Identité vérifiée le', dayFromToday(0))
    await request.day('Réponse donnée le', dayFromToday(0))
    await request.choose('Issue', 'acceptée')
    await request.save()
    await expect(request.dialog.getByRole('alert')).toContainText('late-reason-needed')
    await request.text('Motif du retard').fill('reçue pendant un congé')
    await request.save()
    await expect(main.getByRole('listitem').filter({ hasText: ALIAS })).toContainText(
      'réponse donnée en retard',
    )
  })
  await test.step('a disclosure in danger', async () => {
    await openTab(page, /^Communications/)
    await page.getByRole('button', { name: 'Nouvelle communication' }).first().click()
    const disclosure = dialogFields(page, 'Nouvelle communication')
    await disclosure.pick('À propos de', ALIAS)
    const duty = disclosure.dialog.getByText('Un enfant pourrait avoir besoin de protection.')
    await expect(duty).toHaveCount(0)
    await disclosure.choose('Ce qui le permet', 'Signalement à la protection de la jeunesse')
    await expect(duty).toBeVisible()
    await expect(disclosure.dialog).toContainText('signalez sans délai au DPJ')
    await disclosure.choose('Ce qui le permet', 'Urgence pour la personne elle-même')
    await disclosure.save()
    // to whom, what and why are the entry itself
    await expect(disclosure.dialog).toBeVisible()
    await disclosure.text('À qui').fill('le 911')
    await disclosure.text('Ce qui a été dit').fill('où elle se trouvait')
    await disclosure.text('Pourquoi').fill('menaçait de sauter')
    await disclosure.save()
    await expect(main.getByRole('listitem').filter({ hasText: ALIAS })).toContainText('à suivre')
  })
})
