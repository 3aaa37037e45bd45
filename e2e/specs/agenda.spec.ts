/** What the day brings by itself: the hour of a follow-up, and on Mondays who was not seen for weeks. */
import { blankFollowUp } from '../../src/core/caseload/follow-up.ts'
import { addMinutes } from '../../src/core/caseload/calendar.ts'
import { onStandIn } from '../electron.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'

test('at its hour a follow-up is recalled by a number, in the window and by the system, and by nothing else', async ({
  opened,
}) => {
  const { app, page } = opened
  const now = await page.evaluate(() => {
    const here = new Date()
    return new Date(here.getTime() - here.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  })
  const [day = '', dueTime = ''] = addMinutes(now, 9).split('T')
  test.skip(day !== now.slice(0, 10), 'the day is about to end')
  // the window thinks it is a second to the hour, and that one looks elsewhere
  await page.clock.setFixedTime(new Date(new Date(`${day}T${dueTime}`).getTime() - 1000))
  await page.evaluate(() => {
    document.hasFocus = () => false
  })
  const title = 'Appeler Capucine'
  await callEngine(page, 'followUps.save', { ...blankFollowUp, title, dueOn: day, dueTime })
  const reminder = page.getByRole('region', { name: /^Notifications/ }).getByText(/^1\ssuivi prévu$/)
  await expect(reminder).toBeVisible()
  if (!onStandIn) return
  const told = () =>
    app.evaluate(() =>
      (globalThis.standIn?.recorded.calls ?? []).filter(({ call }) => call === 'Notification.show'),
    )
  await expect.poll(async () => (await told()).length).toBe(1)
  expect(JSON.stringify(await told())).toContain('1 suivi prévu')
  expect(JSON.stringify(await told())).not.toContain('Capucine')
})

test('on Mondays the day begins with who was not seen for weeks', async ({ opened }) => {
  const { page } = opened
  const total = (await callEngine(page, 'people.notSeen', { limit: 1, offset: 0 })).total
  expect(total).toBeGreaterThan(4)
  const section = page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Pas vues/ }) })
  const weekday = new Date(`${dayFromToday(0)}T12:00`).getDay()
  const monday = new Date(`${dayFromToday(-((weekday + 6) % 7))}T10:00`)
  for (const [day, isMonday] of [
    [monday, true],
    [new Date(monday.getTime() + 86_400_000), false],
  ] as const) {
    await page.clock.setFixedTime(day)
    await shell(page).goTo('Personnes')
    await shell(page).goTo('Aujourd’hui')
    await expect(section).toHaveCount(isMonday ? 1 : 0)
    if (!isMonday) continue
    await expect(section.getByRole('link')).toHaveCount(5)
    await expect(section).toContainText(`${total - 4}`)
    await section.getByRole('link', { name: 'Tout voir' }).click()
    await expect(page.getByRole('tab', { name: /^Pas vues/ })).toHaveAttribute('aria-selected', 'true')
  }
})
