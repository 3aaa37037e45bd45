import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeEach, expect, test } from 'vitest'
import { fictional } from '../testing/fictional.ts'
import { act, createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
})

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
setFlagsFromString('--no-expose-gc')

/** Whether the pair that was listed is still somewhere in memory. */
async function isHeld(pair: WeakRef<object>): Promise<boolean> {
  // what a reference gave is held until the turn ends
  await new Promise((resolve) => setTimeout(resolve, 0))
  collect()
  return pair.deref() !== undefined
}

async function listed({ handlers }: TestEngine): Promise<WeakRef<object>> {
  const pairs = await handlers['people.duplicates']({ limit: 5, offset: 0 })
  if (!pairs.ok || pairs.value.rows[0] === undefined) throw new Error('nobody looks alike')
  return new WeakRef(pairs.value.rows[0])
}

const erase = (mode: 'destroy' | 'anonymize') => (personId: string) =>
  engine.handlers['erasures.decide']({
    act,
    personId,
    mode,
    reason: 'retention',
    decidedBy: 'Coordination fictive',
    hide: [],
    nobody: ['Philippe'],
    emptied: [],
    passphrase,
  })

test.each([
  ['destroyed', erase('destroy')],
  ['anonymized', erase('anonymize')],
  [
    'merged',
    (duplicateId: string, keepId: string) => engine.handlers['people.merge']({ keepId, duplicateId }),
  ],
])('who looked like somebody is out of the engine’s memory once %s', async (_, end) => {
  const { handlers } = engine
  const filip = await savedId(handlers['people.save'](fictional.person({ aliases: ['Filip'] })))
  const philippe = await savedId(handlers['people.save'](fictional.person({ aliases: ['Philippe'] })))
  await handlers['people.saveBondStage']({
    personId: filip,
    stage: 'closed',
    on: '2020-05-01',
    replaces: '2026-11-24',
  })
  const pair = await listed(engine)
  await handlers['contacts.save'](fictional.contact({ personIds: [philippe] }))
  expect(await isHeld(pair)).toBe(true)
  expect(await end(filip, philippe)).toMatchObject({ ok: true })
  expect(await isHeld(pair)).toBe(false)
})
