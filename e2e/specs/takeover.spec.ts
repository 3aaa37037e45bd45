import { contactFields } from '../../src/core/caseload/contact.ts'
import { fieldsFrom } from '../../src/core/caseload/fields.ts'
import { lockPage } from '../pages/lock.ts'
import { printed } from '../pages/printing.ts'
import { shell } from '../pages/shell.ts'
import { takeoverPage } from '../pages/takeover.ts'
import { expect, locking, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'

/** A derivation is slow on purpose, and slower on a computer that does something else. */
const derived = { timeout: 90_000 }
const act = '0195b5a0-0000-7000-8000-000000000001'
const fresh = 'corbeau violon tracteur brume'
const coordinator = 'lanterne prairie cuivre hameau'
const again = 'bouleau cantine orage sifflet'

// opening the fictional notebook counts too
test.describe.configure({ timeout: 600_000 })

test('the worker is gone: from the sheet alone the notebook passes, and nothing of before opens it', async ({
  opened,
  desk,
  fictional,
}) => {
  const { page } = opened
  // as the worker left it: a sheet somebody kept, a coordinator let in, a sealed note
  const { words, check } = await callEngine(page, 'vault.proposeRecovery', undefined)
  const retyped: [string, string] = [words[check[0]] ?? '', words[check[1]] ?? '']
  const { passphrase } = fictional
  await callEngine(page, 'security.rekey', {
    act,
    passphrase,
    slots: [
      { role: 'worker', passphrase },
      { role: 'recovery', retyped },
    ],
  })
  await callEngine(page, 'security.letCoordinatorIn', {
    act: crypto.randomUUID(),
    passphrase,
    newPassphrase: coordinator,
  })
  const { rows } = await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })
  const [contact] = rows
  if (!contact) throw new Error('the fictional caseload has contacts')
  const { id } = contact
  const sealed = { ...fieldsFrom(contactFields, contact), note: 'Pour elle seule', noteSealed: true }
  await callEngine(page, 'contacts.save', { id, ...sealed })

  // in the presence of the organization
  const locked = await locking(opened, () => page.keyboard.press('Control+l'))
  await lockPage(locked).recover(words, fresh)
  await expect(shell(locked).rail).toBeVisible(derived)
  const takeover = takeoverPage(locked)
  await takeover.toKeys({
    organization: 'Gisèle Fictive',
    coordinator: 'Nadia Fictive',
    worker: 'Lou Fictive',
  })
  await locked.getByLabel('La phrase choisie à la réouverture').fill(fresh)
  await takeover.security.choose('Phrase de passe de la coordination', again)
  await takeover.button('Continuer').click()
  await expect(locked.getByText('Ce carnet a 1 note scellée.')).toBeVisible()
  await expect(locked.getByText('Rien n’est lu pendant le relais.')).toBeVisible()
  await takeover.button('Continuer').click()
  const sheet = await takeover.security.retype()
  expect(sheet).toHaveLength(12)
  await takeover.button('Faire le relais').click()
  await expect(takeover.done).toBeVisible(derived)
  await expect(takeover.done.getByText('Ce qui attend')).toBeVisible()
  await expect(takeover.done.getByText(/demandes? sans réponse/)).toBeVisible()

  // the record, printed
  const record = takeover.done.getByRole('button', { name: 'Procès-verbal' })
  const text = await printed(opened, locked, record, { folder: desk.releases, passphrase: fresh })
  for (const said of ['Procès-verbal de relais', 'Gisèle Fictive', 'Nadia Fictive', 'Lou Fictive'])
    expect(text).toContain(said)
  const log = await callEngine(locked, 'accessLog.list', { limit: 20, offset: 0 })
  expect(log.rows.map((row) => row.act)).toContain('takenOver')

  // nothing of before opens it; what was typed today does
  const after = await locking(opened, () => locked.keyboard.press('Control+l'))
  await lockPage(after).unlock(passphrase)
  await expect(lockPage(after).failure).toContainText('wrong-passphrase', derived)
  await lockPage(after).unlock(fresh)
  await expect(shell(after).rail).toBeVisible(derived)
  expect(await callEngine(after, 'contacts.openNote', { id })).toEqual({ note: 'Pour elle seule' })
  const last = await locking(opened, () => after.keyboard.press('Control+l'))
  await last.getByRole('radio', { name: 'Coordination' }).check({ force: true })
  await lockPage(last).unlock(coordinator)
  await expect(lockPage(last).failure).toContainText('wrong-passphrase', derived)
  await lockPage(last).unlock(again)
  await expect(shell(last).rail).toBeVisible(derived)
  await expect(last.getByText('Ouvert avec la clé de coordination')).toBeVisible()
})
