import { blankPerson } from '../../src/core/caseload/person.ts'
import { fictional as record } from '../../src/engine/testing/fictional.ts'
import { fields } from '../pages/fields.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'
import { asCoordinator, letCoordinatorIn } from '../support/two-roles.ts'

const ALIAS = 'La dame aux gants'

test('the coordinator leads the meeting under her own passphrase: what weighs, what waits, then who does what', async ({
  opened,
  fictional,
}) => {
  test.setTimeout(240_000)
  await letCoordinatorIn(opened.page, fictional.passphrase)
  await test.step('a file of the worker’s, with all that a meeting looks at', async () => {
    const { page } = opened
    const { id: personId } = await callEngine(page, 'people.save', {
      ...blankPerson,
      aliases: [ALIAS],
      safetyNote: 'Ne pas arriver par derrière.',
    })
    const { id: resourceId } = await callEngine(page, 'resources.save', record.resource())
    const referral = record.referral({ personId, resourceId, proposedOn: dayFromToday(-20) })
    await callEngine(page, 'referrals.save', referral)
    const followUp = record.followUp({ personId, title: 'Rappeler la résidence', dueOn: dayFromToday(-3) })
    await callEngine(page, 'followUps.save', followUp)
    for (const [days, minutes, note] of [
      [-12, 45, 'Visite avec La dame aux gants.'],
      [-2, 30, 'Elle attend une réponse.'],
    ] as const)
      await callEngine(
        page,
        'contacts.save',
        record.contact({
          at: `${dayFromToday(days)}T10:00`,
          personIds: [personId],
          unidentifiedCount: 0,
          durationMinutes: minutes,
          note,
        }),
      )
    const question = `Que faire si ${ALIAS} refuse encore ?`
    await callEngine(page, 'meetings.saveOnAgenda', { personId, question })
  })

  const page = await asCoordinator(opened, opened.page)
  const frame = shell(page)
  const main = page.getByRole('main')
  await frame.goTo('Réunion d’équipe')
  await test.step('the workload: its stage, its weight, its age, what is open and late', async () => {
    await main.getByRole('tab', { name: 'Charge de travail' }).click()
    await expect(main).toContainText(/Exploration.*âge médian \d+ j/u)
    // the heaviest first
    const row = main.getByRole('row').filter({ hasText: ALIAS })
    await expect(row.getByRole('gridcell')).toHaveText([
      'Exploration',
      '1 h 15',
      '12 j',
      '1',
      '1',
      'jamais',
      '',
    ])
  })

  await main.getByRole('tab', { name: /^Ordre du jour/ }).click()
  await main.getByRole('button', { name: 'Commencer la réunion' }).click()
  const room = page.getByRole('dialog', { name: /^Dossier \d+ sur \d+/ })
  await test.step('the file on the projector: nobody’s name, all that waits', async () => {
    const last = page.getByRole('heading', { name: /^Dossier (\d+) sur \1$/ })
    await expect(async () => {
      await page.keyboard.press('PageDown')
      await expect(last).toBeVisible({ timeout: 500 })
    }).toPass()
    for (const said of [
      'Que faire si ••• refuse encore ?',
      'Ne pas arriver par derrière.',
      'La Passerelle',
      '20 j',
      'Rappeler la résidence',
      'Visite avec •••.',
      'Elle attend une réponse.',
    ])
      await expect(room).toContainText(said)
    await expect(room.getByRole('listitem').filter({ hasText: 'Rappeler la résidence' })).toContainText('3 j')
    await expect(room).not.toContainText(ALIAS)
  })
  await test.step('a decision, and who does what', async () => {
    const form = fields(room, page)
    await form.text('Décision').fill('On y retourne à deux.')
    await room.getByRole('button', { name: 'Ajouter qui fait quoi' }).click()
    await form.text('À faire').fill('Préparer la visite')
    await form.choose('Qui', 'les deux')
    await page.keyboard.press('Control+Enter')
    await expect(room.getByText('Préparer la visite')).toBeVisible()
    await room.getByRole('button', { name: 'Clore la réunion', exact: true }).click()
    await expect(room).toBeHidden()
    await main.getByRole('tab', { name: /^Réunions tenues/ }).click()
    // closed under her key, it is signed
    await expect(main.getByRole('listitem').first()).toContainText('signée')
    await expect(main.getByRole('listitem').first()).toContainText('1 suivi décidé')
  })
  await test.step('the follow-up is the person’s, and says whose it is', async () => {
    await frame.goTo('Suivis')
    const line = main.getByRole('listitem').filter({ hasText: 'Préparer la visite' })
    await expect(line).toContainText(ALIAS)
    await expect(line).toContainText('les deux')
  })
})
