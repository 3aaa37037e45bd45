import { expect, test } from 'vitest'
import { finish } from '#core/steps'
import type { StorePorts } from './store.ts'
import { realPorts } from './store/testing/real-ports.ts'
import { warmUp } from './warm-up.ts'

test('opens a vault again and again, in memory, and leaves none open', async () => {
  const { sql, files: _, ...ports } = await realPorts()
  const count = { opened: 0, open: 0 }
  const counted: StorePorts['sql'] = {
    ...sql,
    open(image) {
      const database = sql.open(image)
      count.opened++
      count.open++
      return {
        ...database,
        close() {
          count.open--
          database.close()
        },
      }
    },
  }
  finish(warmUp({ ...ports, sql: counted }))
  expect(count).toEqual({ opened: 4, open: 0 })
})
