import type { Result } from '#core/result'

/** A fictional record the caseload refuses is a bug of the generator. */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`a fictional record was refused: ${result.failure}`)
  return result.value
}
