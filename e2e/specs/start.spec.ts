import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { lockPage } from '../pages/lock.ts'
import { expect, test } from '../support/app.ts'
import { putVault } from '../support/desk.ts'

const starts = 5

/** A figure, not a verdict: a loaded machine is slow, and no test should depend on it. Read with `docs/benchmarks.md`. */
test('how long from the start of the program to a lock screen ready to type in', async ({
  desk,
  start,
  fictional,
}) => {
  test.setTimeout(240_000)
  putVault(fictional, desk)
  const milliseconds: number[] = []
  // what else this computer was doing
  const [load = 0] = loadavg()
  for (let done = 0; done < starts; done += 1) {
    const began = performance.now()
    const launched = await start()
    await expect(lockPage(launched.page).passphrase).toBeFocused()
    milliseconds.push(Math.round(performance.now() - began))
    await launched.close()
  }
  const results = join(import.meta.dirname, '../../test-results')
  mkdirSync(results, { recursive: true })
  const [median] = milliseconds.toSorted((a, b) => a - b).slice(Math.floor(starts / 2))
  writeFileSync(
    join(results, 'start.json'),
    `${JSON.stringify({ startToLockScreen: { median, milliseconds, load: Math.round(load * 10) / 10 } })}\n`,
  )
})
