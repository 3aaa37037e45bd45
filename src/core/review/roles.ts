/** Whose key opened the vault: the role of a slot. Whoever recovers stands in the worker’s place. */
export const roles = ['worker', 'coordinator', 'recovery'] as const
export type Role = (typeof roles)[number]

/**
 * Whom a command is for. `anyone`: it says nothing of what a vault holds, open or not. `team`: whoever opened the vault. `worker`: what
 * she writes and seals. `coordinator`: what only a second person may do.
 */
const admitted = {
  anyone: roles,
  team: roles,
  worker: ['worker', 'recovery'],
  coordinator: ['coordinator'],
} as const satisfies Record<string, readonly Role[]>
export type Audience = keyof typeof admitted

/** What a role that is not admitted is answered. */
export interface Refusals {
  anyone: never
  team: never
  worker: 'worker-only'
  coordinator: 'coordinator-only'
}

export function isAdmitted(role: Role, audience: Audience): boolean {
  return (admitted[audience] as readonly Role[]).includes(role)
}

/** Null when the role is admitted. */
export function refusalOf(role: Role, audience: Audience): Refusals[Audience] | null {
  if (isAdmitted(role, audience)) return null
  return audience === 'coordinator' ? 'coordinator-only' : 'worker-only'
}
