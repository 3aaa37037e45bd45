import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { commands, type CommandsOf, type Handlers, type Input, type Reply } from '#shared/contract'
import { commandNames, type CommandName } from '#shared/names'

type Route = {
  /** Only the window's own top frame, showing our own page, is heard. */
  isTrusted: (event: IpcMainInvokeEvent) => boolean
  main: Handlers<'main'>
  engine: (name: CommandsOf<'engine'>, input: Input<CommandsOf<'engine'>>) => Promise<Reply<CommandName>>
  reportBug: (command: CommandName, error: unknown) => void
}

/** The only user of `ipcMain`: who asks → what they ask (strict parse) → who answers. */
export function serve(ipc: Pick<IpcMain, 'handle'>, route: Route): void {
  for (const name of commandNames) {
    ipc.handle(name, async (event, raw: unknown): Promise<Reply<CommandName>> => {
      if (!route.isTrusted(event)) throw new Error(`untrusted sender for ${name}`)
      const input = commands[name].input.safeParse(raw)
      if (!input.success) return { ok: false, failure: 'invalid-input' }
      try {
        return await answer(route, name, input.data)
      } catch (error) {
        route.reportBug(name, error)
        return { ok: false, failure: 'internal' }
      }
    })
  }
}

function answer(
  route: Route,
  name: CommandName,
  input: unknown,
): Promise<Reply<CommandName>> | Reply<CommandName> {
  if (!isForMain(name)) return route.engine(name, input as Input<CommandsOf<'engine'>>)
  // Safe: the schema of the same name has just produced this handler's input.
  const handle = route.main[name] as (input: unknown) => Reply<CommandName> | Promise<Reply<CommandName>>
  return handle(input)
}

function isForMain(name: CommandName): name is CommandsOf<'main'> {
  return commands[name].host === 'main'
}
