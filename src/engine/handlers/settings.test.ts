import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { defaultSettings } from '#core/caseload/settings'
import { query } from '#core/caseload/tables'
import { ok } from '#core/result'
import { act, createOpenEngine, passphrase } from '../testing/test-engine.ts'

test('facts are asked for beside the notes until that is put away; it stays so, and may be undone', async () => {
  const { handlers, session } = await createOpenEngine()
  const reminds = async () => {
    const read = await handlers['settings.read']()
    return read.ok && read.value.remindsFacts
  }
  expect(await reminds()).toBe(true)
  await handlers['settings.save']({ ...defaultSettings, remindsFacts: false })
  expect(await reminds()).toBe(false)
  await handlers['history.undo']({ act })
  expect(await reminds()).toBe(true)
  await handlers['settings.save']({ ...defaultSettings, remindsFacts: false })
  session.close()
  await handlers['vault.unlock']({ act, passphrase })
  expect(await reminds()).toBe(false)
})

test('a notebook whose settings are older than that reminder has it', async () => {
  const { handlers, session } = await createOpenEngine()
  const { remindsFacts: _, ...older } = { ...defaultSettings, notSeenWeeks: 9 }
  await handlers['settings.save'](defaultSettings)
  session.current()?.vault.transact((tx) => {
    tx.run(sql`update settings set fields = ${JSON.stringify(older)}`.compile(query))
    return ok()
  })
  expect(await handlers['settings.read']()).toEqual(ok({ ...defaultSettings, notSeenWeeks: 9 }))
})
