import { storeFailures, type Reader } from '#core/database'
import type { Access } from '#core/review/access'
import { refusalOf } from '#core/review/roles'
import { failed } from '#core/result'
import {
  commands,
  type AnyFailure,
  type CommandName,
  type CommandsOf,
  type Handlers,
  type Reply,
} from '#shared/contract'
import type { Session } from '../session.ts'
import { logged } from './logged.ts'

type AnyReply = Reply<CommandName>
type AnyHandler = (input: unknown) => AnyReply | Promise<AnyReply>
type AnyTold = (input: unknown, reader: Reader) => Access[]

/**
 * The same handlers, each asked only for whom the contract says: the key that opened the vault decides, not the window. What succeeds
 * goes to the access log. While nothing new can be written, whatever would write is refused before it tries.
 */
export function admitting(session: Session, handlers: Handlers<'engine'>): Handlers<'engine'> {
  const noticing = (reply: AnyReply): AnyReply => {
    const isRefusal = !reply.ok && storeFailures.some((failure) => failure === reply.failure)
    if (isRefusal && session.current()?.vault.readOnlyReason()) session.noticeRefusal()
    return reply
  }
  const guarded = Object.entries(handlers).map(([name, handle]) => {
    const { who } = commands[name as CommandsOf<'engine'>]
    const answer: AnyHandler = (input) => {
      const open = session.current()
      const refusal = open && refusalOf(open.vault.role, who)
      // of this very command, among those it declares
      if (refusal) return failed(refusal as AnyFailure)
      const reason = open && isWriting(name as CommandsOf<'engine'>) && open.vault.readOnlyReason()
      // whoever has just made room does not wait for the next look
      if (reason && !(reason === 'disk-full' && open.vault.findRoom())) return noticing(failed(reason))
      const reply = (handle as AnyHandler)(input)
      const tell = (reply: AnyReply): AnyReply => {
        noticing(reply)
        const told = logged[name as CommandsOf<'engine'>] as AnyTold | undefined
        if (open && told && reply.ok) open.log.note(told(input, open.vault))
        return reply
      }
      return reply instanceof Promise ? reply.then(tell) : tell(reply)
    }
    return [name, answer]
  })
  return Object.fromEntries(guarded) as Handlers<'engine'>
}

/** What answers `read-only` writes to the vault. Trying again is how a full disk ends; a copy goes to another disk, or fails by itself. */
function isWriting(name: CommandsOf<'engine'>): boolean {
  const failures: readonly string[] = commands[name].failures
  return failures.includes('read-only') && name !== 'vault.writeAgain' && name !== 'backups.make'
}
