import { createContext, use } from 'react'
import { isAdmitted, type Role } from '#core/review/roles'
import { commands, type CommandName } from '#shared/contract'

/** Whose key opened the notebook. The engine decides again by itself; this only spares offering what it would refuse. */
export const RoleContext = createContext<Role>('worker')

/** Whether whoever opened the notebook may call a command. */
export function useMay(): (command: CommandName) => boolean {
  const role = use(RoleContext)
  return (command) => isAdmitted(role, commands[command].who)
}
