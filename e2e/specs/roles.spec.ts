import { lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'

const coordinator = 'le lundi on relit ensemble'

test('the worker seals a note; the coordinator reads the rest, and the access log tells', async ({
  opened,
  fictional,
}) => {
  test.setTimeout(120_000)
  const worker = opened.page
  await callEngine(worker, 'security.letCoordinatorIn', {
    act: crypto.randomUUID(),
    passphrase: fictional.passphrase,
    newPassphrase: coordinator,
  })
  await shell(worker).goTo('Interventions')
  await worker
    .getByRole('button', { name: /^Ouvrir/ })
    .first()
    .click()
  const dialog = worker.getByRole('dialog', { name: 'Modifier l’intervention' })
  const seal = dialog.getByText('Sceller cette note')
  const irreversible = dialog.getByRole('alert')
  await seal.click()
  await expect(irreversible).toContainText('Une fois enregistré, ce scellé ne s’annule pas.')
  await dialog.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(worker.getByText('Note scellée').first()).toBeVisible()
  const { rows } = await callEngine(worker, 'contacts.list', { limit: 100, offset: 0 })
  const sealed = rows.find(({ noteSealed, personIds }) => noteSealed && personIds.length > 0)
  const alias = sealed?.people[0]?.alias ?? ''
  expect(sealed?.note).toBe('')

  // to open it for good is told too; nothing is saved here
  await worker
    .getByRole('button', { name: /^Ouvrir\s:/ })
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Ouvrir pour modifier' }).click()
  await expect(irreversible).toHaveCount(0)
  await seal.click()
  await expect(irreversible).toContainText('la levée du scellé ne s’annule pas')
  await worker.keyboard.press('Escape')

  const page = await locking(opened, () => worker.keyboard.press('Control+L'))
  await page.getByRole('radio', { name: 'Coordination' }).check({ force: true })
  await lockPage(page).unlock(coordinator)
  await shell(page).rail.waitFor()
  await expect(page.getByText('Ouvert avec la clé de coordination')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Révision' })).toBeVisible()
  await page.keyboard.press('Control+N')
  await expect(shell(page).toast).toContainText('revient à l’intervenante')

  await shell(page).goTo('Personnes')
  await expect(page.getByRole('button', { name: 'Nouvelle personne' })).toHaveCount(0)
  await page
    .getByRole('row', { name: new RegExp(alias) })
    .first()
    .click()
  await expect(page.getByText('Seule l’intervenante peut l’ouvrir.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Modifier la fiche' })).toHaveCount(0)
  await expect(callEngine(page, 'contacts.openNote', { id: sealed?.id ?? '' })).rejects.toThrow('worker-only')

  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name: 'Journal d’accès' }).click()
  await expect(page.getByText('la chaîne est entière')).toBeVisible()
  const read = page.getByRole('row', { name: /Fiche lue/ }).first()
  await expect(read).toContainText('Coordination')
  await expect(read).toContainText(alias)
  // what the window has not shown her, she has not gone through
  const gone = page.getByRole('row', { name: /Coordination.*Liste parcourue|Liste parcourue.*Coordination/ })
  await expect(gone.filter({ hasText: 'personnes' })).toHaveCount(1)
  await expect(gone.filter({ hasText: 'interventions' })).toHaveCount(0)
})

test('a field that waits for a name has shown nobody; once it offers somebody, the log says a search', async ({
  opened: { page },
}) => {
  // on a Monday today’s screen also names those not seen for a while, and says so
  const told = async () =>
    (await callEngine(page, 'accessLog.list', { limit: 20, offset: 0 })).rows
      .filter(({ act, detail }) => act === 'listRead' && detail !== 'not-seen-list')
      .map(({ detail }) => detail)
  const { who, suggestions } = noteOfToday(page)
  await expect(who).toBeFocused()
  await page.getByText('Carnet vérifié').waitFor({ state: 'attached' })
  expect(await told()).toEqual([])
  await shell(page).goTo('Suivis')
  await page.getByText('En retard').first().waitFor()
  expect(await told()).toEqual(['follow-ups-list'])
  await shell(page).goTo('Aujourd’hui')
  await who.press('ArrowDown')
  await expect(suggestions.getByRole('option')).toHaveCount(8)
  expect(await told()).toEqual(['search-run', 'follow-ups-list'])
})
