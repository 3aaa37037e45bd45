import { failed, ok } from '#core/result'
import { explore } from '#core/statistics/measures/explore'
import type { Handlers } from '#shared/contract'
import type { Session } from '../session.ts'

export function statisticsHandlers(session: Session): Pick<Handlers<'engine'>, 'statistics.explore'> {
  return {
    'statistics.explore': ({ from, to, filter }) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      return from > to ? failed('period-reversed') : ok(explore(open.vault, from, to, filter))
    },
  }
}
