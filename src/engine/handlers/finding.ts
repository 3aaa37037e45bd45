import { dayOf } from '#core/caseload/calendar'
import { search } from '#core/caseload/repository/search'
import { readToday } from '#core/caseload/repository/today'
import { pressingRequests } from '#core/duties/repository/requests'
import { nextMeeting } from '#core/review/repository/meetings'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { findingCommands } from '#shared/contract/finding'
import type { Session } from '../session.ts'
import type { Acts } from './acts.ts'

export function findingHandlers(
  { read, turn }: Acts,
  session: Session,
): Pick<Handlers<'engine'>, keyof typeof findingCommands> {
  return {
    'today.read': () =>
      read((reader, now) => ({
        ...readToday(reader, now),
        requests: pressingRequests(reader, dayOf(now)),
        nextMeeting: nextMeeting(reader),
      })),
    'search.run': ({ text, limit }) => read((reader) => search(reader, text, limit)),
    'history.read': () => {
      const open = session.current()
      return open ? ok(open.history.read()) : failed('vault-locked')
    },
    'history.undo': ({ act }) => turn('undo', act),
    'history.redo': ({ act }) => turn('redo', act),
  }
}
