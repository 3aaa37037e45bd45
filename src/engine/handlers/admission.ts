import { refusalOf } from '#core/review/roles'
import { failed } from '#core/result'
import { commands, type CommandsOf, type Handlers } from '#shared/contract'
import type { Session } from '../session.ts'

type AnyHandler = (input: unknown) => unknown

/** The same handlers, each asked only for whom the contract says: the key that opened the vault decides, not the window. */
export function admitting(session: Session, handlers: Handlers<'engine'>): Handlers<'engine'> {
  const guarded = Object.entries(handlers).map(([name, handle]) => {
    const { who } = commands[name as CommandsOf<'engine'>]
    const answer: AnyHandler = (input) => {
      const open = session.current()
      const refusal = open && refusalOf(open.vault.role, who)
      return refusal ? failed(refusal) : (handle as AnyHandler)(input)
    }
    return [name, answer]
  })
  return Object.fromEntries(guarded) as Handlers<'engine'>
}
