import { blankResource } from '../../src/core/caseload/resource.ts'
import { dialogFields } from '../pages/fields.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'

const ALIAS = 'Le philosophe'
// the first of the directory, whose lines are drawn where one looks
const RESOURCE = 'Abri du Tournesol'

test('a referral to its end and back, and a resource from stale to put aside', async ({ opened }) => {
  test.setTimeout(120_000)
  const { page } = opened
  const frame = shell(page)
  const main = page.getByRole('main')
  const line = main.getByRole('listitem').filter({ hasText: RESOURCE })
  const panel = page.getByRole('tabpanel')
  const actions = async (item: string) => {
    await line.getByRole('button', { name: /^Autres actions/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const advance = async (step: RegExp) => {
    await line.getByRole('button', { name: /^Avancer/ }).click()
    await page.getByRole('menuitem', { name: step }).click()
  }
  const refer = dialogFields(page, 'Référer vers une ressource')
  const { id } = await callEngine(page, 'resources.save', {
    ...blankResource,
    organization: RESOURCE,
    lastCheckedOn: dayFromToday(-215),
  })

  await test.step('a resource not checked for six months is marked, until it is checked', async () => {
    await frame.goTo('Ressources')
    await expect(line).toContainText('à revoir')
    await main.getByRole('button', { name: 'Ne montrer qu’elles' }).click()
    await expect(line).toBeVisible()
    await actions('Vérifiée aujourd’hui')
    await expect(frame.toast).toContainText('Ressource vérifiée aujourd’hui')
    await expect(line).toHaveCount(0)
    await main.getByRole('button', { name: 'Tout montrer' }).click()
    await expect(line).not.toContainText('à revoir')
    await line.getByRole('button', { name: /^Ouvrir/ }).click()
    const details = page.getByRole('dialog', { name: RESOURCE })
    await expect(details).toContainText(/Vérifiée le\s*aujourd’hui/)
    await page.keyboard.press('Escape')
  })

  await test.step('a referral with a warm accompaniment', async () => {
    await frame.goTo('Référencements')
    await main.getByRole('button', { name: 'Nouveau référencement' }).click()
    await refer.save()
    await expect(refer.dialog.getByText('Choisissez la personne.')).toBeVisible()
    await expect(refer.dialog.getByText('Choisissez une ressource.')).toBeVisible()
    await refer.pick('Pour qui', ALIAS)
    await refer.pick('Ressource', RESOURCE)
    await refer.day('Proposé le', dayFromToday(-20))
    await refer.tick('checkbox', /^Accompagnement chaleureux/)
    await refer.save()
    await expect(frame.toast).toContainText('Référencement enregistré')
    await expect(line).toContainText(ALIAS)
    await expect(line).toContainText('accompagnement chaleureux')
    await expect(line).toContainText('20 j')
  })

  await test.step('accepted, then a waiting list with its motive', async () => {
    await advance(/^La personne accepte/)
    await expect(frame.toast).toContainText('Étape inscrite')
    await advance(/^Mise sur liste d’attente/)
    const wait = dialogFields(page, 'Mettre sur liste d’attente')
    await wait.choose('Motif', 'Complet')
    await wait.text('Raison').fill('rien avant le printemps')
    await wait.save()
    const column = main
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: /^Liste d’attente/ }) })
    await expect(column).toContainText(RESOURCE)
    await expect(line).toContainText('en tout 20 j')
    await line.getByRole('button', { name: /^Détails/ }).click()
    const details = page.getByRole('dialog', { name: ALIAS })
    await expect(details.getByRole('listitem')).toHaveText([
      /sur liste d’attente.*complet.*rien avant le printemps/i,
      /accepté par la personne/,
      /proposé/,
    ])
    await page.keyboard.press('Escape')
  })

  await test.step('a refusal asks why; what was told back stays beside it', async () => {
    await advance(/^La ressource refuse/)
    const end = dialogFields(page, 'Conclure le référencement')
    await end.save()
    await expect(end.dialog.getByText(/^Dites pourquoi la ressource a refusé/)).toBeVisible()
    await end.choose('Motif', 'Critères non remplis')
    await end.save()
    await expect(line).toHaveCount(0)
    await main.getByRole('tab', { name: /^Terminés/ }).click()
    await expect(panel.getByRole('listitem').first()).toContainText(RESOURCE)
    await expect(line).toContainText('la ressource a refusé')
    await expect(line).toContainText(/critères non remplis/i)
    await actions('Noter le retour')
    const back = dialogFields(page, 'Ce que le référencement a donné')
    await back.text('Retour').fill('on rappellera au printemps')
    await back.save()
    await expect(frame.toast).toContainText('Retour inscrit')
    await expect(line).toContainText('retour reçu aujourd’hui · on rappellera au printemps')
  })

  await test.step('put aside, it takes no new referral, even from a window already open', async () => {
    await main.getByRole('button', { name: 'Nouveau référencement' }).click()
    await refer.pick('Pour qui', ALIAS)
    await refer.pick('Ressource', RESOURCE)
    await callEngine(page, 'resources.retire', { id, on: dayFromToday(0) })
    await refer.save()
    await expect(refer.dialog.getByRole('alert')).toContainText('Cette ressource n’est plus offerte.')
    await expect(refer.combo('Ressource')).toHaveValue(RESOURCE)
    await refer.combo('Ressource').fill('')
    await refer.combo('Ressource').fill('tournesol')
    await expect(refer.suggestions.getByRole('option')).toHaveText('Aucune correspondance')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(refer.dialog).toHaveCount(0)
    await expect(line).toContainText(ALIAS)

    await frame.goTo('Ressources')
    await main.getByRole('searchbox', { name: 'Filtrer par nom, secteur ou contact pivot' }).fill('tournesol')
    const aside = main
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Mises de côté', exact: true }) })
    await expect(aside).toContainText(RESOURCE)
    await actions('Offrir de nouveau')
    await expect(frame.toast).toContainText('Ressource offerte de nouveau')
    // its line goes back among the others, and a menu opened before goes with it
    await expect(aside).toHaveCount(0)
    await actions('Mettre de côté')
    await expect(frame.toast).toContainText('Ressource mise de côté')
    await expect(aside).toContainText(RESOURCE)
  })
})
