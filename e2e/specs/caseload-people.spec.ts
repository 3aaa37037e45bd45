import type { Page } from '@playwright/test'
import { blankContact } from '../../src/core/caseload/contact.ts'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { dialogFields, fields } from '../pages/fields.ts'
import { personPage } from '../pages/person.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'

const ALIAS = 'Mirabelle'
const TWIN = 'Mirabel'
const HELPER = 'Le philosophe'
const SAFETY = 'Sursaute quand on arrive par derrière.'

test('a person: the whole file, the bond, a tie, two files that are one, a child', async ({ opened }) => {
  test.setTimeout(120_000)
  const { page } = opened
  const frame = shell(page)
  const file = personPage(page)

  await test.step('an alias is enough; then all the rest', async () => {
    await frame.goTo('Personnes')
    await page.getByRole('button', { name: 'Nouvelle personne' }).click()
    const created = dialogFields(page, 'Nouvelle personne')
    await created.save()
    await expect(created.dialog.getByText('Il faut au moins un surnom.')).toBeVisible()
    await created.add('Surnoms', ALIAS)
    await created.save()
    await expect(frame.title).toHaveText(ALIAS)

    await file.button('Modifier la fiche').click()
    const edited = dialogFields(page, 'Modifier la fiche')
    await edited.add('Surnoms', 'La dame au sifflet')
    await edited.choose('Étape du lien', 'Premiers échanges')
    await edited.day('Date d’engagement', dayFromToday(-2))
    await edited.choose('Tranche d’âge', '50–64 ans')
    await edited.choose('Genre', 'Femme')
    await edited.pick('Groupes', 'Aînés')
    await edited.pick('Langues', 'Espagnol')
    await edited.text('Rencontre').fill('à l’accueil, un jour de pluie')
    await edited.text('Forces et facteurs de protection').fill('Connaît tout le monde.')
    await edited.text('Sécurité').fill(SAFETY)
    await edited.save()
    await expect(frame.toast).toContainText('Fiche enregistrée')
    await expect(page.getByText('aussi « La dame au sifflet »')).toBeVisible()
    await expect(file.safety).toContainText(SAFETY)
    await expect(file.bond).toContainText('Premiers échanges')
    await expect(file.bond).toContainText(/engagement le/)
    await expect(file.fact('Âge')).toHaveText('50–64 ans, estimé')
    await expect(file.fact('Genre')).toHaveText('femme, estimé')
    await expect(file.fact('Groupes')).toHaveText('aînés')
    await expect(file.fact('Langues')).toHaveText('Espagnol')
    await expect(file.fact('Rencontre')).toHaveText('à l’accueil, un jour de pluie')
    await expect(file.fact('Forces et facteurs de protection')).toHaveText('Connaît tout le monde.')

    await file.button('Modifier la fiche').click()
    await expect(edited.text('Sécurité')).toHaveValue(SAFETY)
    await expect(edited.choice('Étape du lien')).toContainText('Premiers échanges')
    // nothing was changed: Undo would take back the act before
    await edited.save()
    await expect(frame.toast).toContainText('Fiche enregistrée')
    await expect(frame.toast.getByRole('button', { name: 'Annuler' })).toHaveCount(0)
    await expect(file.fact('Rencontre')).toHaveText('à l’accueil, un jour de pluie')
  })

  await test.step('a stage of the bond with its day: the past is filled, the present stays', async () => {
    await file.button('Inscrire une étape du lien').click()
    const stage = dialogFields(page, 'Inscrire une étape du lien')
    await stage.choose('Étape du lien', 'Observation')
    await stage.day('Atteinte le', dayFromToday(-40))
    await stage.save()
    await expect(frame.toast).toContainText('Étape du lien inscrite')
    await expect(file.timeline.getByRole('heading', { level: 3 })).toHaveText([
      /Étape\s: premiers échanges/,
      /Étape\s: observation/,
    ])
    await expect(file.bond).toContainText('Premiers échanges')
  })

  await test.step('a tie, seen from both files', async () => {
    await file.button('Ajouter un lien').click()
    const tie = dialogFields(page, 'Ajouter un lien')
    await tie.save()
    await expect(tie.dialog.getByText('Choisissez la personne.')).toBeVisible()
    await tie.pick('Avec', HELPER)
    await tie.choose('Sorte de lien', 'Aidant naturel')
    await tie.text('Précision').fill('lui lit le journal')
    await tie.save()
    await expect(frame.toast).toContainText('Lien enregistré')
    await expect(file.ties).toContainText('Aidant naturel')
    await file.ties.getByRole('link', { name: HELPER }).click()
    await expect(frame.title).toHaveText(HELPER)
    await expect(file.ties).toContainText('lui lit le journal')
    await file.ties.getByRole('link', { name: ALIAS }).click()
    await expect(frame.title).toHaveText(ALIAS)
  })

  await test.step('a filter on persons that reads as a sentence: built, kept, applied again', async () => {
    await frame.goTo('Personnes')
    const main = page.getByRole('main')
    const filter = fields(main, page)
    const rows = main.getByRole('grid', { name: 'Personnes' }).getByRole('rowheader')
    const stage = main.getByRole('button', { name: /^Retirer lien\s: premiers échanges$/ })
    await filter.pick('Personnes', 'lien : premiers échanges')
    await filter.pick('Personnes', 'groupe : aînés')
    await expect(stage).toBeVisible()
    await expect(rows.filter({ hasText: ALIAS })).toHaveCount(1)
    const kept = await rows.count()
    await main.getByRole('button', { name: 'Garder ce filtre' }).click()
    const keep = dialogFields(page, 'Garder ce filtre')
    await expect(keep.text('Nom du filtre')).toHaveValue(
      /^Personnes lien\s: premiers échanges · groupe\s: aînés$/,
    )
    await keep.save()
    await main.getByRole('button', { name: 'Tout montrer' }).click()
    await expect(stage).toHaveCount(0)
    await main.getByRole('button', { name: 'Filtres gardés' }).click()
    await page.getByRole('menuitem', { name: /^Personnes lien/ }).click()
    await expect(stage).toBeVisible()
    await expect(rows).toHaveCount(kept)
    await main.getByRole('button', { name: 'Tout montrer' }).click()
  })

  await test.step('two files that sound alike: merged, undone, merged, separated', async () => {
    await recordTwin(page)
    await frame.goTo('Personnes')
    const merge = dialogFields(page, 'Est-ce la même personne ?')
    const mergeNow = async () => {
      await expect(page.getByText('Deux fiches se ressemblent.')).toBeVisible()
      await page.getByRole('button', { name: 'Comparer' }).click()
      await expect(merge.dialog).toContainText('Leurs surnoms se prononcent pareil.')
      await merge.tick('radio', ALIAS)
      await expect(merge.dialog).toContainText('1 intervention')
      await merge.dialog.getByRole('button', { name: 'Fusionner' }).click()
      await expect(frame.toast).toContainText('Fiches fusionnées')
      await expect(page.getByText('Deux fiches se ressemblent.')).toHaveCount(0)
    }
    await mergeNow()
    await frame.toast.getByRole('button', { name: 'Annuler' }).click()
    await expect(frame.toast).toContainText(/Annulé\s: fusion de deux fiches/)
    await expect(page.getByText('Deux fiches se ressemblent.')).toBeVisible()
    // an answered question does not come back on its own
    await expect(merge.dialog).toHaveCount(0)
    await mergeNow()

    await file.open(ALIAS)
    await expect(page.getByText(`aussi « ${TWIN} »`)).toBeVisible()
    await expect(file.timeline).toContainText('Sifflait dans le hall.')
    await file.merged.getByRole('button', { name: /^Séparer de nouveau\s: Mirabel$/ }).click()
    await expect(frame.toast).toContainText('Fiches séparées')
    await expect(file.merged).toHaveCount(0)
    await expect(page.getByText(`aussi « ${TWIN} »`)).toHaveCount(0)
    await expect(file.timeline).not.toContainText('Sifflait dans le hall.')
    await file.open(TWIN)
    await expect(file.timeline).toContainText('Sifflait dans le hall.')
  })

  await test.step('under 14, a legal name is refused, and the ways out are at hand', async () => {
    await frame.goTo('Personnes')
    await page.getByRole('button', { name: 'Nouvelle personne' }).click()
    const child = dialogFields(page, 'Nouvelle personne')
    await child.add('Surnoms', 'Petit hibou')
    await child.choose('Tranche d’âge', 'Moins de 14 ans')
    await child.text('Nom légal').fill('Prénom Fictif')
    await child.save()
    await expect(child.dialog.getByRole('alert')).toContainText('identifying-field-refused')
    await expect(child.dialog.getByText('Dites ce qui permet d’écrire ce nom')).toBeVisible()
    await child.dialog.getByRole('button', { name: 'Effacer le nom légal' }).click()
    await expect(child.text('Nom légal')).toHaveValue('')
    await child.save()
    await expect(frame.title).toHaveText('Petit hibou')
    await expect(file.fact('Nom légal')).toHaveCount(0)

    await file.button('Modifier la fiche').click()
    const consented = dialogFields(page, 'Modifier la fiche')
    await consented.text('Nom légal').fill('Prénom Fictif')
    await consented.choose('Ce qui le permet', 'Un parent a consenti')
    await consented.text('Qui a consenti').fill('sa mère, de vive voix')
    await consented.save()
    await expect(file.fact('Nom légal')).toHaveText('Prénom Fictif')
    await expect(file.fact('Nom permis')).toContainText('sa mère, de vive voix')
  })
})

/** Somebody whose alias sounds the same, met once; the look-alikes the fictional caseload came with are put aside. */
async function recordTwin(page: Page): Promise<void> {
  const { rows } = await callEngine(page, 'people.duplicates', { limit: 500, offset: 0 })
  for (const { one, other } of rows)
    await callEngine(page, 'people.dismissDuplicate', { oneId: one.id, otherId: other.id })
  const { id } = await callEngine(page, 'people.save', { ...blankPerson, aliases: [TWIN] })
  const defaults = await callEngine(page, 'contacts.defaults', undefined)
  await callEngine(page, 'contacts.save', {
    ...blankContact,
    ...defaults,
    personIds: [id],
    note: 'Sifflait dans le hall.',
  })
}
