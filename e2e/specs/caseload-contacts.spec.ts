import { fields, dialogFields } from '../pages/fields.ts'
import { noteOfToday, noteOverScreen } from '../pages/note.ts'
import { personPage } from '../pages/person.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'

const ALIAS = 'Le philosophe'
const OTHER = 'La voyageuse'
const HURRIED = 'Pressé, un mot sur son loyer.'
const CRISIS = 'Dormait debout près des journaux.'
const SCRIPT = '<img src=x onerror="document.title=`exécuté`"><script>document.title="exécuté"</script>'
const NOTE_LIMIT = 50_000

test('contacts: left for later, whole, filtered, undone, and with any text', async ({ opened }) => {
  test.setTimeout(120_000)
  const { page } = opened
  const frame = shell(page)
  const main = page.getByRole('main')
  const contacts = main.getByRole('article')

  await test.step('a note kept « à compléter », then completed', async () => {
    const note = noteOfToday(page)
    await note.pickPerson('le philo', ALIAS)
    await note.note.fill(HURRIED)
    await main.getByRole('button', { name: 'À compléter', exact: true }).click()
    await expect(frame.toast).toContainText('Intervention gardée, à compléter')
    const waiting = page.getByRole('listitem').filter({ hasText: HURRIED })
    const complete = waiting.getByRole('button', { name: /^Compléter/ })
    await complete.click()
    const dialog = page.getByRole('dialog', { name: 'Modifier l’intervention' })
    await expect(dialog.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(HURRIED)
    await fields(dialog, page).pick('À propos de', 'Logement')
    await fields(dialog, page).save()
    await expect(frame.toast).toContainText('Intervention enregistrée')
    await expect(complete).toHaveCount(0)
    const [latest] = (await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })).rows
    expect(latest).toMatchObject({ note: HURRIED, incomplete: false, themes: ['housing'] })
  })

  await test.step('two persons, two unidentified, a crisis, goods by quantity', async () => {
    await frame.goTo('Interventions')
    await page.keyboard.press('Control+n')
    const note = noteOverScreen(page)
    const more = dialogFields(page, 'Note éclair')
    await note.pickPerson('le philo', ALIAS)
    await note.pickPerson('la voya', OTHER)
    await note.addUnidentified()
    await note.addUnidentified()
    await more.pick('Quoi', 'Dépannage')
    await note.note.fill(CRISIS)
    await more.dialog.getByRole('button', { name: 'Axe, initiative, crise, dépannage' }).click()
    await more.choose('À l’initiative de', 'Le personnel')
    await more.choose('Crise', 'Intoxication')
    await more.pick('Dépannage', 'Bas')
    await more.pick('Dépannage', 'Couvertures')
    await more.number(`Quantité\u00a0: Bas`, 3)
    await note.save()
    await expect(frame.toast).toContainText('Intervention enregistrée')
    const line = contacts.filter({ hasText: CRISIS })
    await expect(line).toContainText(ALIAS)
    await expect(line).toContainText(OTHER)
    await expect(line).toContainText('et 2 non identifiées')
    await expect(line).toContainText('crise · intoxication')
    await line.getByRole('link', { name: OTHER }).click()
    const item = personPage(page).timeline.getByRole('listitem').filter({ hasText: CRISIS })
    await expect(item).toContainText(/3\s×\sbas, 1\s×\scouvertures/)
    await expect(item).toContainText(ALIAS)
  })

  await test.step('a referral and a follow-up written with the note, taken back and put back as one', async () => {
    const counts = async () => [
      (await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })).total,
      (await callEngine(page, 'referrals.list', { filter: {}, limit: 1, offset: 0 })).total,
      (await callEngine(page, 'followUps.list', { done: false, limit: 1, offset: 0 })).total,
    ]
    const [met = 0, referred = 0, due = 0] = await counts()
    const all = [met + 1, referred + 1, due + 1]
    await page.keyboard.press('Control+n')
    const note = noteOverScreen(page)
    const more = dialogFields(page, 'Note éclair')
    await note.pickPerson('le philo', ALIAS)
    await note.note.fill('Cherche un repas chaud.')
    await more.dialog.getByRole('button', { name: 'Référer' }).click()
    await more.dialog.getByRole('button', { name: 'Suivi', exact: true }).click()
    await page.keyboard.press('Control+Enter')
    await expect(more.dialog.getByText('Choisissez une ressource.')).toBeVisible()
    await more.pick('Ressource', 'Table')
    await more.text('À faire').fill('Demander si le repas était bon')
    await page.keyboard.press('Control+Enter')
    await expect(frame.toast).toContainText('Intervention enregistrée')
    expect(await counts()).toEqual(all)
    await frame.toast.getByRole('button', { name: 'Annuler' }).click()
    await expect(frame.toast).toContainText(/Annulé\s: intervention/)
    expect(await counts()).toEqual([met, referred, due])
    await frame.toast.getByRole('button', { name: 'Rétablir' }).click()
    await expect(frame.toast).toContainText(/Rétabli\s: intervention/)
    expect(await counts()).toEqual(all)
  })

  await test.step('a filter that reads as a sentence: built, kept, applied again', async () => {
    await frame.goTo('Interventions')
    const filter = fields(main, page)
    const chip = (phrase: string) => main.getByRole('button', { name: `Retirer ${phrase}`, exact: true })
    await filter.pick('Interventions', 'sorte écoute')
    await filter.pick('Interventions', 'thème logement')
    await expect(chip('thème logement')).toBeVisible()
    await expect(contacts.filter({ hasNotText: /logement/i })).toHaveCount(0)
    await main.getByRole('button', { name: 'Garder ce filtre' }).click()
    const keep = dialogFields(page, 'Garder ce filtre')
    await expect(keep.text('Nom du filtre')).toHaveValue('Interventions sorte écoute · thème logement')
    await keep.text('Nom du filtre').fill('Loyers')
    await keep.save()
    await expect(frame.toast).toContainText('Filtre gardé')
    await main.getByRole('button', { name: 'Tout montrer' }).click()
    await expect(chip('thème logement')).toHaveCount(0)
    await expect(contacts.filter({ hasNotText: /logement/i }).first()).toBeVisible()
    await main.getByRole('button', { name: 'Filtres gardés' }).click()
    await page.getByRole('menuitem', { name: 'Loyers' }).click()
    await expect(chip('sorte écoute')).toBeVisible()
    await expect(chip('thème logement')).toBeVisible()
    await expect(contacts.filter({ hasNotText: /logement/i })).toHaveCount(0)
    await main.getByRole('button', { name: 'Tout montrer' }).click()
  })

  await test.step('undo and redo by their keys, each naming what it does', async () => {
    const line = contacts.filter({ hasText: CRISIS })
    await line.getByRole('button', { name: /^Autres actions/ }).click()
    await page.getByRole('menuitem', { name: 'Retirer' }).click()
    await expect(frame.toast).toContainText('Intervention retirée')
    await expect(line).toHaveCount(0)
    const undo = page.getByRole('button', { name: /^Annuler retrait d’une intervention/ })
    await expect(undo).toBeVisible()
    await frame.link('Interventions').focus()
    await page.keyboard.press('Control+z')
    await expect(frame.toast).toContainText(/Annulé\s: retrait d’une intervention/)
    await expect(line).toBeVisible()
    await expect(page.getByRole('button', { name: /^Rétablir retrait/ })).toBeVisible()
    await page.keyboard.press('Control+Shift+Z')
    await expect(frame.toast).toContainText(/Rétabli\s: retrait d’une intervention/)
    await expect(line).toHaveCount(0)
    await undo.click()
    await expect(line).toBeVisible()
  })

  await test.step('fifty thousand characters, emoji, right to left, pasted HTML: text, and only text', async () => {
    const strange = `${SCRIPT}\n👩🏽‍👧‍👦 🦉\nמרחבא مرحبا بكم ‮ à l’envers\n`
    const whole = strange + 'é'.repeat(NOTE_LIMIT - strange.length)
    const title = await page.title()
    await page.keyboard.press('Control+n')
    const note = noteOverScreen(page)
    await note.createPerson(SCRIPT.slice(0, 60))
    await note.note.focus()
    await page.keyboard.insertText(whole)
    await expect(note.note).toHaveValue(whole)
    await note.save()
    await expect(frame.toast).toContainText('Intervention enregistrée')
    const line = contacts.filter({ hasText: SCRIPT })
    await expect(line).toContainText(SCRIPT.slice(0, 60))
    await expect(page.locator('img, main script')).toHaveCount(0)
    expect(await page.title()).toBe(title)
    const [latest] = (await callEngine(page, 'contacts.list', { limit: 1, offset: 0 })).rows
    expect(latest?.note).toBe(whole)
    await line.getByRole('button', { name: /^Ouvrir/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Modifier l’intervention' })
    await expect(dialog.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(whole)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('a note longer than that says so, and nothing of it is lost', async () => {
    const whole = 'é'.repeat(NOTE_LIMIT + 10_000)
    await page.keyboard.press('Control+n')
    const note = noteOverScreen(page)
    await note.addUnidentified()
    await note.note.focus()
    await page.keyboard.insertText(whole)
    await note.save()
    const dialog = page.getByRole('dialog', { name: 'Note éclair' })
    await expect(dialog.getByText(/^Une note tient en 50\s000 caractères/)).toBeVisible()
    await expect(note.note).toBeFocused()
    await expect(note.kept).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+n')
    await expect(note.note).toHaveValue(whole)
    await dialog.getByRole('button', { name: 'Effacer' }).click()
    await expect(note.note).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('a moment still to come is refused, the note stays on screen', async () => {
    await page.keyboard.press('Control+n')
    const note = noteOverScreen(page)
    await note.addUnidentified()
    await note.note.fill('Reviendra ce soir.')
    await note.when.click()
    const hour = page.getByRole('dialog', { name: 'Quand' }).getByRole('group', { name: 'Heure' })
    await hour.locator('[data-type=hour]').focus()
    await page.keyboard.type('2359')
    await page.keyboard.press('Escape')
    await note.save()
    const dialog = page.getByRole('dialog', { name: 'Note éclair' })
    await expect(dialog.getByRole('alert')).toContainText('Le moment indiqué n’est pas encore arrivé.')
    await expect(note.note).toHaveValue('Reviendra ce soir.')
    const { rows } = await callEngine(page, 'contacts.list', { limit: 5, offset: 0 })
    expect(rows.map(({ note }) => note)).not.toContain('Reviendra ce soir.')
  })
})
