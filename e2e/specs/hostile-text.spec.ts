/** Hostile text in every field, then on every screen: it stays text. */
import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultSettings } from '../../src/core/caseload/settings.ts'
import { fictional } from '../../src/engine/testing/fictional.ts'
import { answerNextDialog, onStandIn } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'
import { corpus, poisoned } from '../support/hostile.ts'
import { putAway, views } from '../support/views.ts'

declare global {
  interface Window {
    __xss?: unknown
    __reported?: string[]
  }
}

const everything = [...corpus, corpus.join(' ')]

/** From now on the page keeps what its policy has to report. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.__reported = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      window.__reported?.push(`${effectiveDirective} ${blockedURI}`),
    )
  })

/** What ran, what the policy reported, what came into the page as an element. */
const harmOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    ran: window.__xss ?? null,
    reported: window.__reported,
    elements: document.querySelectorAll(
      'script:not([src]), iframe, base, meta[http-equiv=refresh], a[href^=javascript], [onerror], [onload], [onfocus], [ontoggle], math, details[ontoggle]',
    ).length,
  }))
const harmless = { ran: null, reported: [], elements: 0 }

/** Puts these texts, one after the other, in every field a person could write in now. Tells their labels. */
const pasteEverywhere = (page: Page, texts: readonly string[] = everything): Promise<string[]> =>
  page.evaluate(async (texts) => {
    const kinds = ['checkbox', 'radio', 'hidden', 'file']
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    const open = fields.filter(
      (field) =>
        !kinds.includes(field.type) &&
        !field.readOnly &&
        !field.disabled &&
        field.closest('[inert], [aria-hidden=true]') === null &&
        field.checkVisibility(),
    )
    for (const field of open) {
      field.focus()
      for (const text of texts) {
        // past React's own setter; a browser cuts what is pasted, a script does not
        const pasted = field.maxLength < 0 ? text : text.slice(0, field.maxLength)
        const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
        Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, pasted)
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
    }
    return open.map((field) => field.labels?.[0]?.textContent ?? field.ariaLabel ?? field.placeholder)
  }, texts)

test('pasted in every field of every screen and dialog, it stays text', async ({ opened }) => {
  test.setTimeout(400_000)
  const { page } = opened
  await listen(page)
  const labels = new Set<string>()
  for (const view of views)
    await test.step(view.name, async () => {
      await view.show(page)
      for (const label of await pasteEverywhere(page)) labels.add(label)
      expect(await harmOf(page)).toEqual(harmless)
      // a filter left behind would hide what the next view opens
      await pasteEverywhere(page, [''])
      await putAway(page)
    })
  expect(labels.size).toBeGreaterThan(40)
})

test('kept in every field of every record, it is shown as text on every screen', async ({ opened, desk }) => {
  test.setTimeout(400_000)
  const { app, page } = opened
  await listen(page)
  const yesterday = dayFromToday(-1)
  const save = (name: Parameters<typeof poisoned>[0], input: unknown, from: number) =>
    callEngine(page, name, poisoned(name, input as never, from)) as Promise<{ id: string }>
  for (let from = 0; from < corpus.length; from++) {
    const { id: personId } = await save(
      'people.save',
      fictional.person({ aliases: ['a', 'b'], ageBand: '25-34', legalName: 'c' }),
      from,
    )
    const { id: resourceId } = await save('resources.save', fictional.resource({ languages: ['fr'] }), from)
    await save('contacts.save', fictional.contact({ at: `${yesterday}T09:00`, personIds: [personId] }), from)
    await save('referrals.save', fictional.referral({ personId, resourceId, proposedOn: yesterday }), from)
    await save('followUps.save', fictional.followUp({ personId, dueOn: yesterday }), from)
    await save('incidents.save', fictional.incident({ at: `${yesterday}T09:00`, personId }), from)
    await save('groupActivities.save', fictional.groupActivity({ at: `${yesterday}T09:00` }), from)
    await save('staffSupport.save', fictional.staffSupport({ at: `${yesterday}T09:00` }), from)
    await save('hours.save', fictional.workHours({ day: yesterday }), from)
    await save('filters.save', { list: 'people', name: 'a', filter: {} }, from)
    await save('lists.saveValue', { list: 'place', label: { fr: 'a', en: 'b' }, group: null }, from)
  }
  await save('settings.save', defaultSettings, 0)

  for (const view of views)
    await test.step(view.name, async () => {
      await view.show(page)
      expect(await harmOf(page)).toEqual(harmless)
      await putAway(page)
    })
  for (const text of corpus) {
    await shell(page).find(text.replaceAll('\u0000', ''))
    await expect(shell(page).palette).toBeVisible()
    await page.keyboard.press('Escape')
  }

  await shell(page).goTo('Interventions')
  await page.getByRole('button', { name: 'Importer…' }).click()
  const path = join(desk.folder, `${corpus[1]?.replaceAll('/', '')}.csv`)
  // a NUL makes the whole file no text, which the import refuses
  const cells = corpus.map((text) => `"${text.replaceAll('\u0000', '').replaceAll('"', '""')}"`).join(';')
  writeFileSync(path, [cells, cells, cells].join('\r\n'))
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [path] })
  await page.getByRole('button', { name: /^Choisir un fichier…$/ }).click()
  await expect(page.getByRole('heading', { name: 'D’où vient chaque renseignement' })).toBeVisible()

  expect(await harmOf(page)).toEqual(harmless)
  if (onStandIn) {
    const { requests = [], popups = [] } = (await app.evaluate(() => globalThis.standIn?.recorded)) ?? {}
    // what is previewed was printed by the app's own page
    expect(requests.filter(({ url }) => !/^app:\/\/(bundle|print)\//.test(url))).toEqual([])
    expect(popups).toEqual([])
  }
})

test('on the lock screen too', async ({ start }) => {
  const { page } = await start()
  await listen(page)
  const lock = lockPage(page)
  await lock.otherVault.waitFor()
  await pasteEverywhere(page)
  const words = await lock.choosePassphrase(corpus.join(' ').slice(0, 900))
  await lock.retype(words.map(() => (corpus[1] ?? '').slice(0, 50)))
  await expect(lock.failure).toBeVisible()
  expect(await harmOf(page)).toEqual(harmless)
})

test('the canary does sing', async ({ opened }) => {
  const { page } = opened
  await listen(page)
  await page.evaluate(() => {
    document.body.append(document.createElement('base'))
    const style = document.createElement('style')
    style.textContent = 'p{}'
    document.head.append(style)
    window.__xss = 1
  })
  await expect.poll(() => harmOf(page)).toEqual({ ran: 1, reported: ['style-src-elem inline'], elements: 1 })
})
