import { isAccessLogWhole, listAccesses } from '#core/review/repository/access-log'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { accessCommands } from '#shared/contract/access'
import { hashing } from '../release/hashing.ts'
import type { Session } from '../session.ts'

export function accessHandlers(session: Session): Pick<Handlers<'engine'>, keyof typeof accessCommands> {
  return {
    'accessLog.list': ({ limit, offset, ...filter }) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const { vault, log } = open
      // what was just done is in the list; what cannot be written is counted
      log.flush()
      return ok({
        intact: isAccessLogWhole(vault, hashing.sha256),
        waiting: log.waiting(),
        ...listAccesses(vault, filter, { limit, offset }),
      })
    },
  }
}
